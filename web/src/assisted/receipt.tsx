import './receipt.css'
import { encode } from 'uqr'
import type { Reply } from '../api/types.ts'
import { assistedWords } from '../messages/assisted.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { QrCode } from '../ui/picture/qr-code.tsx'

const Fact = ({ name, values }: { readonly name: string; readonly values: readonly string[] }) =>
  values.length === 0 ? null : (
    <>
      <dt>{name}</dt>
      <dd>
        {values.map((value) => (
          <div key={value}>{value}</div>
        ))}
      </dd>
    </>
  )

/** 4 + 4 + 4: read aloud and typed without losing one's place. */
export const grouped = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** What is handed over the counter: black on white, 80 mm wide. */
export const Receipt = ({ receipt }: { readonly receipt: Reply<'readRegistrationReceipt'> }) => {
  const words = useWords(assistedWords)
  const { time } = useCoreWords()
  const consents = (kinds: readonly (keyof typeof words.consent)[]) => kinds.map((kind) => words.consent[kind])
  return (
    <article class="receipt">
      <header class="receipt__head">
        <h2>{receipt.communityName}</h2>
        <p>{words.receipt}</p>
      </header>
      <h3>{words.done(receipt.shownName)}</h3>
      <dl class="receipt__facts">
        <Fact name={words.shownName} values={[receipt.shownName]} />
        <Fact name={words.at} values={[exactTime(new Date(receipt.filedAt), time)]} />
        <Fact name={words.by} values={[words.presence[receipt.presence](receipt.filedByShownName)]} />
        <Fact name={words.agreed} values={consents(receipt.consents)} />
        <Fact name={words.notAgreed} values={consents(receipt.refusedConsents)} />
        <Fact name={words.paper} values={[words.paperKept(receipt.paperCount)]} />
      </dl>
      <div>
        <p>
          <b>{words.askWith}</b>
        </p>
        <p class="receipt__code">{grouped(receipt.code)}</p>
      </div>
      <div class="receipt__scan">
        <QrCode matrix={encode(receipt.url, { ecc: 'M', boostEcc: true, border: 0 }).data} label={words.scan} />
        <p>{words.scan}</p>
      </div>
      <p>
        {words.wrong}
        <br />
        {words.looked}
      </p>
    </article>
  )
}
