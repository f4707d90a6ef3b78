import type { PublicPage } from '@shequtong/contract/territory'
import { dateOnIn } from '@shequtong/domain/time'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMutation } from '../../api/mutation.ts'
import { invalidate } from '../../api/query-client.ts'
import { usePreferences } from '../../preferences/use-preferences.ts'
import { useSession } from '../../session/session.tsx'
import { codesOf, type FieldCodes } from './checks.ts'
import { claimOf, codesOfRefusal } from './claim.ts'
import type { Draft } from './draft.ts'
import { rememberCode } from './joined-by.ts'
import { type Screen, screenAt, screensOf } from './screens.ts'
import { useDraft } from './use-draft.ts'

/** Where in the form one is, what keeps one there, and handing it in. The screen stands in the address, so that "back" works. */
export const useRegister = (code: string, page: PublicPage, guardianMembershipId: string | null) => {
  const isChild = guardianMembershipId !== null
  const { draft, set, clear } = useDraft(code, isChild)
  const { query, route } = useLocation()
  const { refresh } = useSession()
  const [{ mode }] = usePreferences()
  const [codes, setCodes] = useState<FieldCodes>({})
  const register = useMutation('register')
  const todayOn = dateOnIn(new Date())
  const setting = { communityKind: page.communityKind, todayOn, whose: isChild ? 'child' : 'own' } as const
  const place = { subAreaCount: page.subAreas.length, isChild }
  const screens = screensOf(mode, draft, place)
  const screen = screenAt(screens, query.at)
  const position = screens.indexOf(screen)
  const base = `/j/${encodeURIComponent(code)}`
  const hrefOf = (target: Screen) => `${base}/${isChild ? 'child' : 'register'}?at=${target}`
  const firstStuck = (of: Draft): Screen | undefined =>
    screens.find((one) => Object.keys(codesOf(one, of, setting)).length > 0)

  const handIn = async () => {
    const stuck = firstStuck(draft)
    if (stuck !== undefined) {
      setCodes(codesOf(stuck, draft, setting))
      return route(hrefOf(stuck))
    }
    const done = await register.send({ params: { code }, body: claimOf(draft, guardianMembershipId) })
    if (done === undefined) return
    rememberCode(done.communityId, code)
    clear()
    await Promise.all([refresh(), invalidate('listMyRegistrations')])
    route('/registrations', true)
  }
  /** A refusal about a question leads back to its screen, with the field marked. */
  const refusal = register.error === undefined ? {} : codesOfRefusal(register.error)
  const refusedAt = screens.find((one) => Object.keys(refusal).some((question) => screenAt(screens, question) === one))

  return {
    draft,
    screens,
    screen,
    codes: { ...refusal, ...codes },
    refusedHref: refusedAt === undefined ? undefined : hrefOf(refusedAt),
    failure: Object.keys(refusal).length === 0 ? register.error : undefined,
    isPending: register.isPending,
    todayOn,
    backHref: position === 0 ? base : hrefOf(screens[position - 1] ?? screen),
    set: (change: Partial<Draft>) => {
      setCodes({})
      register.reset()
      set(change)
    },
    goOn: () => {
      const found = codesOf(screen, draft, setting)
      setCodes(found)
      if (Object.keys(found).length > 0) return
      const next = screens[position + 1]
      if (next === undefined) void handIn()
      else route(hrefOf(next))
    },
  }
}

export type Register = ReturnType<typeof useRegister>
