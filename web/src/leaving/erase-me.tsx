import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { useQuery } from '../api/query.ts'
import { leavingWords } from '../messages/leaving.ts'
import { useWords } from '../messages/use-words.ts'
import { forgetDrafts } from '../preferences/preference-store.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { useFailure } from '../session/use-failure.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { Afterwards } from './what-happens.tsx'

/** For whoever is no neighbour: everything that was typed here goes, at once. */
export const EraseMe = () => {
  const { erase: words, keep } = useWords(leavingWords)
  const failureWords = useFailure()
  const [asking, ask] = useState(false)
  const { data, error, refetch } = useQuery('readErasure', {})
  const erasing = useMutation('eraseMe')
  const go = async () => {
    const done = await erasing.send({ body: {} })
    ask(false)
    if (done === undefined) return
    forgetDrafts()
    // a fresh page forgets everything that was read
    location.assign('/')
  }
  const lines: [string, string][] = [[words.identity, words.gone]]
  if (data !== undefined && data.registrationCount > 0)
    lines.push([words.registrations(data.registrationCount), words.registrationsGone])
  if (data !== undefined && data.waitingCount > 0) lines.push([words.waiting(data.waitingCount), words.waitingGone])
  return (
    <>
      <TopBar title={words.title} backHref="/me" />
      {error !== null && <LoadFailed error={error} again={() => void refetch()} inline />}
      {error === null && data === undefined && <SkeletonRows />}
      {data !== undefined && (
        <>
          <p class="leaving-intro">{words.intro}</p>
          <Afterwards lines={lines} after={words.afterwards} />
          <div class="leaving-acts">
            <Button size="big" wide disabled={data.obstacle !== null} onClick={() => ask(true)}>
              {words.erase}
            </Button>
            {data.obstacle !== null && <p class="small soft">{words.obstacle[data.obstacle]}</p>}
            {erasing.error !== undefined && <FieldError>{failureWords(erasing.error).title}</FieldError>}
          </div>
        </>
      )}
      <Dialog
        open={asking}
        title={words.askTitle}
        onClose={() => ask(false)}
        actions={
          <>
            <Button size="big" onClick={() => ask(false)}>
              {keep}
            </Button>
            <Button look="do" size="big" busy={erasing.isPending} onClick={() => void go()}>
              {words.erase}
            </Button>
          </>
        }
      >
        <p>{words.askText}</p>
      </Dialog>
    </>
  )
}
