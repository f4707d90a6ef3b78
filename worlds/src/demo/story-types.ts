import type { HandOverRole } from '@shequtong/domain/roles/roles'
import type { HandlingLevel, ServiceRequestKind, Visibility } from '@shequtong/domain/service-requests/states'
import type { PersonId } from './person-types.ts'
import type { PictureName } from './pictures/picture-names.ts'
import type { BuildingKey, DemoCommunityKey } from './territory-types.ts'

/** When it was said, relative to the end of the world: a clock time on an earlier day (Shanghai), or minutes before. */
export type StoryStart =
  | { readonly daysBefore: number; readonly time: `${number}:${number}` }
  | { readonly minutesBefore: number }

interface Timed {
  /** Whole minutes after the asking, never less than the step before. */
  readonly afterMinutes: number
}

interface Spoken extends Timed {
  readonly by: PersonId
  readonly text: string
}

export type StoryStep =
  | ({ readonly do: 'read'; readonly by: PersonId } & Timed)
  | ({
      readonly do: 'answer'
      /** In the office's name rather than the person's. */
      readonly inOfficeName: boolean
      /** 收到 and its like are kept and stop no clock. */
      readonly substantive: boolean
    } & Spoken)
  /** A neighbour's word, or the asker's: the latter ends an ask-back. */
  | ({ readonly do: 'reply' } & Spoken)
  /** The asker accepts what a neighbour said last. */
  | ({ readonly do: 'acceptReply'; readonly by: PersonId } & Timed)
  | ({ readonly do: 'askBack' } & Spoken)
  | ({ readonly do: 'note' } & Spoken)
  | ({ readonly do: 'handOver'; readonly toRole: HandOverRole } & Spoken)
  | ({ readonly do: 'acceptHandOver'; readonly by: PersonId } & Timed)
  | ({ readonly do: 'assign'; readonly by: PersonId; readonly to: PersonId } & Timed)
  | ({ readonly do: 'escalate'; readonly toLevel: HandlingLevel } & Spoken)
  | ({ readonly do: 'suspend'; readonly forDays: number } & Spoken)
  | ({ readonly do: 'resume'; readonly by: PersonId } & Timed)
  | ({ readonly do: 'resolve'; readonly outcome: 'solved'; readonly pictures: readonly PictureName[] } & Spoken)
  | ({ readonly do: 'resolve'; readonly outcome: 'beyondOurPower'; readonly onwardOwner: string } & Spoken)
  | ({ readonly do: 'confirm' } & Spoken)
  | ({ readonly do: 'reopen' } & Spoken)
  | ({ readonly do: 'withdraw' } & Spoken)
  /** 我也是, by a neighbour. */
  | ({ readonly do: 'ownVoice'; readonly by: PersonId } & Timed)
  /** Seven silent days went by; the clock does it, nobody acts. */
  | { readonly do: 'lapse' }

export interface StoryPlace {
  readonly subArea: string | undefined
  readonly building: BuildingKey | undefined
  /** In the asker's words: 92号楼北侧步道. */
  readonly words: string
}

export interface Story {
  readonly key: string
  readonly community: DemoCommunityKey
  readonly asker: PersonId
  readonly kind: ServiceRequestKind
  readonly visibility: Visibility
  /** Its first sentence serves as the title. */
  readonly text: string
  readonly place: StoryPlace
  readonly start: StoryStart
  /** How many neighbours say 我也是; `scheduleStory` names them. */
  readonly ownVoices: number
  readonly pictures: readonly PictureName[]
  readonly mentions: readonly PersonId[]
  readonly steps: readonly StoryStep[]
}
