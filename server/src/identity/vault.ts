import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import type { IdentityField, LookUpField } from '@shequtong/domain/identity/identity-fields'
import type { Result } from '@shequtong/domain/result'
import { type BlindIndex, blindIndexOf } from '../platform/crypto/blind-index.ts'
import type { KeyRing } from '../platform/crypto/key-ring.ts'
import { documentBlinds, openidBlinds, phoneBlinds, unionidBlinds } from './blinds.ts'
import * as lookUps from './look-up-log.ts'
import * as openids from './openid-records.ts'
import * as persons from './person-records.ts'
import * as roll from './roll-records.ts'
import type {
  ClaimComparison,
  DeliveryAddresses,
  Identity,
  Looker,
  LookUp,
  LookUpOccasion,
  LookUpPage,
  LookUpRefused,
  Masks,
  Openid,
  OwnIdentity,
  PersonMasks,
  Revealed,
  RevealedRollEntry,
  RollEntry,
  RollField,
  Taken,
  VaultClient,
} from './vault-types.ts'

/**
 * The only door to real identities. Each function takes part in the transaction of the client it is given.
 * Reading a value of somebody else is `reveal` or `revealRollEntries`, which write the look-up themselves.
 */
export interface Vault {
  /** Stores or replaces. Refused, with nothing changed, when another person holds the same document. */
  putIdentity(client: VaultClient, personId: string, identity: Identity, now: Date): Promise<Result<undefined, Taken>>
  /** Stores or replaces a claim to a document that another person holds: that person stays the one who is found by it. */
  putContestedIdentity(client: VaultClient, personId: string, identity: Identity, now: Date): Promise<void>
  /** Whether the person's claim names a document that another person holds now. */
  isDocumentTaken(client: VaultClient, personId: string): Promise<boolean>
  /** Makes a contested document the person's; refused as long as another holds it. Changes nothing for one of their own. */
  claimDocument(client: VaultClient, personId: string, now: Date): Promise<Result<undefined, Taken>>
  /** The person's one phone, verified at `verifiedAt`; the one before is forgotten. */
  putPhone(client: VaultClient, personId: string, phone: string, verifiedAt: Date): Promise<Result<undefined, Taken>>
  removePhone(client: VaultClient, personId: string): Promise<void>
  putOpenid(client: VaultClient, personId: string, openid: Openid, now: Date): Promise<Result<undefined, Taken>>
  removeOpenids(client: VaultClient, personId: string): Promise<void>
  findPersonByPhone(client: VaultClient, phone: string): Promise<string | null>
  findPersonByDocument(client: VaultClient, kind: DocumentKind, number: string): Promise<string | null>
  findPersonByOpenid(client: VaultClient, appId: string, openid: string): Promise<string | null>
  findPersonByUnionid(client: VaultClient, unionid: string): Promise<string | null>
  /** What one-time codes are stored under: not the phone, and not what the vault finds it by. */
  phoneCodeIndex(phone: string): Buffer
  /** For a reply to the person alone; the caller has made sure that the person asks. Null: the vault holds nothing. */
  ownIdentity(client: VaultClient, personId: string): Promise<OwnIdentity | null>
  /** The same for taking along what is one's own: the look-up that says so is written with it. */
  exportOwn(client: VaultClient, personId: string, reason: string, now: Date): Promise<OwnIdentity>
  /** For sending the person's own messages; never for a screen. */
  deliveryAddresses(client: VaultClient, personId: string): Promise<DeliveryAddresses>
  /** Persons of whom the vault holds nothing are absent; the order is not that of `personIds`. */
  masks(client: VaultClient, personIds: string[]): Promise<PersonMasks[]>
  reveal(
    client: VaultClient,
    subjectPersonId: string,
    fields: readonly IdentityField[],
    looker: Looker,
  ): Promise<Result<Revealed, LookUpRefused>>
  revealRollEntries(
    client: VaultClient,
    communityId: number,
    entryIds: string[],
    fields: readonly RollField[],
    looker: Looker & { readonly occasion: LookUpOccasion },
  ): Promise<Result<RevealedRollEntry[], LookUpRefused>>
  recordLookUps(
    client: VaultClient,
    subjectPersonIds: readonly string[],
    fields: readonly LookUpField[],
    looker: Looker & { readonly occasion: LookUpOccasion },
  ): Promise<Result<number, LookUpRefused>>
  lookUpsAbout(client: VaultClient, personId: string, page: LookUpPage): Promise<LookUp[]>
  putRollEntries(client: VaultClient, communityId: number, entries: readonly RollEntry[]): Promise<number>
  removeRollEntries(client: VaultClient, communityId: number, entryIds: string[]): Promise<number>
  rollMasks(client: VaultClient, communityId: number, entryIds: string[]): Promise<ReadonlyMap<string, Masks>>
  compareClaimWithRoll(
    client: VaultClient,
    claim: { readonly personId: string; readonly communityId: number; readonly entryIds: string[] },
  ): Promise<ClaimComparison[]>
  /** Forgets all but the phone: for the result of a request that somebody who left is still owed. */
  eraseButPhone(client: VaultClient, personId: string): Promise<void>
  /** Forgets who the person is; look-ups about them stay. Nothing can be stored for this person id afterwards. */
  erase(client: VaultClient, personId: string, now: Date): Promise<void>
}

