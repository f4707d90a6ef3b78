import { useEffect, useRef, useState } from 'preact/hooks'
import { client } from '../api/client.ts'
import { ProblemError } from '../api/problem-error.ts'
import type { PickedPhoto } from '../ui/picture/photo.ts'
import { photoAddress } from './photos-of.ts'

interface Upload extends PickedPhoto {
  readonly file?: File
  readonly photoId?: string
}

/** Why a picture cannot be taken at all. */
export type PhotoRefusal = 'fileKind' | 'fileSize'

export interface PhotoUploads {
  readonly photos: readonly PickedPhoto[]
  /** Of what has arrived, in the order shown. */
  readonly photoIds: readonly string[]
  readonly refusal: PhotoRefusal | undefined
  readonly add: (files: readonly File[]) => void
  readonly retry: (key: string) => void
  readonly remove: (key: string) => void
  /** Resolves with the ids once nothing is on its way any more. */
  readonly settled: () => Promise<readonly string[]>
  /** Begins anew, after they were sent, with what is given. */
  readonly restart: (photoIds?: readonly string[]) => void
}

interface Options {
  readonly communityId: number
  /** Sent earlier, from a kept draft. */
  readonly photoIds: readonly string[]
  readonly onChange: (photoIds: readonly string[]) => void
}

const idsOf = (uploads: readonly Upload[]): readonly string[] =>
  uploads.flatMap(({ photoId }) => (photoId === undefined ? [] : [photoId]))

const arrived = (communityId: number, photoIds: readonly string[]): readonly Upload[] =>
  photoIds.map((photoId) => ({
    key: photoId,
    photoId,
    src: photoAddress(communityId, photoId, 'thumb'),
    state: 'sent',
  }))

const refusals: Partial<Record<string, PhotoRefusal>> = {
  'unsupported-media': 'fileKind',
  'invalid-input': 'fileKind',
  'body-too-large': 'fileSize',
}

/** Pictures go up as soon as they are picked, one after the other; what cannot be taken is put back with the reason. */
export const usePhotoUploads = ({ communityId, photoIds, onChange }: Options): PhotoUploads => {
  const [uploads, setUploads] = useState<readonly Upload[]>(() => arrived(communityId, photoIds))
  const [refusal, refuse] = useState<PhotoRefusal | undefined>(undefined)
  const current = useRef(uploads)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const stops = useRef(new Map<string, AbortController>())

  const set = (next: readonly Upload[]) => {
    current.current = next
    setUploads(next)
  }
  const patch = (key: string, change: Partial<Upload>) =>
    set(current.current.map((one) => (one.key === key ? { ...one, ...change } : one)))
  const tell = () => onChange(idsOf(current.current))

  const remove = (key: string) => {
    const gone = current.current.find((one) => one.key === key)
    stops.current.get(key)?.abort()
    if (gone?.file !== undefined) URL.revokeObjectURL(gone.src)
    set(current.current.filter((one) => one.key !== key))
    tell()
  }

  const send = async (key: string): Promise<void> => {
    const file = current.current.find((one) => one.key === key)?.file
    if (file === undefined) return
    const stop = new AbortController()
    stops.current.set(key, stop)
    try {
      const { photoId } = await client.upload('uploadPhoto', {
        params: { communityId },
        blob: file,
        signal: stop.signal,
        onProgress: (progress) => patch(key, { progress }),
      })
      patch(key, { state: 'sent', photoId })
      tell()
    } catch (error) {
      if (stop.signal.aborted) return
      const reason = error instanceof ProblemError ? refusals[error.slug] : undefined
      if (reason === undefined) return patch(key, { state: 'failed' })
      remove(key)
      refuse(reason)
    }
  }
  const queue = (key: string) => {
    turn.current = turn.current.then(() => send(key))
  }

  const retry = (key: string) => {
    patch(key, { state: 'sending', progress: 0 })
    queue(key)
  }

  useEffect(() => {
    const again = () => {
      for (const { key, state } of current.current) if (state === 'failed') retry(key)
    }
    addEventListener('online', again)
    return () => {
      removeEventListener('online', again)
      for (const stop of stops.current.values()) stop.abort()
    }
  }, [])

  return {
    photos: uploads,
    photoIds: idsOf(uploads),
    refusal,
    add: (files) => {
      refuse(undefined)
      const added = files.map((file): Upload => {
        const src = URL.createObjectURL(file)
        return { key: src, src, file, state: 'sending', progress: 0 }
      })
      set([...current.current, ...added])
      for (const { key } of added) queue(key)
    },
    retry,
    remove,
    restart: (again = []) => {
      for (const stop of stops.current.values()) stop.abort()
      set(arrived(communityId, again))
    },
    settled: async () => {
      await turn.current
      return idsOf(current.current)
    },
  }
}
