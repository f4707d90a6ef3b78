import { v7 } from 'uuid'

/** A new id: UUIDv7 (RFC 9562), monotonic within this process, made here because PostgreSQL 15 cannot. */
export const newId = (): string => v7()
