import type { Instant } from '@shequtong/domain/time'
import { announcements, type DemoAnnouncement } from './announcements.ts'
import { demoCommunities } from './compounds.ts'
import { createIdentities } from './identities.ts'
import { createPeople } from './people.ts'
import type { DemoPerson, Persona } from './person-types.ts'
import { personas } from './personas.ts'
import { createRoll, type RollRow } from './roll.ts'
import { type ScheduledStory, scheduleStories } from './stories.ts'
import type { DemoCommunity } from './territory-types.ts'

/** Everything that the runner feeds through the server's commands. */
export interface DemoWorld {
  readonly endsAt: Instant
  readonly communities: readonly DemoCommunity[]
  readonly people: readonly DemoPerson[]
  readonly personas: readonly Persona[]
  readonly roll: readonly RollRow[]
  readonly stories: readonly ScheduledStory[]
  readonly announcements: readonly DemoAnnouncement[]
}

/** The demo as it stands at `endsAt`: the same instant gives the same world, and only times follow the instant. */
export const createDemoWorld = (endsAt: Instant): DemoWorld => {
  const identities = createIdentities()
  const people = createPeople(identities)
  return {
    endsAt,
    communities: demoCommunities,
    people,
    personas,
    roll: createRoll(people, identities),
    stories: scheduleStories(endsAt, people),
    announcements: announcements(endsAt),
  }
}
