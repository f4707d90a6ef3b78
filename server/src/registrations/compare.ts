import type { Tenure } from '@shequtong/domain/registrations/member-kinds'
import { type ComparisonRow, compareWithRoll } from '@shequtong/domain/registrations/roll-comparison'
import type { Vault } from '../identity/vault.ts'
import type { Db } from '../platform/database/db.ts'

interface Claim {
  readonly personId: string
  readonly communityId: number
  readonly dwelling: { readonly dwellingId: string; readonly label: string } | null
  readonly tenure: Tenure | null
}

export interface Comparison {
  readonly rows: readonly ComparisonRow[]
  readonly exact: boolean
  readonly differing: number
  readonly onRoll: boolean
}

/** How well a roll entry fits: the name first, then the document, then the phone. */
const fit = (entry: {
  nameMatches: boolean | null
  documentMatches: boolean | null
  phoneMatches: boolean | null
}): number => (entry.nameMatches ? 4 : 0) + (entry.documentMatches ? 2 : 0) + (entry.phoneMatches ? 1 : 0)

/**
 * The claim beside the roll entry of the same dwelling that fits it best. Equality is decided in the vault by blind
 * indexes; what comes out are masks and yes or no.
 */
export const compareClaim = async (db: Db, vault: Vault, claim: Claim): Promise<Comparison> => {
  const [own] = await vault.masks(db, [claim.personId])
  const entries =
    claim.dwelling === null
      ? []
      : await db.many<{ rollEntryId: string; tenure: Tenure | null }>(
          `select roll_entry_id as "rollEntryId", tenure from roll_entries where community_id = $1 and dwelling_id = $2`,
          [claim.communityId, claim.dwelling.dwellingId],
        )
  const found = await vault.compareClaimWithRoll(db, {
    personId: claim.personId,
    communityId: claim.communityId,
    entryIds: entries.map((entry) => entry.rollEntryId),
  })
  const best = [...found].sort((a, b) => fit(b) - fit(a))[0]
  const { rows, exact } = compareWithRoll(
    {
      nameShown: own?.name ?? null,
      idNumberMask: own?.documentNumber ?? null,
      phoneMask: own?.phone ?? null,
      dwelling: claim.dwelling,
      tenure: claim.tenure,
    },
    best === undefined
      ? undefined
      : {
          nameShown: best.rollMasks.name,
          idNumberMask: best.rollMasks.documentNumber,
          phoneMask: best.rollMasks.phone,
          dwelling: claim.dwelling,
          tenure: entries.find((entry) => entry.rollEntryId === best.entryId)?.tenure ?? null,
          nameSame: best.nameMatches === true,
          idNumberSame: best.documentMatches === true,
          phoneSame: best.phoneMatches === true,
        },
  )
  return {
    rows,
    exact,
    differing: rows.filter((row) => row.verdict === 'different').length,
    onRoll: best !== undefined,
  }
}
