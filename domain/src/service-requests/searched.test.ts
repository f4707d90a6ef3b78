import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Hat } from '../roles/hats.ts'
import { handOverRoles, levelOf, roles } from '../roles/roles.ts'
import { maySee } from './participants.ts'
import { concernedBy, concernsOf } from './searched.ts'
import { handlingLevels } from './states.ts'

const place = { communityId: 3, subdistrictId: 2, districtId: 1 }
const own = { community: 3, subdistrict: 2, district: 1 } as const
const member: Hat = { type: 'member', place, state: 'active', kind: 'resident', tenure: null }
const hats: Hat[] = [
  member,
  ...roles.map((role): Hat => ({ type: 'role', role, level: levelOf(role), territoryId: own[levelOf(role)] })),
]
const part = (isAsker: boolean, isHelper: boolean, isAssignee: boolean) => ({ isAsker, isHelper, isAssignee })
const parts = [part(false, false, false), part(true, false, false), part(false, true, false), part(false, false, true)]

const isFound = (one: { readonly hat: Hat } & (typeof parts)[number], request: Parameters<typeof concernedBy>[0]) => {
  const concerned = concernedBy(request, {
    asker: one.isAsker ? 'mine' : 'asker',
    helpers: [one.isHelper ? 'mine' : 'helper'],
    assignee: one.isAssignee ? 'mine' : undefined,
  })
  const concerns = concernsOf(one.hat, 'mine')
  return concerns === 'everything' || concerns.some((id) => concerned.includes(id))
}

describe('whom a private request concerns', () => {
  it('is everybody who may see it and nobody else, for every hat, level and role that has it in hand', () => {
    let seen = 0
    for (const hat of hats)
      for (const isWho of parts)
        for (const level of handlingLevels)
          for (const responsibleRole of handOverRoles) {
            const who = { hat, ...isWho }
            const may = maySee(
              who,
              { visibility: 'private', state: 'submitted', level, responsibleRole, offer: undefined },
              place,
            )
            assert.equal(isFound(who, { level, responsibleRole }), may, JSON.stringify({ who, level, responsibleRole }))
            seen += may ? 1 : 0
          }
    assert.ok(seen > 0)
  })
})
