import { useState } from 'preact/hooks'
import { useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { colleagueWords } from '../messages/colleagues.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { useSession } from '../session/session.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { Button } from '../ui/action/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Section } from '../ui/page/section.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { ActingHat } from '../workbench/acting-hat.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { WorkFrame } from '../workbench/work-frame.tsx'
import type { GrantAct } from './grant-act.ts'
import { GrantActDialog } from './grant-act-dialog.tsx'
import { GrantLine } from './grant-line.tsx'

export interface ColleaguesProps {
  readonly desk: Desk
  /** The reader handed over the role that let them in. */
  readonly onLeft: (sentence: string) => void
}

/** Who holds and held which role here; granted, ended and handed over by who leads the committee. */
export const Colleagues = ({ desk, onLeft }: ColleaguesProps) => {
  const words = useWords(colleagueWords)
  const { refresh } = useSession()
  const { communityId, hat } = desk
  const { data, error, refetch } = useQuery('listRoleGrants', { params: { communityId } })
  const [act, ask] = useState<GrantAct | undefined>(undefined)
  const [said, say] = useState('')
  const living = data?.grants.filter((grant) => grant.living) ?? []
  const past = data?.grants.filter((grant) => !grant.living) ?? []
  const done = (sentence: string) => {
    const leftOwn = act?.kind === 'handOver' && act.mine
    ask(undefined)
    if (leftOwn) {
      // whoever handed over their own role wears it no more: the session says what is left
      onLeft(sentence)
      void refresh()
      return
    }
    say(sentence)
    void invalidate('listRoleGrants', { communityId })
  }
  return (
    <WorkFrame desk={desk} here="colleagues">
      <Pane
        title={words.title}
        note={<Joined parts={[<ActingHat key="hat" desk={desk} />, words.note]} />}
        end={
          <Button look="do" icon="plus" onClick={() => ask({ kind: 'grant' })}>
            {words.grant}
          </Button>
        }
      >
        <div role="status">
          {said !== '' && (
            <p class="inbox-said">
              <Icon name="check" size="small" />
              <span>{said}</span>
            </p>
          )}
        </div>
        {data === undefined ? (
          error === null ? (
            <SkeletonRows />
          ) : (
            <LoadFailed error={error} again={() => void refetch()} inline />
          )
        ) : (
          <div class="colleagues">
            {living.length === 0 ? (
              <EmptyState icon="people" title={words.emptyTitle} text={words.emptyText} />
            ) : (
              <Section title={words.living} note={words.livingCount(living.length)} level={3}>
                <ul class="rows sheet">
                  {living.map((grant) => (
                    <GrantLine
                      key={grant.roleGrantId}
                      grant={grant}
                      mine={grant.roleGrantId === hat.hatId}
                      onAct={ask}
                    />
                  ))}
                </ul>
              </Section>
            )}
            {past.length > 0 && (
              <Section title={words.past} level={3}>
                <ul class="rows sheet">
                  {past.map((grant) => (
                    <GrantLine key={grant.roleGrantId} grant={grant} mine={false} onAct={ask} />
                  ))}
                </ul>
              </Section>
            )}
          </div>
        )}
      </Pane>
      <GrantActDialog act={act} desk={desk} onClose={() => ask(undefined)} onDone={done} />
    </WorkFrame>
  )
}
