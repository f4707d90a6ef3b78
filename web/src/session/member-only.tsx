import type { HatView } from '@shequtong/contract/sessions'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { PageSkeleton } from '../ui/state/page-skeleton.tsx'
import { homeOf, useSession } from './session.tsx'

/** A member's hat: it has a community. */
export interface MemberHat extends HatView {
  readonly communityId: number
}

const isMember = (hat: HatView | undefined): hat is MemberHat => hat?.type === 'member' && hat.communityId !== null

/** A screen of a member: whoever wears another hat, or none, is shown their own first screen. */
export const MemberOnly = ({ children }: { readonly children: (hat: MemberHat) => ComponentChildren }) => {
  const { me, hat } = useSession()
  const { route } = useLocation()
  const member = isMember(hat)
  useEffect(() => {
    if (!member) route(homeOf(me), true)
  }, [member])
  return member ? children(hat) : <PageSkeleton />
}
