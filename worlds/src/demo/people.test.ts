import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkShownName } from '@shequtong/domain/identity/shown-name'
import { demoCommunities, dwellingsOf } from './compounds.ts'
import { createIdentities } from './identities.ts'
import { agesAsOf, communityOf, createPeople } from './people.ts'
import { personas } from './personas.ts'
import { createRoll } from './roll.ts'

const create = () => {
  const identities = createIdentities()
  const people = createPeople(identities)
  return { people, roll: createRoll(people, identities) }
}
const { people, roll } = create()
const rollPersons = roll.flatMap((row) => row.persons)
const dwellings = new Set(demoCommunities.flatMap(dwellingsOf).map((dwelling) => dwelling.key))

/** Written apart from the generator: the weight of position i (1 = last) is 2^(i-1) mod 11. GB 11643-1999, 4.2. */
const isValidIdNumber = (idNumber: string): boolean => {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(idNumber)
  if (!match) return false
  const date = new Date(`${match[1]}-${match[2]}-${match[3]}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(8, 10) !== match[3]) return false
  let sum = 0
  for (const [index, character] of [...idNumber].reverse().entries())
    sum += (2 ** index % 11) * (character === 'X' ? 10 : Number(character))
  return sum % 11 === 1
}

test('two generations of people and roll are equal', () => {
  assert.deepEqual(create(), { people, roll })
})

test('every ID number is valid, and its birth date and sex are the person’s', () => {
  for (const person of people) {
    assert.ok(isValidIdNumber(person.idNumber), person.id)
    assert.equal(person.idNumber.slice(6, 14), person.birthOn.replaceAll('-', ''))
    assert.equal(Number(person.idNumber[16]) % 2 === 1 ? 'male' : 'female', person.sex)
  }
  for (const { name, idNumber } of rollPersons) assert.ok(idNumber === undefined || isValidIdNumber(idNumber), name)
})

test('nobody shares an ID number or a phone with somebody else', () => {
  const ownersOfId = new Map<string, string>()
  const ownersOfPhone = new Map<string, string>()
  const claim = (owners: Map<string, string>, key: string | undefined, owner: string) => {
    if (key === undefined) return
    assert.equal(owners.get(key) ?? owner, owner)
    owners.set(key, owner)
  }
  for (const person of [...people.map((each) => ({ ...each, name: each.trueName })), ...rollPersons]) {
    claim(ownersOfId, person.idNumber, `${person.name} ${person.idNumber}`)
    claim(ownersOfPhone, person.phone, `${person.name} ${person.idNumber ?? person.phone}`)
    assert.match(person.phone ?? '13800000000', /^1380000\d{4}$/)
  }
  assert.equal(new Set(people.map((person) => person.idNumber)).size, people.length)
  assert.equal(new Set(people.map((person) => person.phone)).size, people.length)
  assert.equal(new Set(people.map((person) => person.id)).size, people.length)
})

test('every person lives in a dwelling that exists, works somewhere, or holds an office', () => {
  for (const person of people) {
    if (person.home) assert.ok(dwellings.has(person.home.dwelling), person.id)
    assert.ok(person.home ?? person.organization ?? person.roles[0], person.id)
  }
})

test('the roll has one row per dwelling, led by an owner, with about 8 % tenants and few gaps', () => {
  assert.deepEqual(new Set(roll.map((row) => row.dwelling)), dwellings)
  assert.equal(roll.length, dwellings.size)
  assert.ok(roll.every((row) => row.persons[0]?.tenure === 'propertyOwner'))
  const share = (of: number) => of / roll.length
  const rented = share(roll.filter((row) => row.persons.some((person) => person.tenure === 'tenant')).length)
  const gaps = share(roll.filter((row) => row.persons.some((person) => !person.phone || !person.idNumber)).length)
  assert.ok(rented > 0.06 && rented < 0.1, `rented ${rented}`)
  assert.ok(gaps > 0.002 && gaps < 0.02, `gaps ${gaps}`)
})

test('a stranger can become 吴女士 or 林先生: their roll rows exist, hers with an older phone', () => {
  const onRoll = (id: string) => {
    const person = people.find((each) => each.id === id)
    const found = roll
      .find((row) => row.dwelling === person?.home?.dwelling)
      ?.persons.find((each) => each.idNumber === person?.idNumber)
    return { person, found }
  }
  const wu = onRoll('wu-newcomer')
  assert.equal(wu.found?.name, '吴晓芸')
  assert.notEqual(wu.found?.phone, wu.person?.phone)
  const lin = onRoll('lin')
  assert.deepEqual([lin.found?.tenure, lin.found?.phone], ['tenant', lin.person?.phone])
  assert.equal(onRoll('ap-zhou').found, undefined)
})

test('more than 60 % of the members are under fifty', () => {
  const members = people.filter((person) => person.standing === 'member' && person.memberKind !== undefined)
  const fiftyYearsBefore = `${Number(agesAsOf.slice(0, 4)) - 50}${agesAsOf.slice(4)}`
  const under = members.filter((person) => person.birthOn > fiftyYearsBefore).length / members.length
  assert.ok(under > 0.6 && under < 0.75, `under fifty ${under}`)
})

test('every community of the demo has members and someone who must answer', () => {
  for (const { key } of demoCommunities) {
    const here = people.filter((person) => communityOf(person) === key)
    assert.ok(here.filter((person) => person.memberKind === 'resident').length >= 30, key)
    for (const role of ['committeeSecretary', 'committeeDirector', 'propertyManager'])
      assert.ok(
        here.some((person) => person.roles.some((grant) => grant.role === role)),
        `${key} ${role}`,
      )
  }
})

test('every persona is somebody', () => {
  for (const { personId } of personas)
    assert.ok(
      people.some((person) => person.id === personId),
      personId,
    )
})

test('every member’s shown name is one that the rules allow, before and after the building', () => {
  for (const person of people.filter((each) => each.home)) {
    const building = `${person.home?.dwelling.split('/')[1]}号楼`
    for (const name of [person.shownName, `${building} ${person.shownName}`])
      assert.ok(checkShownName(name, person.trueName, building).ok, `${person.id} ${name}`)
  }
})
