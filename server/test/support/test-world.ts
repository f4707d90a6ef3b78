import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { checkCharacterOf } from '@shequtong/domain/identity/citizen-id-number'
import type { MemberKind, Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { Role } from '@shequtong/domain/roles/roles'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { importRoll, type RollDwelling } from '../../src/dwelling-roll/import.ts'
import { buildApp } from '../../src/http/app.ts'
import type { Services } from '../../src/http/services.ts'
import { createRelay } from '../../src/jobs/relay.ts'
import { newCode } from '../../src/platform/crypto/tokens.ts'
import { transaction } from '../../src/platform/database/db.ts'
import { newId } from '../../src/platform/ids.ts'
import { mountRealtime } from '../../src/realtime/mount.ts'
import { grantRole } from '../../src/roles/grant.ts'
import { createPerson } from '../../src/sessions/session-store.ts'
import { importTerritory } from '../../src/territory/import.ts'
import { tableContents } from './table-contents.ts'
import type { TestClock } from './test-clock.ts'
import { TestPerson } from './test-person.ts'
import { createTestServices, smsToken } from './test-services.ts'
import { witness } from './witness.ts'

export interface TestCompound {
  readonly communityId: number
  readonly compoundId: string
  readonly code: string
  readonly subdistrictId: number
  readonly districtId: number
}

const directory = [
  ['310113003', '友谊路街道', '310113003040', '宝山九村居委会', '宝山九村', 'neighbourhood'],
  ['310113003', '友谊路街道', '310113003041', '宝山十村居委会', '宝山十村', 'neighbourhood'],
  ['310113112', '庙行镇', '310113112017', '共康雅苑第二居委会', '共康雅苑第二', 'neighbourhood'],
  ['310113112', '庙行镇', '310113112201', '场北村委会', '场北', 'village'],
] as const

/** Buildings 1 and 92, two staircases, six floors, two doors each; nobody on the roll until a test puts them there. */
const doors = (): RollDwelling[] =>
  [1, 92].flatMap((building) =>
    [1, 2].flatMap((staircase) =>
      [1, 2, 3, 4, 5, 6].flatMap((floor) =>
        [1, 2].map((door) => ({
          subArea: building === 92 ? '北块' : '南块',
          building: `${building}号楼`,
          staircase: `${staircase} 单元`,
          room: `${floor}0${door}`,
          floor,
          floorAreaCm2: 713_600,
          floorAreaSource: 'register' as const,
          persons: [],
        })),
      ),
    ),
  )

let people = 0

const nextPerson = (): number => {
  people += 1
  return people
}

/** A valid, invented ID number: born on `birthOn`, the parity of `order` decides the sex. */
export const inventIdNumber = (birthOn = '1988-06-12', order = nextPerson()): string => {
  const first = `310113${birthOn.replaceAll('-', '')}${String(order % 1000).padStart(3, '0')}`
  return first + checkCharacterOf(first)
}

export interface NewMember {
  readonly shownName?: string
  readonly trueName?: string
  readonly kind?: MemberKind
  readonly tenure?: Tenure
  readonly party?: boolean
}

/** A whole system over a database of its own: a small district, a clock to move, an SMS gateway and WeChat to talk to. */
export class TestWorld {
  readonly clock: TestClock
  readonly app: FastifyInstance
  readonly services: Services
  /** For what only the operator of an installation may write. */
  readonly ownerPool: pg.Pool
  readonly compounds: readonly TestCompound[]
  readonly photoFolder: string
  private readonly closing: (() => Promise<unknown>)[]
  private readonly sms: FastifyInstance
  private reviewers = new Map<number, TestPerson>()

  constructor(parts: {
    app: FastifyInstance
    services: Services
    ownerPool: pg.Pool
    compounds: TestCompound[]
    photoFolder: string
    clock: TestClock
    sms: FastifyInstance
    closing: (() => Promise<unknown>)[]
  }) {
    this.app = parts.app
    this.services = parts.services
    this.ownerPool = parts.ownerPool
    this.compounds = parts.compounds
    this.photoFolder = parts.photoFolder
    this.clock = parts.clock
    this.sms = parts.sms
    this.closing = parts.closing
  }

  /** 宝山九村, where most tests play. */
  get home(): TestCompound {
    return this.compounds[0] as TestCompound
  }

  stranger(name = 'a stranger'): TestPerson {
    return new TestPerson(this.app, name)
  }

  /** The latest text message to this phone, as the gateway got it. */
  async lastSms(phone: string): Promise<{ template: string; values: Record<string, string> } | undefined> {
    const response = await this.sms.inject({
      url: `/messages?to=${encodeURIComponent(`+86${phone}`)}`,
      headers: { authorization: `Bearer ${smsToken}` },
    })
    return (JSON.parse(response.body) as { messages: { template: string; values: Record<string, string> }[] })
      .messages[0]
  }

  newPhone(): string {
    return `1380000${String(nextPerson() % 10_000).padStart(4, '0')}`
  }

  /** Somebody signed in by phone, without any capacity yet. */
  async visitor(name: string, phone = this.newPhone()): Promise<TestPerson> {
    const person = this.stranger(name)
    await person.does('requestPhoneCode', { body: { phone } })
    const code = (await this.lastSms(phone))?.values.code ?? ''
    await person.does('signInByPhone', { body: { phone, code } })
    this.clock.advance({ seconds: 61 })
    return person
  }

  /** Somebody who acts in a role of a territory. */
  async inRole(role: Role, territoryId: number, shownName = `${role}`): Promise<TestPerson> {
    const phone = this.newPhone()
    await transaction(this.services.pool, async (tx) => {
      const personId = await createPerson(tx, this.clock.now())
      await this.services.vault.putPhone(tx, personId, `+86${phone}`, this.clock.now())
      await grantRole(tx, { personId, role, territoryId, shownName, grantedBy: undefined }, this.clock.now())
    })
    return this.visitor(shownName, phone)
  }

  async reviewer(communityId: number): Promise<TestPerson> {
    const known = this.reviewers.get(communityId)
    if (known !== undefined) return known
    const made = await this.inRole('committeeDirector', communityId, '孙主任')
    this.reviewers.set(communityId, made)
    return made
  }

  async door(compound: TestCompound, building: string, staircase: string, room: string): Promise<string> {
    const row = await this.services.db.one<{ id: string }>(
      `select d.dwelling_id as id from dwellings d join staircases s using (community_id, staircase_id)
       join buildings b using (community_id, building_id)
       where d.community_id = $1 and b.name = $2 and s.name = $3 and d.room = $4`,
      [compound.communityId, building, staircase, room],
    )
    return row.id
  }

  /** What somebody of the compound would fill in. */
  async claim(compound: TestCompound, more: NewMember = {}) {
    const {
      kind = 'resident',
      shownName = '92号楼 吴女士',
      trueName = '吴小云',
      tenure = 'propertyOwner',
      party = false,
    } = more
    return {
      trueName,
      documentKind: 'citizenId' as const,
      documentNumber: inventIdNumber(),
      dwellingId: kind === 'employee' ? null : await this.door(compound, '92号楼', '2 单元', '502'),
      memberKind: kind,
      tenure: kind === 'employee' ? null : tenure,
      shownName,
      consents: [
        ...(['service', 'sensitiveIdentity', 'rollComparison'] as const),
        ...(party ? (['partyBadge'] as const) : []),
      ],
    }
  }

  /** A neighbour: registered and approved through the API. */
  async member(compound: TestCompound = this.home, more: NewMember = {}): Promise<TestPerson> {
    const person = await this.visitor(more.shownName ?? '吴女士')
    const registration = await person.does('register', {
      params: { code: compound.code },
      body: await this.claim(compound, more),
    })
    const reviewer = await this.reviewer(compound.communityId)
    await reviewer.does('approveRegistration', {
      params: { communityId: compound.communityId, registrationId: registration.registrationId },
      body: {},
    })
    return person
  }

  /** Runs `work` and finds every table and the photos' folder as they were. */
  async writesNothing(work: () => Promise<void>): Promise<void> {
    const held = async () => ({
      ...(await tableContents(this.ownerPool)),
      files: (await readdir(this.photoFolder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .toSorted(),
    })
    const before = await held()
    await work()
    assert.deepEqual(await held(), before, 'something was written')
  }

  /** Lets everything that follows from the outbox happen. */
  async settle(): Promise<void> {
    await createRelay(this.services).drain()
  }

  async close(): Promise<void> {
    for (const close of this.closing.toReversed()) await close()
  }
}

export const createTestWorld = async (
  options: { demo?: boolean; outside?: boolean; requestsPerMinute?: number; realtime?: boolean } = {},
): Promise<TestWorld> => {
  const { services, ownerPool, clock, sms, photoFolder, close } = await createTestServices(options)
  await transaction(ownerPool, (tx) =>
    importTerritory(
      tx,
      { name: '宝山区' },
      directory.map(([subdistrictCode, subdistrictName, communityCode, communityName, displayName, communityKind]) => ({
        subdistrictCode,
        subdistrictName,
        subdistrictKind: subdistrictCode === '310113003' ? 'street' : 'town',
        communityCode,
        communityName,
        displayName,
        communityKind,
      })),
    ),
  )
  const compounds: TestCompound[] = []
  for (const place of await services.territory.all()) {
    const compound = {
      compoundId: newId(),
      code: newCode(),
      communityId: place.communityId,
      subdistrictId: place.subdistrictId,
      districtId: place.districtId,
    }
    await transaction(services.pool, async (tx) => {
      await tx.run(`insert into compounds (community_id, compound_id, name) values ($1, $2, $3)`, [
        compound.communityId,
        compound.compoundId,
        place.shortName,
      ])
      await importRoll(tx, services.vault, compound, doors())
      await tx.run(
        `insert into qr_codes (qr_code_id, code, community_id, compound_id, edition, created_at) values ($1, $2, $3, $4, 1, $5)`,
        [newId(), compound.code, compound.communityId, compound.compoundId, clock.now()],
      )
    })
    compounds.push(compound)
  }
  const app = await buildApp(services, { requestsPerMinute: options.requestsPerMinute ?? 1_000_000, witness })
  if (options.realtime === true) mountRealtime(app, services)
  return new TestWorld({
    app,
    services,
    ownerPool,
    compounds,
    photoFolder,
    clock,
    sms,
    closing: [close, () => app.close()],
  })
}
