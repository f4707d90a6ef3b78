/** A reply that is JSON already: sent as it stands. */
export class Rendered {
  readonly bytes: Buffer
  constructor(json: string) {
    this.bytes = Buffer.from(json)
  }
}

/** The reply as a value, for a reader inside the program. */
export const unrendered = (reply: unknown): unknown =>
  reply instanceof Rendered ? JSON.parse(reply.bytes.toString()) : reply
