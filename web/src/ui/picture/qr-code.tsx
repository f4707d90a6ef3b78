import './picture.css'
import { useCoreWords } from '../../messages/use-words.ts'

export interface QrCodeProps {
  /** Rows of modules, true is dark, without the quiet zone. */
  readonly matrix: readonly (readonly boolean[])[]
  /** What scanning leads to. */
  readonly label?: string
  /** Does not work any more: struck through. */
  readonly revoked?: boolean
}

/** Four modules of quiet around a code: ISO/IEC 18004. */
const quiet = 4

/** One run of dark modules per path command: black on white in every theme, so that it scans. */
export const QrCode = ({ matrix, label, revoked = false }: QrCodeProps) => {
  const words = useCoreWords()
  const size = matrix.length + 2 * quiet
  const path = matrix
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('')
  return (
    <svg
      class={revoked ? 'qr qr--revoked' : 'qr'}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label ?? words.qr}
      shape-rendering="crispEdges"
    >
      <path d={path} />
      {revoked && <path class="qr__strike" d={`M0 0 ${size} ${size}`} />}
    </svg>
  )
}
