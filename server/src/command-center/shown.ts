import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import { type Call, type ReadAhead, readAhead } from '../http/call.ts'
import { Rendered } from '../http/rendered.ts'
import type { Db } from '../platform/database/db.ts'
import { bytesPerCharacter, type ViewCache } from '../platform/view-cache.ts'
import type { Actor } from '../sessions/actor.ts'

const epochSql = '(select epoch::text from figures_epoch)'

/** What is overdue becomes so without a write. */
const stalestMs = 1_000

/** Something made of the figures of one territory, for every officer the same. */
export interface Figures<E extends AnyEndpoint, Territory extends object> {
  /** Names what is shown in memory; another for each endpoint. */
  readonly name: string
  /** The territory that is asked for; refuses with not-found where there is none, whoever asks. */
  readonly territory: (call: Call<E>) => Promise<Territory>
  /** Which territory that is, and all else of the input that decides what is shown. */
  readonly key: (call: Call<E>) => string
  /** Refuses with not-found whoever may not see it. */
  readonly admit: (actor: Actor, territory: Territory) => void
  readonly make: (db: Db, territory: Territory, call: Call<E>) => Promise<object>
}

const keptAs = async <T extends object>(
  views: ViewCache,
  key: string,
  make: () => Promise<T>,
  bytesOf: (made: T) => number,
): Promise<T> => {
  const known = views.get<T>(key)
  if (known !== undefined) return known
  const made = await make()
  views.set(key, made, bytesOf(made))
  return made
}

/**
 * A read of figures: made once for each state of the figures (0027_figures_epoch.sql), and at the latest anew after
 * `stalestMs`.
 */
export const figuresRead = <E extends AnyEndpoint, Territory extends object>({
  name,
  territory,
  key,
  admit,
  make,
}: Figures<E, Territory>): ReadAhead<E> => {
  const view = async (epoch: string | null, call: Call<E>): Promise<Rendered> => {
    const { views } = call.services
    const state = `figures ${name} ${key(call)} ${epoch}`
    const where = await keptAs(
      views,
      `${state} territory`,
      () => territory(call),
      (found) => JSON.stringify(found).length * bytesPerCharacter,
    )
    admit(call.actor, where)
    const span = Math.floor(call.now.getTime() / stalestMs)
    return keptAs(
      views,
      `${state} ${span}`,
      async () => new Rendered(JSON.stringify(await make(call.db, where, call))),
      ({ bytes }) => bytes.length,
    )
  }
  return readAhead<E>(
    async (call) => {
      const { epoch } = await call.db.one<{ epoch: string | null }>(`select ${epochSql} as epoch`)
      return view(epoch, call)
    },
    { ahead: () => ({ sql: epochSql, values: [] }), view },
  )
}
