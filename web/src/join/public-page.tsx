import './join.css'
import '../ui/page/rows.css'
import type { PublicPage as View } from '@shequtong/contract/territory'
import { joinWords } from '../messages/join.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { OfficeSection } from '../offices/office-rows.tsx'
import { ModeSwitch } from '../ui/action/mode-switch.tsx'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Mast } from '../ui/page/mast.tsx'
import { Page } from '../ui/page/page.tsx'
import { Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { Who } from '../ui/people/who.tsx'
import { JoinBar } from './join-bar.tsx'
import { NoticeLine } from './notice-line.tsx'

/** All that is readable before approval: where this is, who is in charge, what was announced. */
export const PublicPage = ({ code, page }: { readonly code: string; readonly page: View }) => {
  const words = useWords(joinWords)
  const { role } = useWords(roleWords)
  return (
    <Page>
      <Mast
        title={page.compoundName}
        note={<Joined parts={[page.subdistrictName, page.subAreas.length > 0 && words.subAreas(page.subAreas)]} />}
        action={<ModeSwitch />}
      />
      <p class="join__intro">{words.households(page.dwellingCount.toLocaleString('en-US'))}</p>
      <Section title={words.inCharge} note={page.inCharge.length > 0 ? words.all(page.inCharge.length) : undefined}>
        {page.inCharge.length === 0 ? (
          <p class="soft">{words.inChargeNobody}</p>
        ) : (
          <Rows>
            {page.inCharge.map((one) => (
              <li key={`${one.role} ${one.shownName}`} class="row">
                <Who name={one.shownName} duty badges={[{ label: role[one.role], duty: true }]} />
              </li>
            ))}
          </Rows>
        )}
      </Section>
      <OfficeSection communityId={page.communityId} />
      <Section title={words.announcements} note={words.readable}>
        {page.announcements.length === 0 ? (
          <p class="soft">{words.noAnnouncements}</p>
        ) : (
          <Rows>
            {page.announcements.map((notice) => (
              <NoticeLine key={`${notice.publishedAt} ${notice.title}`} notice={notice} />
            ))}
          </Rows>
        )}
      </Section>
      <p class="small soft join__closed">
        <Icon name="lock" size="small" />
        <span>{words.closed}</span>
      </p>
      <JoinBar code={code} communityId={page.communityId} />
    </Page>
  )
}
