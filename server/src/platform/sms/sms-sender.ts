/** Sends a short message. The real gateway and its simulator speak the same HTTP. */
export interface SmsSender {
  send(message: SmsMessage): Promise<void>
}

export type SmsTemplate =
  | 'signInCode'
  | 'registrationReceipt'
  | 'registrationApproved'
  | 'registrationRefused'
  | 'requestReceipt'
  | 'requestResolved'
  | 'phoneMoved'

export interface SmsMessage {
  /** E.164. */
  readonly to: string
  readonly template: SmsTemplate
  readonly values: Readonly<Record<string, string>>
}

const timeoutMs = 5_000

/** Posts to an SMS gateway: `POST {url}/messages`, bearer token, JSON; anything but 2xx throws. */
export const httpSmsSender = (gateway: { readonly url: string; readonly token: string }): SmsSender => ({
  async send(message) {
    const response = await fetch(`${gateway.url}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.token}` },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`)
  },
})
