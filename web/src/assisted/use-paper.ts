import type { PublicPage } from '@shequtong/contract/territory'
import { dateOnIn } from '@shequtong/domain/time'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMutation } from '../api/mutation.ts'
import { invalidate } from '../api/query-client.ts'
import { isChildIn } from '../registrations/form/checks.ts'
import { claimOf } from '../registrations/form/claim.ts'
import type { Draft } from '../registrations/form/draft.ts'
import { receiptPath } from '../workbench/work-paths.ts'
import type { CounterDraft } from './counter-draft.ts'
import { codesOfPaper, codesOfPaperRefusal, type PaperCodes, settledClaim } from './paper-checks.ts'
import type { PaperDraft } from './use-paper-draft.ts'

const nothing: PaperCodes = { claim: {}, counter: {} }
const isEmpty = ({ claim, counter }: PaperCodes): boolean => Object.keys({ ...claim, ...counter }).length === 0

/** The paper at the counter: what is on it, what is still missing, and handing it in. */
export const usePaper = (page: PublicPage, { claim, counter, setClaim, setCounter, clear }: PaperDraft) => {
  const { route } = useLocation()
  const [code, setCode] = useState('')
  const [own, setOwn] = useState<PaperCodes>(nothing)
  const register = useMutation('registerOnBehalf')
  const todayOn = dateOnIn(new Date())
  const isChild = isChildIn(claim, { todayOn })
  const refusal = register.error === undefined ? nothing : codesOfPaperRefusal(register.error)
  const touch = () => {
    setOwn(nothing)
    register.reset()
  }
  const handIn = async () => {
    const found = codesOfPaper(claim, counter, code, { communityKind: page.communityKind, todayOn })
    setOwn(found)
    const { presence } = counter
    if (!isEmpty(found) || presence === null) return
    const { communityId, compoundId } = page
    const done = await register.send({
      params: { communityId },
      body: {
        ...claimOf(settledClaim(claim, counter), isChild ? (counter.guardian?.membershipId ?? null) : null),
        compoundId,
        phone: counter.hasPhone === true ? { number: counter.phone.trim(), code: code.trim() } : null,
        presence,
        paperPhotoIds: [...counter.paperPhotoIds],
      },
    })
    if (done === undefined) return
    clear()
    void invalidate('listRegistrations', { communityId })
    route(receiptPath(communityId, done.registrationId))
  }
  return {
    claim,
    counter,
    code,
    todayOn,
    isChild,
    codes: isEmpty(own) ? refusal : own,
    failure: isEmpty(refusal) ? register.error : undefined,
    isPending: register.isPending,
    setClaim: (change: Partial<Draft>) => {
      touch()
      // the guardian lives behind the same door
      if ('dwellingId' in change && change.dwellingId !== claim.dwellingId) setCounter({ guardian: null })
      setClaim(change)
    },
    setCounter: (change: Partial<CounterDraft>) => {
      touch()
      setCounter(change)
    },
    setCode: (next: string) => {
      touch()
      setCode(next)
    },
    handIn,
  }
}

export type Paper = ReturnType<typeof usePaper>
