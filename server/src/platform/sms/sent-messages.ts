import type { SmsMessage } from './sms-sender.ts'

export interface SentMessage extends SmsMessage {
  /** RFC 3339. */
  readonly at: string
}

const timeoutMs = 5_000

/** Reads what the SMS simulator took for a phone (E.164), newest first: `GET {url}/messages?to=`. A real gateway cannot say. */
export const httpSentMessages =
  (simulator: { readonly url: string; readonly token: string }) =>
  async (phone: string): Promise<readonly SentMessage[]> => {
    const response = await fetch(`${simulator.url}/messages?to=${encodeURIComponent(phone)}`, {
      headers: { authorization: `Bearer ${simulator.token}` },
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new Error(`the SMS simulator answered ${response.status}`)
    return ((await response.json()) as { messages: SentMessage[] }).messages
  }
