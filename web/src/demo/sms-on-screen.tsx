import { useEffect, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { demoWords } from '../messages/demo.ts'
import { useWords } from '../messages/use-words.ts'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'

export interface SmsOnScreenProps {
  readonly phone: string
  readonly onCode: (code: string) => void
}

const lookEveryMs = 2_000

const Screen = ({ phone, onCode }: SmsOnScreenProps) => {
  const words = useWords(demoWords)
  const [code, setCode] = useState<string | undefined>(undefined)
  const { send } = useMutation('readDemoMessages')
  useEffect(() => {
    setCode(undefined)
    const look = async () => {
      const sent = await send({ body: { phone } })
      setCode((known) => sent?.messages.find(({ template }) => template === 'signInCode')?.values.code ?? known)
    }
    void look()
    const looking = setInterval(() => void look(), lookEveryMs)
    return () => clearInterval(looking)
  }, [phone])
  if (code === undefined) return null
  return (
    <Rows label={words.smsTitle}>
      <RowLine
        lead="chat"
        title={words.smsTitle}
        note={words.smsCode(code)}
        end={
          <Button size="small" onClick={() => onCode(code)}>
            {words.fillIn}
          </Button>
        }
      />
    </Rows>
  )
}

/** In a demo: the message that a real phone would have received. Nothing elsewhere. */
export const SmsOnScreen = (props: SmsOnScreenProps) => (useSession().me.demo ? <Screen {...props} /> : null)
