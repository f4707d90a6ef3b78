import type { DemoPapers } from '@shequtong/contract/sessions'
import type { SentMessage } from '../platform/sms/sent-messages.ts'

/** What stands in for the phone and the pocket of whoever plays; there only in a demo. */
export interface DemoStage {
  /** What was sent to this phone (E.164), newest first; undefined where messages go to real phones. */
  readonly messages: ((phone: string) => Promise<readonly SentMessage[]>) | undefined
  readonly papers: () => Promise<DemoPapers[]>
}
