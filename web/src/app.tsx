import { useEffect, useMemo } from 'preact/hooks'
import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { useQuery } from './api/query.ts'
import { invalidate } from './api/query-client.ts'
import { lazyPage } from './messages/use-words.ts'
import { keepSent } from './outgoing/keep-sent.ts'
import { useOutgoingService } from './outgoing/use-outgoing.ts'
import { LoadFailed } from './session/load-failed.tsx'
import { homeOf, type Session, SessionContext, useSession } from './session/session.tsx'
import { useKnownMe } from './session/use-known-me.ts'
import { doorTo } from './sign-in/return-to.ts'
import { PageSkeleton } from './ui/state/page-skeleton.tsx'

const SignInAgain = lazyPage(() => import('./sign-in/sign-in-again.tsx'))
const DemoPage = lazyPage(() => import('./demo/demo-page.tsx'))
const JoinPage = lazyPage(() => import('./join/join-page.tsx'))
const RegisterPage = lazyPage(() => import('./registrations/register-page.tsx'))
const RegistrationsPage = lazyPage(() => import('./registrations/registrations-page.tsx'))
const SignInPage = lazyPage(() => import('./sign-in/sign-in-page.tsx'))
const WechatReturnPage = lazyPage(() => import('./sign-in/wechat-return-page.tsx'))
const HomePage = lazyPage(() => import('./home/home-page.tsx'))
const BoardPage = lazyPage(() => import('./boards/board-page.tsx'))
const PostPage = lazyPage(() => import('./posts/post-page.tsx'))
const SearchPage = lazyPage(() => import('./search/search-page.tsx'))
const OfficersSearchPage = lazyPage(() => import('./search/officers-search-page.tsx'))
const ThreadPage = lazyPage(() => import('./service-requests/thread-page.tsx'))
const ComposePage = lazyPage(() => import('./compose/compose-page.tsx'))
const MinePage = lazyPage(() => import('./service-requests/mine-page.tsx'))
const MePage = lazyPage(() => import('./me/me-page.tsx'))
const LookUpsPage = lazyPage(() => import('./me/look-ups-page.tsx'))
const SessionsPage = lazyPage(() => import('./me/sessions-page.tsx'))
const NotificationsPage = lazyPage(() => import('./me/notifications-page.tsx'))
const LeavingPage = lazyPage(() => import('./leaving/leaving-page.tsx'))
const PhonePage = lazyPage(() => import('./phone/phone-page.tsx'))
const DataExportPage = lazyPage(() => import('./data-export/data-export-page.tsx'))
const MovingPage = lazyPage(() => import('./me/moving-page.tsx'))
const OwnHandOverPage = lazyPage(() => import('./roles/own-hand-over-page.tsx'))
const HouseholdPage = lazyPage(() => import('./household/household-page.tsx'))
const SpeakPage = lazyPage(() => import('./household/speak-page.tsx'))
const BlocksPage = lazyPage(() => import('./leaving/blocks-page.tsx'))
const StandsPage = lazyPage(() => import('./assisted/stands-page.tsx'))
const AssistedPage = lazyPage(() => import('./assisted/assisted-page.tsx'))
const ReceiptPage = lazyPage(() => import('./assisted/receipt-page.tsx'))
const SlipPage = lazyPage(() => import('./assisted/slip-page.tsx'))
const InboxPage = lazyPage(() => import('./workbench/inbox-page.tsx'))
const ReviewPage = lazyPage(() => import('./workbench/review-page.tsx'))
const QrCodesPage = lazyPage(() => import('./workbench/qr-codes-page.tsx'))
const RollPage = lazyPage(() => import('./dwelling-roll/roll-page.tsx'))
const MembersPage = lazyPage(() => import('./members/members-page.tsx'))
const MemberPage = lazyPage(() => import('./members/member-page.tsx'))
const DeskPhonePage = lazyPage(() => import('./members/desk-phone-page.tsx'))
const OfficePage = lazyPage(() => import('./offices/office-page.tsx'))
const BoardDeskPage = lazyPage(() => import('./boards/board-desk-page.tsx'))
const PublishPage = lazyPage(() => import('./posts/publish-page.tsx'))
const RotaPage = lazyPage(() => import('./rota/rota-page.tsx'))
const ColleaguesPage = lazyPage(() => import('./roles/colleagues-page.tsx'))
const DistrictPage = lazyPage(() => import('./command-center/district-page.tsx'))
const SubdistrictPage = lazyPage(() => import('./command-center/subdistrict-page.tsx'))
const OfficersInboxPage = lazyPage(() => import('./officers/officers-inbox-page.tsx'))
const CommunityPage = lazyPage(() => import('./command-center/community-page.tsx'))
const NotFoundPage = lazyPage(() => import('./session/not-found-page.tsx'))

/** `/`: everyone is sent to the first screen of the hat they wear. */
const Start = () => {
  const { me } = useSession()
  const { route } = useLocation()
  const target = homeOf(me)
  useEffect(() => route(target, true), [target])
  return <PageSkeleton />
}

