import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import type { BlindIndex } from '../platform/crypto/blind-index.ts'
import type { CipherPlace } from '../platform/crypto/cipher.ts'
import type { KeyRing } from '../platform/crypto/key-ring.ts'
import { documentBlinds, nameBlinds, openidBlinds, phoneBlinds, unionidBlinds } from './blinds.ts'
import { contactPlace, openidPlace, personPlace, rollPlace } from './places.ts'

/** A row as the database gives it: column → value. */
export type Row = Readonly<Record<string, unknown>>
/** Opened ciphers: column → plaintext; null where the row holds none. */
export type Opened = Readonly<Record<string, string | null>>

/** What key rotation has to know of a table of the vault. A table that is missing here keeps its old key in use. */
export interface RotationTable {
  readonly name: string
  /** The primary key: column and SQL type. */
  readonly key: readonly (readonly [column: string, type: 'uuid' | 'int4'])[]
  readonly ciphers: readonly string[]
  /** Columns that blind indexes are made with besides. */
  readonly also: readonly string[]
  place(row: Row, column: string): CipherPlace
  /** Blind indexes stored in the row: column → index. */
  blindColumns(ring: KeyRing, row: Row, opened: Opened): Readonly<Record<string, BlindIndex | null>>
  /** Blind indexes stored in `blind_indexes` for `row.person_id`: kind → index. */
  uniqueBlinds(ring: KeyRing, row: Row, opened: Opened): Readonly<Record<string, BlindIndex | null>>
}

const text = (value: unknown): string => String(value)

const when = (value: string | null | undefined, index: (value: string) => BlindIndex): BlindIndex | null =>
  value === null || value === undefined ? null : index(value)

export const rotationTables: readonly RotationTable[] = [
  {
    name: 'persons_identity',
    key: [['person_id', 'uuid']],
    ciphers: ['true_name_cipher', 'document_number_cipher', 'birth_on_cipher', 'masks_cipher'],
    also: ['document_kind', 'contested'],
    place: (row, column) => personPlace(column as Parameters<typeof personPlace>[0], text(row.person_id)),
    blindColumns: (ring, _row, opened) => ({
      true_name_blinds: when(opened.true_name_cipher, (name) => nameBlinds(ring, name)),
    }),
    uniqueBlinds: (ring, row, opened) => ({
      // another person is found by a contested document
      document: when(row.contested === true ? null : opened.document_number_cipher, (number) =>
        documentBlinds(ring, row.document_kind as DocumentKind, number),
      ),
    }),
  },
  {
    name: 'contacts',
    key: [['person_id', 'uuid']],
    ciphers: ['phone_cipher', 'masks_cipher'],
    also: [],
    place: (row, column) => contactPlace(column as Parameters<typeof contactPlace>[0], text(row.person_id)),
    blindColumns: () => ({}),
    uniqueBlinds: (ring, _row, opened) => ({ phone: when(opened.phone_cipher, (phone) => phoneBlinds(ring, phone)) }),
  },
  {
    name: 'openids',
    key: [['openid_id', 'uuid']],
    ciphers: ['openid_cipher', 'unionid_cipher'],
    also: ['person_id', 'app_id'],
    place: (row, column) => openidPlace(column as Parameters<typeof openidPlace>[0], text(row.openid_id)),
    blindColumns: () => ({}),
    uniqueBlinds: (ring, row, opened) => ({
      openid: when(opened.openid_cipher, (openid) => openidBlinds(ring, text(row.app_id), openid)),
      unionid: when(opened.unionid_cipher, (unionid) => unionidBlinds(ring, unionid)),
    }),
  },
  {
    name: 'roll_entries',
    key: [
      ['community_id', 'int4'],
      ['entry_id', 'uuid'],
    ],
    ciphers: ['name_cipher', 'document_number_cipher', 'phone_cipher', 'masks_cipher'],
    also: ['document_kind'],
    place: (row, column) =>
      rollPlace(column as Parameters<typeof rollPlace>[0], Number(row.community_id), text(row.entry_id)),
    blindColumns: (ring, row, opened) => ({
      name_blinds: when(opened.name_cipher, (name) => nameBlinds(ring, name)),
      document_blinds: when(opened.document_number_cipher, (number) =>
        documentBlinds(ring, row.document_kind as DocumentKind, number),
      ),
      phone_blinds: when(opened.phone_cipher, (phone) => phoneBlinds(ring, phone)),
    }),
    uniqueBlinds: () => ({}),
  },
]
