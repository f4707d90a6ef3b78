import './state.css'
import { useCoreWords } from '../../messages/use-words.ts'
import { Icon } from '../icon.tsx'
import { useOnline } from './use-online.ts'

export interface OfflineBarProps {
  /** Posts that wait to be sent, and where they are listed. */
  readonly waiting?: number
  readonly href?: string
  /** Shown whatever the browser believes. */
  readonly offline?: boolean
}

/** Only there while there is no net. */
export const OfflineBar = ({ waiting = 0, href, offline }: OfflineBarProps) => {
  const online = useOnline()
  const { states } = useCoreWords()
  return (
    <div role="status">
      {(offline ?? !online) && (
        <div class="offline">
          <Icon name="offline" size="small" />
          <span>{waiting > 0 ? states.waiting(waiting) : states.offline}</span>
          {waiting > 0 && href !== undefined && <a href={href}>{states.look}</a>}
        </div>
      )}
    </div>
  )
}
