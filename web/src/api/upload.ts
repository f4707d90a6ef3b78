import { ConnectionError, problemErrorOf } from './problem-error.ts'

export interface SendOptions {
  readonly idempotencyKey: string
  /** 0 to 1. */
  readonly onProgress: ((share: number) => void) | undefined
  readonly signal: AbortSignal | undefined
}

/** POSTs a file by XMLHttpRequest: fetch does not tell how much of a body has gone out. */
export const sendBytes = (address: string, blob: Blob, options: SendOptions): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const { idempotencyKey, onProgress, signal } = options
    if (signal?.aborted === true) return reject(signal.reason)
    const call = new XMLHttpRequest()
    const abort = () => call.abort()
    call.open('POST', address)
    call.setRequestHeader('content-type', blob.type)
    call.setRequestHeader('accept', 'application/json, application/problem+json')
    call.setRequestHeader('idempotency-key', idempotencyKey)
    call.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress?.(loaded / total)
    }
    call.onerror = () => reject(new ConnectionError())
    call.ontimeout = call.onerror
    call.onabort = () => reject(signal?.reason ?? new ConnectionError())
    call.onload = () => {
      const type = call.getResponseHeader('content-type') ?? ''
      if (call.status < 200 || call.status > 299) return reject(problemErrorOf(call.status, type, call.responseText))
      try {
        resolve(JSON.parse(call.responseText))
      } catch (error) {
        reject(new ConnectionError(error))
      }
    }
    call.onloadend = () => signal?.removeEventListener('abort', abort)
    signal?.addEventListener('abort', abort)
    call.send(blob)
  })
