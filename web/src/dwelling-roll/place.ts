import type { Reply } from '../api/types.ts'

type Compound = Reply<'listCompounds'>['compounds'][number]

/** The compound whose roll is open. */
export interface RollPlace {
  readonly communityId: number
  readonly compoundId: string
  readonly name: string
}

export const rollPlaceOf = (communityId: number, { compoundId, name }: Compound): RollPlace => ({
  communityId,
  compoundId,
  name,
})

/** The params of every endpoint of the roll. */
export const paramsOf = ({ communityId, compoundId }: RollPlace) => ({ communityId, compoundId })