const Rooms = () => (
  <Router>
    <Route path="/" component={Start} />
    <Route path="/demo" component={DemoPage} />
    <Route path="/j/:code" component={JoinPage} />
    <Route path="/j/:code/register" component={RegisterPage} />
    <Route path="/j/:code/child" component={RegisterPage} />
    <Route path="/registrations" component={RegistrationsPage} />
    <Route path="/sign-in" component={SignInPage} />
    <Route path="/sign-in/wechat" component={WechatReturnPage} />
    <Route path="/home" component={HomePage} />
    <Route path="/search" component={SearchPage} />
    <Route path="/compose" component={ComposePage} />
    <Route path="/mine" component={MinePage} />
    <Route path="/communities/:communityId/boards/:boardId" component={BoardPage} />
    <Route path="/communities/:communityId/posts/:postId" component={PostPage} />
    <Route path="/communities/:communityId/service-requests/:serviceRequestId" component={ThreadPage} />
    <Route path="/me" component={MePage} />
    <Route path="/me/look-ups" component={LookUpsPage} />
    <Route path="/me/sessions" component={SessionsPage} />
    <Route path="/me/notifications" component={NotificationsPage} />
    <Route path="/me/leave" component={LeavingPage} />
    <Route path="/me/blocks" component={BlocksPage} />
    <Route path="/me/phone" component={PhonePage} />
    <Route path="/me/export" component={DataExportPage} />
    <Route path="/me/moving" component={MovingPage} />
    <Route path="/me/hand-over" component={OwnHandOverPage} />
    <Route path="/me/household" component={HouseholdPage} />
    <Route path="/me/household/:membershipId" component={SpeakPage} />
    <Route path="/r/:code" component={StandsPage} />
    <Route path="/work/:communityId/assisted" component={AssistedPage} />
    <Route path="/work/:communityId/assisted/:registrationId/receipt" component={ReceiptPage} />
    <Route path="/communities/:communityId/service-requests/:serviceRequestId/receipt" component={SlipPage} />
    <Route path="/work/:communityId" component={InboxPage} />
    <Route path="/work/:communityId/service-requests/:serviceRequestId" component={InboxPage} />
    <Route path="/work/:communityId/registrations" component={ReviewPage} />
    <Route path="/work/:communityId/registrations/:registrationId" component={ReviewPage} />
    <Route path="/work/:communityId/qr-codes" component={QrCodesPage} />
    <Route path="/work/:communityId/roll" component={RollPage} />
    <Route path="/work/:communityId/members" component={MembersPage} />
    <Route path="/work/:communityId/members/:membershipId" component={MemberPage} />
    <Route path="/work/:communityId/members/:membershipId/phone" component={DeskPhonePage} />
    <Route path="/work/:communityId/office" component={OfficePage} />
    <Route path="/work/:communityId/boards" component={BoardDeskPage} />
    <Route path="/work/:communityId/boards/:boardId" component={PublishPage} />
    <Route path="/work/:communityId/rota" component={RotaPage} />
    <Route path="/work/:communityId/colleagues" component={ColleaguesPage} />
    <Route path="/command/districts/:districtId" component={DistrictPage} />
    <Route path="/command/subdistricts/:subdistrictId" component={SubdistrictPage} />
    <Route path="/command/districts/:districtId/search" component={OfficersSearchPage} />
    <Route path="/command/subdistricts/:subdistrictId/search" component={OfficersSearchPage} />
    <Route path="/command/subdistricts/:subdistrictId/inbox" component={OfficersInboxPage} />
    <Route
      path="/command/subdistricts/:subdistrictId/inbox/:communityId/:serviceRequestId"
      component={OfficersInboxPage}
    />
    <Route path="/command/districts/:districtId/inbox" component={OfficersInboxPage} />
    <Route path="/command/districts/:districtId/inbox/:communityId/:serviceRequestId" component={OfficersInboxPage} />
    <Route path="/command/communities/:communityId" component={CommunityPage} />
    <Route path="/command/communities/:communityId/service-requests/:serviceRequestId" component={CommunityPage} />
    <Route default component={NotFoundPage} />
  </Router>
)

/** Who comes in by a link without a session signs in first and then arrives at that page. */
const Screens = () => {
  const { me } = useSession()
  const { url, route } = useLocation()
  const door = me.signedIn ? null : doorTo(url)
  useEffect(() => {
    if (door !== null) route(door, true)
  }, [door])
  return door === null ? <Rooms /> : <PageSkeleton />
}

export const App = () => {
  const me = useQuery('readMe', {}, { staleTimeMs: 60_000 })
  const { known, isGone, later } = useKnownMe(me.data)
  const session = useMemo<Session | undefined>(
    () =>
      known === undefined
        ? undefined
        : {
            me: known,
            hat: known.hats.find((hat) => hat.hatId === known.actingHatId),
            refresh: () => invalidate('readMe'),
          },
    [known],
  )
  useOutgoingService(isGone ? undefined : session?.hat?.hatId, keepSent)
  if (session === undefined)
    return me.error ? <LoadFailed error={me.error} again={() => void me.refetch()} /> : <PageSkeleton />
  return (
    <SessionContext.Provider value={session}>
      <LocationProvider>
        <Screens />
        {isGone && (
          <ErrorBoundary>
            <SignInAgain onLater={later} />
          </ErrorBoundary>
        )}
      </LocationProvider>
    </SessionContext.Provider>
  )
}
