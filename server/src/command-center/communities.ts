import type { listCommunities } from '@shequtong/contract/command-center'
import type { ReplyOf } from '@shequtong/contract/endpoint'
import type { TerritoryDirectory } from '../territory/directory.ts'

/** A few hundred names from memory: the same however many people live behind them. */
export const communitiesOf = async (
  territory: TerritoryDirectory,
  districtId: number,
): Promise<ReplyOf<typeof listCommunities>> => ({
  communities: (await territory.all())
    .filter((community) => community.districtId === districtId)
    .map(({ communityId, shortName, kind, subdistrictId, subdistrictName }) => ({
      communityId,
      name: shortName,
      kind,
      subdistrictId,
      subdistrictName,
    })),
})
