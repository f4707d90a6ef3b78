import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { type Handlers, madeAnew } from '../http/call.ts'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import { add, change, remove } from './commands/keep.ts'
import { deskOf, templatesOf } from './queries.ts'

interface Asked {
  readonly db: Db
  readonly actor: Actor
  readonly place: CommunityPlace
}

const shown = ({ db, actor, place }: Asked) => templatesOf(db, place.communityId, deskOf(actor))
const again = { about: () => null, again: shown }

export const answerTemplateRoutes: Handlers<
  'listAnswerTemplates' | 'addAnswerTemplate' | 'changeAnswerTemplate' | 'removeAnswerTemplate'
> = {
  listAnswerTemplates: shown,
  addAnswerTemplate: madeAnew(add, again),
  changeAnswerTemplate: madeAnew(change, again),
  removeAnswerTemplate: madeAnew(remove, again),
}
