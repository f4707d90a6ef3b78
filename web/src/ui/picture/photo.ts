/** A picture that can be looked at. */
export interface Photo {
  readonly key: string
  /** Address of the small form, shown in the grid. */
  readonly src: string
  /** Address of the large form, for a look at the whole. */
  readonly full?: string
  /** What is to be seen, as far as somebody wrote it; else "照片". */
  readonly alt?: string
}

/** A picture on its way up. */
export interface PickedPhoto extends Photo {
  readonly state: 'sending' | 'sent' | 'failed'
  /** 0 to 1 while sending. */
  readonly progress?: number
}

export const photoLimit = 9

/** The picture after `from`, `step` on, round and round. */
export const turn = (from: number, step: number, all: number): number => (from + step + all) % all
