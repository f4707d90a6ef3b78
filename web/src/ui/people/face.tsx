import './people.css'
import { paperOf, signOf } from './face-of.ts'

export interface FaceProps {
  /** The shown name. */
  readonly name: string
  /** An ink square instead of a circle: someone who must answer. */
  readonly duty?: boolean
  readonly size?: 'normal' | 'small'
}

export const Face = ({ name, duty = false, size = 'normal' }: FaceProps) => (
  <span
    class={`face face--${duty ? 'duty' : paperOf(name)} ${size === 'small' ? 'face--small' : ''}`}
    aria-hidden="true"
  >
    {signOf(name)}
  </span>
)
