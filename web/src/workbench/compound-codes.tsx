import { useState } from 'preact/hooks'
import { encode } from 'uqr'
import { addressOf } from '../api/address.ts'
import type { Reply } from '../api/types.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Button } from '../ui/action/button.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { QrCode } from '../ui/picture/qr-code.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { type CodeChange, CodeDialog } from './code-dialog.tsx'

export interface CompoundCodesProps {
  readonly compound: Reply<'listCompounds'>['compounds'][number]
  readonly communityId: number
  /** The only compound here: its button is the one thing to do. */
  readonly only: boolean
  readonly onDone: (sentence: string) => void
}

/** The edition in use with its poster, and the ones before it. */
export const CompoundCodes = ({ compound, communityId, only, onDone }: CompoundCodesProps) => {
  const { codes: words } = useWords(workbenchWords)
  const { time } = useCoreWords()
  const now = useNow()
  const [change, ask] = useState<CodeChange | undefined>(undefined)
  const day = (instant: string) => calendarDate(new Date(instant), now, time)
  const { name, compoundId } = compound
  const editions = [...compound.qrCodes].sort((a, b) => b.edition - a.edition)
  const current = editions.find(({ revokedAt }) => revokedAt === null)
  const past = editions.filter(({ revokedAt }) => revokedAt !== null)
  const next = (editions[0]?.edition ?? 0) + 1
  const url = current?.url ?? null
  return (
    <Section title={name}>
      <div class="sheet sheet--padded compound-code">
        {current !== undefined && url !== null && (
          <QrCode matrix={encode(url, { ecc: 'M', boostEcc: true, border: 0 }).data} label={words.scans(name)} />
        )}
        <div class="compound-code__words">
          <p>
            <b>
              {current !== undefined ? words.current(current.edition) : past.length > 0 ? words.stopped : words.none}
            </b>
          </p>
          <p class="small soft">
            {current !== undefined
              ? words.since(day(current.createdAt))
              : past.length > 0
                ? words.stoppedText
                : words.noneText}
          </p>
          {url !== null && (
            <p class="small soft">
              {words.address} <span class="compound-code__url">{url}</span>
            </p>
          )}
          <div class="answer-box__acts">
            {current === undefined ? (
              <Button look={only ? 'do' : 'plain'} icon="qr" onClick={() => ask({ kind: 'issue', edition: next })}>
                {past.length > 0 ? words.issueAgain : words.issue}
              </Button>
            ) : (
              <>
                <a
                  class={`button button--${only ? 'do' : 'plain'} button--normal`}
                  href={addressOf('printQrPoster', { params: { communityId, qrCodeId: current.qrCodeId } })}
                  target="_blank"
                  rel="noopener"
                  aria-label={words.printLabel(name)}
                >
                  {words.print}
                </a>
                <Button icon="again" onClick={() => ask({ kind: 'issue', edition: next, replaces: current.edition })}>
                  {words.reissue}
                </Button>
                <Button look="quiet" onClick={() => ask({ kind: 'revoke', qrCodeId: current.qrCodeId })}>
                  {words.revoke}
                </Button>
              </>
            )}
          </div>
        </div>
      </div>
      {past.length > 0 && (
        <Section title={words.editions} level={3}>
          <Rows>
            {past.map(({ qrCodeId, edition, createdAt, revokedAt }) => (
              <RowLine
                key={qrCodeId}
                title={words.past(edition)}
                note={
                  <Joined
                    parts={[words.since(day(createdAt)), revokedAt === null ? null : words.revokedOn(day(revokedAt))]}
                  />
                }
                plain
              />
            ))}
          </Rows>
        </Section>
      )}
      <CodeDialog
        change={change}
        {...{ communityId, compoundId, name }}
        onCancel={() => ask(undefined)}
        onDone={(sentence) => {
          ask(undefined)
          onDone(sentence)
        }}
      />
    </Section>
  )
}
