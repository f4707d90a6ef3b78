import './me.css'
import type { LookUpView } from '@shequtong/contract/identity'
import { useInfinite } from '../api/query.ts'
import { meWords } from '../messages/me.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Button } from '../ui/action/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Page } from '../ui/page/page.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { Who } from '../ui/people/who.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonVoices } from '../ui/state/skeleton.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'

const fields = [
  'trueName',
  'phone',
  'documentNumber',
  'birthOn',
] as const satisfies readonly LookUpView['fields'][number][]

const LookUp = ({ lookUp }: { readonly lookUp: LookUpView }) => {
  const { lookUpsPage: words } = useWords(meWords)
  const { role } = useWords(roleWords)
  return (
    <li class="look-up">
      <Who
        name={lookUp.byRole === null ? words.yourself : lookUp.byShownName}
        {...(lookUp.byRole === null ? {} : { duty: true, badges: [{ label: role[lookUp.byRole], duty: true }] })}
        meta={<Joined parts={[lookUp.territoryName, <RelativeTime key="at" at={lookUp.at} />]} />}
      />
      <dl class="look-up__facts">
        <dt>{words.fields}</dt>
        <dd>{lookUp.fields.map((field) => words.field[field]).join(words.and)}</dd>
        <dt>{words.reason}</dt>
        <dd>{lookUp.reason}</dd>
      </dl>
    </li>
  )
}

const LookUps = () => {
  const { lookUpsPage: words, more } = useWords(meWords)
  const list = useInfinite('listMyLookUps', {})
  if (list.isPending) return <SkeletonVoices />
  if (list.error !== null) return <LoadFailed error={list.error} again={() => void list.refetch()} inline />
  const byOthers = list.items.filter(({ byRole }) => byRole !== null)
  const seen = new Set(byOthers.flatMap((one) => one.fields))
  const unseen = list.hasNextPage ? [] : fields.filter((field) => !seen.has(field))
  return (
    <>
      {list.items.length === 0 ? (
        <EmptyState icon="eye" title={words.noneTitle} text={words.noneText} />
      ) : (
        <Section title={words.seen} {...(list.hasNextPage ? {} : { note: words.count(list.items.length) })}>
          <Rows>
            {list.items.map((one) => (
              <LookUp key={one.lookUpId} lookUp={one} />
            ))}
          </Rows>
        </Section>
      )}
      {list.hasNextPage && (
        <Button wide size="big" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {more}
        </Button>
      )}
      {unseen.length > 0 && byOthers.length > 0 && (
        <Section title={words.unseen}>
          <Rows>
            {unseen.map((field) => (
              <RowLine
                key={field}
                lead={<Icon name="check" class="jade" />}
                title={words.field[field]}
                plain
                end={<span class="small soft">{words.sinceRegistration}</span>}
              />
            ))}
          </Rows>
        </Section>
      )}
      {list.items.length > 0 && <p class="small soft me-out">{words.doubt}</p>}
    </>
  )
}

const LookUpsPage = () => {
  const { lookUpsPage: words } = useWords(meWords)
  return (
    <SignedInOnly>
      <ResidentShell tab="me">
        <Page>
          <TopBar title={words.title} backHref="/me" />
          <p>{words.intro}</p>
          <LookUps />
        </Page>
      </ResidentShell>
    </SignedInOnly>
  )
}

export default LookUpsPage
