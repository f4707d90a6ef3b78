import { ok, type Result, refused } from '@shequtong/domain/result'

/** What somebody asks for: `npm run seed -- baoshan --members 7400 --interactions 1500000`. */
export interface Size {
  readonly members: number
  /** Facts that people make of requests and posts: said, read, answered, supported, confirmed, replied … */
  readonly interactions: number
}

export interface Share extends Size {
  /** 12 digits, as in the directory. */
  readonly communityCode: string
}

/** 740,000 members in 567 communities (the newspaper report): each of them is this large, in whole members. */
export const membersOfOneCommunity = Math.round(740_000 / 567)

/** Phones are dealt from a block that is recognizable as invented, for members and a few cadres of each community. */
export const phonesInBlock = 80_000
export const maxMembers = 79_000

export type SizeViolation = {
  readonly code: 'members-out-of-range' | 'interactions-out-of-range' | 'too-few-communities'
}

const sharedOut = (total: number, parts: number): number[] =>
  Array.from({ length: parts }, (_, n) => Math.floor((total * (n + 1)) / parts) - Math.floor((total * n) / parts))

/**
 * As many communities of real size as `members` make, at least one, taken evenly from `codes`, each with its share of both.
 * `members` from 10 to `maxMembers`, at least one interaction a member: whoever is asked for fewer says nothing.
 */
export const sharesOf = (size: Size, codes: readonly string[]): Result<readonly Share[], SizeViolation> => {
  if (!Number.isInteger(size.members) || size.members < 10 || size.members > maxMembers)
    return refused({ code: 'members-out-of-range' })
  if (!Number.isInteger(size.interactions) || size.interactions < size.members)
    return refused({ code: 'interactions-out-of-range' })
  const count = Math.max(1, Math.round(size.members / membersOfOneCommunity))
  if (count > codes.length) return refused({ code: 'too-few-communities' })
  const members = sharedOut(size.members, count)
  const interactions = sharedOut(size.interactions, count)
  return ok(
    members.map((own, n) => ({
      communityCode: codes[Math.floor((codes.length * n) / count)] ?? '',
      members: own,
      interactions: interactions[n] ?? 0,
    })),
  )
}
