import '../workbench/workbench.css'
import { officersInboxWords } from '../messages/officers-inbox.ts'
import { useWords } from '../messages/use-words.ts'
import { ButtonLink } from '../ui/action/button.tsx'
import { Page } from '../ui/page/page.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { OfficersInbox } from './officers-inbox.tsx'
import { useOfficersWork } from './use-officers-work.ts'

export interface OfficersInboxPageProps {
  /** One of the two, by the address. */
  readonly subdistrictId?: string
  readonly districtId?: string
  /** The one that is looked at. */
  readonly communityId?: string
  readonly serviceRequestId?: string
}

/** 报上来的事: the inbox of a subdistrict or a district. */
const OfficersInboxPage = ({ subdistrictId, districtId, communityId, serviceRequestId }: OfficersInboxPageProps) => {
  const words = useWords(officersInboxWords)
  const level = subdistrictId === undefined ? 'district' : 'subdistrict'
  const work = useOfficersWork(level, Number(subdistrictId ?? districtId))
  if (work === undefined)
    return (
      <main id="main">
        <Page>
          <h1 class="visually-hidden">{words.notHereTitle}</h1>
          <EmptyState
            icon="lock"
            title={words.notHereTitle}
            text={words.notHereText}
            actions={
              <ButtonLink href="/me" look="do" size="big">
                {words.me}
              </ButtonLink>
            }
          />
        </Page>
      </main>
    )
  const selected =
    communityId === undefined || serviceRequestId === undefined
      ? undefined
      : { communityId: Number(communityId), serviceRequestId }
  return <OfficersInbox work={work} selected={selected} />
}

export default OfficersInboxPage
