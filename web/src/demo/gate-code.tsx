import { encode } from 'uqr'
import { demoWords } from '../messages/demo.ts'
import { useWords } from '../messages/use-words.ts'
import { Sheet } from '../ui/page/sheet.tsx'
import { QrCode } from '../ui/picture/qr-code.tsx'

export interface GateCodeProps {
  /** Scheme and host at which a phone in the same net reaches this server. */
  readonly siteUrl: string
  readonly joinPath: string | null
}

/** The code on the gate, to be scanned from the screen. */
export const GateCode = ({ siteUrl, joinPath }: GateCodeProps) => {
  const words = useWords(demoWords)
  const { data } = encode(`${siteUrl}${joinPath ?? '/demo'}`, { ecc: 'M', border: 0 })
  return (
    <Sheet padded as="section">
      <div class="gate-code">
        <QrCode matrix={data} label={words.phoneLabel} />
        <div class="gate-code__words">
          <h2>{words.phoneTitle}</h2>
          <p class="small soft">{words.phoneText}</p>
        </div>
      </div>
      <p class="small soft">{words.phoneOther(`${siteUrl}/demo`)}</p>
      {joinPath !== null && (
        <p>
          <a class="gate-code__link" href={joinPath}>
            {words.openHere}
          </a>
        </p>
      )}
    </Sheet>
  )
}
