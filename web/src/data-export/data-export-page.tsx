import type { DataExport } from '@shequtong/contract/data-export'
import { dateOnIn } from '@shequtong/domain/time'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import { saveBlob } from '../files/save-blob.ts'
import { dataExportWords } from '../messages/data-export.ts'
import { dayAndClock, exactTime } from '../messages/time.ts'
import { useCoreWords, useLanguage, useWords } from '../messages/use-words.ts'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { useFailure } from '../session/use-failure.ts'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Facts } from '../ui/page/facts.tsx'
import { Page } from '../ui/page/page.tsx'
import { Section } from '../ui/page/section.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { readableFile } from './readable.ts'
import { useTerms } from './terms.ts'

/** Saves what was read, in either shape, as often as wanted: only reading it anew is another copy. */
const useFiles = () => {
  const words = useWords(dataExportWords)
  const { time } = useCoreWords()
  const language = useLanguage()
  const term = useTerms()
  const nameOf = (data: DataExport) => words.fileName(dateOnIn(new Date(data.exportedAt)))
  const moment = (instant: string) => exactTime(new Date(instant), time)
  return {
    readable: (data: DataExport) =>
      saveBlob(
        new Blob([readableFile(data, { words: words.file, language, moment, term })], { type: 'text/html' }),
        `${nameOf(data)}.html`,
      ),
    machine: (data: DataExport) =>
      saveBlob(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), `${nameOf(data)}.json`),
  }
}

const TakeAlong = () => {
  const words = useWords(dataExportWords)
  const { time } = useCoreWords()
  const now = useNow()
  const failureWords = useFailure()
  const files = useFiles()
  const [data, keep] = useState<DataExport | undefined>(undefined)
  const { send, isPending, error } = useMutation('exportMyData', {
    onDone: (reply) => {
      keep(reply)
      files.readable(reply)
    },
  })
  const waitSeconds = error instanceof ProblemError ? error.retryAfterSeconds : undefined
  const refused =
    error === undefined
      ? undefined
      : waitSeconds !== undefined
        ? words.tooMany(dayAndClock(new Date(now.getTime() + waitSeconds * 1000), now, time))
        : `${words.failed} ${failureWords(error).safe}`
  if (data !== undefined)
    return (
      <Section title={words.made}>
        <div class="stack" role="status">
          <p>{words.madeText}</p>
          <Button icon="doc" size="big" wide onClick={() => files.readable(data)}>
            {words.readable}
          </Button>
          <Button icon="export" size="big" wide onClick={() => files.machine(data)}>
            {words.machine}
          </Button>
          <p class="small soft">{words.wechat}</p>
        </div>
      </Section>
    )
  return (
    <div class="stack">
      <Facts title={words.inside} facts={words.insideList} icon="check" />
      <p class="small soft">{words.outside}</p>
      <p>{words.careful}</p>
      <Button look="do" size="big" wide icon="export" busy={isPending} onClick={() => void send({ body: {} })}>
        {words.make}
      </Button>
      {refused !== undefined && <FieldError>{refused}</FieldError>}
      <p class="small soft">{words.logged}</p>
    </div>
  )
}

const DataExportPage = () => {
  const words = useWords(dataExportWords)
  return (
    <SignedInOnly>
      <ResidentShell tab="me">
        <Page>
          <TopBar title={words.title} backHref="/me" />
          <p>{words.intro}</p>
          <TakeAlong />
        </Page>
      </ResidentShell>
    </SignedInOnly>
  )
}

export default DataExportPage
