import './receipt.css'
import { encode } from 'uqr'
import type { Reply } from '../api/types.ts'
import { assistedWords } from '../messages/assisted.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { QrCode } from '../ui/picture/qr-code.tsx'
import { grouped } from './receipt.tsx'

interface RequestSlipProps {
  readonly slip: Reply<'fileServiceRequestOnBehalf'>
  /** Where the request can be seen; absent where whoever filed it may not. */
  readonly threadHref?: string
  readonly next?: { readonly label: string; readonly onPress: () => void }
}

/** What they take home: the number to ask with. */
export const RequestSlip = ({ slip, threadHref, next }: RequestSlipProps) => {
  const words = useWords(assistedWords)
  const { time } = useCoreWords()
  return (
    <div class="stack receipt-page">
      <article class="receipt">
        <header class="receipt__head">
          <h2>{slip.communityName}</h2>
          <p>{words.request.slip}</p>
        </header>
        <h3>{words.request.done(slip.shownName)}</h3>
        <dl class="receipt__facts">
          <dt>{words.at}</dt>
          <dd>{exactTime(new Date(slip.filedAt), time)}</dd>
          <dt>{words.by}</dt>
          <dd>{slip.filedByShownName}</dd>
          <dt>{words.request.deadline}</dt>
          <dd>{exactTime(new Date(slip.deadlineAt), time)}</dd>
        </dl>
        <div>
          <p>
            <b>{words.askWith}</b>
          </p>
          <p class="receipt__code">{grouped(slip.code)}</p>
        </div>
        <div class="receipt__scan">
          <QrCode matrix={encode(slip.url, { ecc: 'M', boostEcc: true, border: 0 }).data} label={words.scan} />
          <p>{words.scan}</p>
        </div>
      </article>
      <Button look="do" size="big" wide onClick={() => window.print()}>
        {words.print}
      </Button>
      {(next !== undefined || threadHref !== undefined) && (
        <div class="line">
          {next !== undefined && <Button onClick={next.onPress}>{next.label}</Button>}
          {threadHref !== undefined && (
            <ButtonLink href={threadHref} look="quiet">
              {words.request.see}
            </ButtonLink>
          )}
        </div>
      )}
    </div>
  )
}
