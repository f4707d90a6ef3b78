import { useState } from 'preact/hooks'
import { client } from '../api/client.ts'
import { ConnectionError, ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { signInWords } from '../messages/sign-in.ts'
import { useWords } from '../messages/use-words.ts'
import { useFailure } from '../session/use-failure.ts'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'

export interface WechatDoorProps {
  /** A path of ours. */
  readonly returnTo: string | null
  readonly label?: string
  readonly wide?: boolean
}

/** Leaves for WeChat, which sends the browser back to /sign-in/wechat. */
export const WechatDoor = ({ returnTo, label, wide = true }: WechatDoorProps) => {
  const words = useWords(signInWords)
  const inWords = useFailure()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure | undefined>(undefined)
  const told = error instanceof ProblemError ? error.code : undefined
  const known = words.wechatErrors as Readonly<Record<string, string>>
  const leave = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const { url } = await client.request('startWechatSignIn', { query: returnTo === null ? {} : { returnTo } })
      location.assign(url)
    } catch (failure) {
      if (!(failure instanceof ProblemError || failure instanceof ConnectionError)) throw failure
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <>
      <Button size="big" wide={wide} icon="chat" busy={busy} onClick={() => void leave()}>
        {label ?? words.wechat}
      </Button>
      {error !== undefined && <FieldError>{known[told ?? ''] ?? inWords(error).title}</FieldError>}
    </>
  )
}
