/** A fresh UUID. `crypto.randomUUID` exists only on https and localhost; a phone on plain http builds its own. */
export const newIdempotencyKey = (source: Pick<Crypto, 'getRandomValues'> & Partial<Crypto> = crypto): string => {
  if (source.randomUUID !== undefined) return source.randomUUID()
  const bytes = source.getRandomValues(new Uint8Array(16))
  // RFC 9562 section 5.4: version 4, variant 10
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
