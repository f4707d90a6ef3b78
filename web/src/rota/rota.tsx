import './rota.css'
import type { RotaView } from '@shequtong/contract/rota'
import { addDays, type DateOn, dateOnIn, startOf } from '@shequtong/domain/time'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { rotaWords } from '../messages/rota.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { communityRoom } from '../realtime/rooms.ts'
import { useRoom } from '../realtime/use-room.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { Button } from '../ui/action/button.tsx'
import { IconButton } from '../ui/action/icon-button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page/section.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { useNow } from '../ui/time/use-now.ts'
import type { Desk } from '../workbench/use-desk.ts'
import { WorkFrame } from '../workbench/work-frame.tsx'
import { Absences } from './absences.tsx'
import { type Chosen, ShiftDialog } from './shift-dialog.tsx'
import { useRotaRefusal } from './use-rota-refusal.ts'
import { Week } from './week.tsx'

/** 值守表: who is there by day and by night, where nobody is, and who stands in for whom. */
export const Rota = ({ desk }: { readonly desk: Desk }) => {
  const words = useWords(rotaWords)
  const { time } = useCoreWords()
  const refusal = useRotaRefusal()
  const now = useNow()
  const { communityId } = desk
  const [on, turn] = useState<DateOn>(() => dateOnIn(new Date()))
  const [chosen, choose] = useState<Chosen | undefined>(undefined)
  const [said, say] = useState('')
  const { data, error, refetch } = useQuery('readRota', { params: { communityId }, query: { on } })
  const changed = (sentence: string) => {
    choose(undefined)
    say(sentence)
    void invalidate('readRota', { communityId })
    void invalidate('readDuty', { communityId })
  }
  useRoom(communityRoom(communityId), (hint) => {
    if (hint === undefined || hint.type === 'rotaChanged') void refetch()
  })
  const copy = useMutation('copyRotaWeek', { onDone: () => changed(words.copied) })
  const manages = desk.may('rota.manage')
  const dateWords = (day: string) => calendarDate(startOf(day as DateOn), now, time)
  const range = (rota: RotaView) =>
    words.range(dateWords(rota.firstOn), dateWords(rota.days.at(-1)?.on ?? rota.firstOn))
  return (
    <WorkFrame desk={desk} here="rota">
      <Pane
        title={words.title}
        {...(data === undefined ? {} : { note: range(data) })}
        end={
          <span class="rota-turn">
            <IconButton icon="left" label={words.before} onClick={() => turn(addDays(on, -7))} />
            <Button onClick={() => turn(dateOnIn(now))}>{words.thisWeek}</Button>
            <IconButton icon="right" label={words.after} onClick={() => turn(addDays(on, 7))} />
          </span>
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
          <>
            <div class="rota-head">
              {data.gaps.length === 0 ? (
                <Tag tone="done">{words.noGaps}</Tag>
              ) : (
                <Tag tone="time">{words.gaps(data.gaps.length)}</Tag>
              )}
              {manages && (
                <Button
                  busy={copy.isPending}
                  onClick={() => void copy.send({ params: { communityId }, body: { on: data.firstOn } })}
                >
                  {words.copy}
                </Button>
              )}
            </div>
            {copy.error !== undefined && <FieldError>{refusal(copy.error)}</FieldError>}
            <Week rota={data} ownGrantId={desk.hat.hatId} onChoose={manages ? choose : undefined} />
            <Section title={words.chain.title} level={3}>
              <p class="soft">{words.chain.text}</p>
            </Section>
            <Absences rota={data} desk={desk} manages={manages} onChanged={changed} />
          </>
        )}
      </Pane>
      {data !== undefined && (
        <ShiftDialog
          chosen={chosen}
          rota={data}
          communityId={communityId}
          onClose={() => choose(undefined)}
          onDone={changed}
        />
      )}
    </WorkFrame>
  )
}
