import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import { signInWords } from '../messages/sign-in.ts'
import { useWords } from '../messages/use-words.ts'
import { useFailure } from '../session/use-failure.ts'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { Page } from '../ui/page/page.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { ErrorState } from '../ui/state/error-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { returnToOf } from './return-to.ts'
import { useArrive } from './use-arrive.ts'
import { WechatDoor } from './wechat-door.tsx'

/** Where WeChat sends the browser back to, with a code that works once; without one when the person said no. */
const WechatReturnPage = () => {
  const words = useWords(signInWords)
  const inWords = useFailure()
  const { query } = useLocation()
  const arrive = useArrive()
  const finish = useMutation('finishWechatSignIn')
  const { code = '', state = '' } = query
  const agreed = code !== '' && state !== ''
  useEffect(() => {
    if (!agreed) return
    void finish.send({ body: { code, state } }).then((me) => {
      if (me !== undefined) return arrive(me, returnToOf(me.returnTo))
    })
  }, [code, state])
  const told = finish.error instanceof ProblemError ? finish.error.code : undefined
  const known = words.wechatErrors as Readonly<Record<string, string>>
  const said = !agreed
    ? words.wechatRefused
    : finish.error === undefined
      ? undefined
      : ((told === undefined ? undefined : known[told]) ?? inWords(finish.error).safe)
  return (
    <ResidentShell>
      <Page>
        <TopBar title={words.wechatTitle} backHref="/sign-in" />
        {said === undefined ? (
          <div class="stack">
            <p>{words.wechatGoing}</p>
            <SkeletonRows count={1} />
          </div>
        ) : (
          <div class="stack">
            <ErrorState title={words.wechatFailed} safe={said} />
            <WechatDoor returnTo={null} />
            <ButtonLink href="/sign-in" look="do" size="big" wide>
              {words.byPhone}
            </ButtonLink>
          </div>
        )}
      </Page>
    </ResidentShell>
  )
}

export default WechatReturnPage
