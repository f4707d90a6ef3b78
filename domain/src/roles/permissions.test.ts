import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Hat, MembershipState } from './hats.ts'
import { decide, type Permission, permissions } from './permissions.ts'
import { levelOf, type Role, roles } from './roles.ts'

const jiucun = { communityId: 9, subdistrictId: 30, districtId: 100 }
const elsewhere = { communityId: 12, subdistrictId: 32, districtId: 101 }

type Place = typeof jiucun
const memberHat = (state: MembershipState, place: Place): Hat => ({
  type: 'member',
  place,
  state,
  kind: 'resident',
  tenure: 'propertyOwner',
})
const territoryOf = { community: 'communityId', subdistrict: 'subdistrictId', district: 'districtId' } as const
const roleHat = (role: Role, place: Place): Hat => {
  const level = levelOf(role)
  return { type: 'role', role, level, territoryId: place[territoryOf[level]] }
}

/** Every hat that belongs to or stands above `place`, in the order of the columns below. */
const hatsOf = (place: Place): readonly Hat[] => [
  memberHat('active', place),
  memberHat('suspended', place),
  memberHat('ended', place),
  ...roles.map((role) => roleHat(role, place)),
]

/**
 * Y allowed, n not permitted, x invisible. Columns: active, suspended, ended member; secretary, director, committee member,
 * building lead, property manager, owners' committee, police officer, family doctor; subdistrict officer, district officer.
 */
const table: Readonly<Record<Permission, string>> = {
  public: '                 Y Y Y  Y Y Y  Y Y Y Y Y  Y Y',
  signedIn: '               Y Y Y  Y Y Y  Y Y Y Y Y  Y Y',
  'community.view': '       Y Y x  Y Y Y  Y Y Y Y Y  Y Y',
  'serviceRequest.submit': 'Y n x  n n n  n n n n n  n n',
  'serviceRequest.reply': ' Y n x  Y Y Y  Y Y Y Y Y  n n',
  'serviceRequest.ownVoice': 'Y n x  n n n  n n n n n  n n',
  'serviceRequest.readOwn': 'Y Y x  n n n  n n n n n  n n',
  'serviceRequest.answer': 'n n x  Y Y Y  Y Y Y Y Y  Y Y',
  'serviceRequest.note': '  n n x  Y Y Y  Y Y Y Y Y  n n',
  'serviceRequest.escalate': 'n n x  Y Y Y  n Y Y Y Y  Y Y',
  'photo.upload': '         Y n x  Y Y Y  Y Y Y Y Y  Y Y',
  'serviceRequest.direct': 'n n x  Y Y Y  n Y Y Y Y  n n',
  'inbox.view': '           n n x  Y Y Y  Y Y Y Y Y  n n',
  'inbox.exportLog': '      n n x  Y Y n  n n n n n  n n',
  'rating.view': '          n n x  Y Y Y  n n n n n  Y Y',
  'serviceRequest.onBehalf': 'Y n x  Y Y Y  n n n n n  n n',
  'post.write': '           Y n x  Y Y Y  Y Y Y Y Y  n n',
  'post.schedule': '        n n x  Y Y Y  Y Y Y Y Y  n n',
  'post.moderate': '        n n x  Y Y Y  n n n n n  n n',
  'board.configure': '      n n x  Y Y n  n n n n n  n n',
  'feed.visit': '           Y n x  n n n  n n n n n  n n',
  'registration.review': '  n n x  Y Y Y  n n n n n  n n',
  'registration.assist': '  n n x  Y Y Y  n n n n n  n n',
  'membership.manage': '    n n x  Y Y Y  n n n n n  n n',
  'qrCode.manage': '        n n x  Y Y Y  n n n n n  n n',
  'roll.manage': '          n n x  Y Y Y  n n n n n  n n',
  'office.manage': '        n n x  Y Y Y  n n n n n  n n',
  'rota.view': '            n n x  Y Y Y  n n n n n  n n',
  'rota.manage': '          n n x  Y Y n  n n n n n  n n',
  'identity.reveal': '      n n x  Y Y Y  n n n n n  n n',
  'role.grant': '           n n x  Y Y n  n n n n n  Y Y',
  'command.view': '         n n x  n n n  n n n n n  Y Y',
}
const letters = { allowed: 'Y', notPermitted: 'n', invisible: 'x' } as const
const words = (row: string) => row.trim().split(/\s+/).join(' ')

describe('what a hat may do in its own community', () => {
  for (const permission of permissions)
    it(`${permission}: ${words(table[permission])}`, () => {
      const row = hatsOf(jiucun).map((hat) => letters[decide(permission, hat, jiucun)])
      assert.equal(row.join(' '), words(table[permission]))
    })
})

describe('what a hat may do in a community that is not its own', () => {
  const guarded = permissions.filter((permission) => permission !== 'public' && permission !== 'signedIn')

  it('nothing, and it does not learn that there is anything: every permission is invisible to every hat', () => {
    for (const permission of guarded)
      for (const hat of hatsOf(elsewhere)) assert.equal(decide(permission, hat, jiucun), 'invisible', permission)
  })

  it('nor to a person who is signed in and wears no hat', () => {
    for (const permission of guarded) assert.equal(decide(permission, undefined, jiucun), 'invisible', permission)
  })

  it('the public page is open to both', () => {
    for (const permission of ['public', 'signedIn'] as const)
      for (const hat of [undefined, ...hatsOf(elsewhere)]) assert.equal(decide(permission, hat, jiucun), 'allowed')
  })

  it('the officer of the next street in the same district sees nothing either', () => {
    const nextStreet = roleHat('subdistrictOfficer', { ...jiucun, communityId: 11, subdistrictId: 31 })
    for (const permission of guarded) assert.equal(decide(permission, nextStreet, jiucun), 'invisible', permission)
  })
})
