import { connect, type Socket } from 'node:net'

export interface Shot {
  /** From the first byte sent to the last byte received. */
  readonly ms: number
  readonly status: number
  readonly bytes: number
}

const headEnd = Buffer.from('\r\n\r\n')

/**
 * One kept-alive HTTP/1.1 connection that sends ready-made bytes and reads answers with a content-length. No more than
 * that: a general client would cost as much as the server that it measures.
 */
export class Connection {
  private readonly socket: Socket
  private parts: Buffer[] = []
  private received = 0
  private expected = 0
  private status = 0
  private sentAt = 0
  private done: ((shot: Shot) => void) | undefined
  private failed: ((error: Error) => void) | undefined

  private constructor(socket: Socket) {
    this.socket = socket
    socket.setNoDelay(true)
    socket.on('data', (part: Buffer) => this.take(part))
    socket.on('error', (error) => this.failed?.(error))
    socket.on('close', () => this.failed?.(new Error('the server closed the connection')))
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('error', reject)
      socket.once('connect', () => resolve(new Connection(socket)))
    })
  }

  send(bytes: string): Promise<Shot> {
    return new Promise((resolve, reject) => {
      this.done = resolve
      this.failed = reject
      this.sentAt = performance.now()
      this.socket.write(bytes)
    })
  }

  close(): void {
    this.failed = undefined
    this.socket.destroy()
  }

  private take(part: Buffer): void {
    this.received += part.length
    if (this.expected === 0) {
      this.parts.push(part)
      const whole = this.parts.length === 1 ? part : Buffer.concat(this.parts)
      const end = whole.indexOf(headEnd)
      if (end === -1) return
      const head = whole.toString('latin1', 0, end)
      this.status = Number(head.slice(9, 12))
      this.expected = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
      if (Number.isNaN(this.expected)) {
        this.failed?.(new Error(`an answer without a length: ${head}`))
        return
      }
    }
    if (this.received < this.expected) return
    const shot = { ms: performance.now() - this.sentAt, status: this.status, bytes: this.expected }
    this.parts = []
    this.received = 0
    this.expected = 0
    this.done?.(shot)
  }
}