export const createVault = (ring: KeyRing): Vault => {
  const fresh = <T>(work: () => Promise<T>): Promise<T> => withFreshKeys(ring, work)
  const find = (client: VaultClient, kind: string, indexOf: () => BlindIndex): Promise<string | null> =>
    fresh(() => persons.findPerson(client, kind, indexOf()))
  return {
    putIdentity: (client, personId, identity, now) =>
      fresh(() => persons.putIdentity(ring, client, personId, identity, now)),
    putContestedIdentity: (client, personId, identity, now) =>
      fresh(() => persons.putContestedIdentity(ring, client, personId, identity, now)),
    isDocumentTaken: (client, personId) => fresh(() => persons.isDocumentTaken(ring, client, personId)),
    claimDocument: (client, personId, now) => fresh(() => persons.claimDocument(ring, client, personId, now)),
    putPhone: (client, personId, phone, verifiedAt) =>
      fresh(() => persons.putPhone(ring, client, personId, phone, verifiedAt)),
    removePhone: async (client, personId) => {
      await client.query('select identity.remove_phone($1)', [personId])
    },
    putOpenid: (client, personId, openid, now) => fresh(() => openids.putOpenid(ring, client, personId, openid, now)),
    removeOpenids: async (client, personId) => {
      await client.query('select identity.remove_openids($1)', [personId])
    },
    findPersonByPhone: (client, phone) => find(client, 'phone', () => phoneBlinds(ring, phone)),
    findPersonByDocument: (client, kind, number) => find(client, 'document', () => documentBlinds(ring, kind, number)),
    findPersonByOpenid: (client, appId, openid) => find(client, 'openid', () => openidBlinds(ring, appId, openid)),
    findPersonByUnionid: (client, unionid) => find(client, 'unionid', () => unionidBlinds(ring, unionid)),
    phoneCodeIndex: (phone) => {
      // The oldest key, so that processes in the middle of a rotation agree.
      const [oldest] = blindIndexOf(ring, 'phone-code', phone).blinds
      if (oldest === undefined) throw new Error('the key ring has no blind key')
      return oldest
    },
    ownIdentity: (client, personId) => persons.ownIdentity(ring, client, personId),
    exportOwn: (client, personId, reason, now) => persons.exportOwn(ring, client, personId, reason, now),
    deliveryAddresses: (client, personId) => openids.deliveryAddresses(ring, client, personId),
    masks: (client, personIds) => persons.masks(ring, client, personIds),
    reveal: (client, subjectPersonId, fields, looker) => lookUps.reveal(ring, client, subjectPersonId, fields, looker),
    revealRollEntries: (client, communityId, entryIds, fields, looker) =>
      lookUps.revealRollEntries(ring, client, communityId, entryIds, fields, looker),
    recordLookUps: lookUps.recordLookUps,
    lookUpsAbout: lookUps.lookUpsAbout,
    putRollEntries: (client, communityId, entries) =>
      fresh(() => roll.putRollEntries(ring, client, communityId, entries)),
    removeRollEntries: roll.removeRollEntries,
    rollMasks: (client, communityId, entryIds) => roll.rollMasks(ring, client, communityId, entryIds),
    compareClaimWithRoll: (client, claim) => roll.compareClaimWithRoll(ring, client, claim),
    eraseButPhone: async (client, personId) => {
      await client.query('select identity.erase_but_phone($1)', [personId])
    },
    erase: async (client, personId, now) => {
      await client.query('select identity.erase_person($1, $2)', [personId, now])
    },
  }
}

const keyRetired = 'SQV01'
const transactionAborted = '25P02'

/** A process whose keys were retired meanwhile reads them again. Inside a transaction the next attempt is the caller's. */
const withFreshKeys = async <T>(ring: KeyRing, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code !== keyRetired) throw error
    ring.reload()
    return await work().catch((second: { code?: string }) => {
      throw second.code === transactionAborted ? error : second
    })
  }
}
