/** Crockford's base 32, in lower case: no i, l, o or u, so that a serial survives being read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const BITS = 5

/** Bytes as text of Crockford's alphabet, five bits a sign, the last one filled up with zeros. */
export const spelled = (bytes: Uint8Array): string => {
  let text = ''
  let rest = 0
  let held = 0
  for (const byte of bytes) {
    rest = ((rest << 8) | byte) & 0xffff
    held += 8
    while (held >= BITS) {
      held -= BITS
      text += ALPHABET[(rest >> held) & 31] ?? ''
    }
  }

  return held > 0 ? text + (ALPHABET[(rest << (BITS - held)) & 31] ?? '') : text
}

/** Random bytes behind a serial: 128 bits, which nobody guesses. */
export const SERIAL_BYTES = 16

/** A serial is 26 signs of the alphabet; anything else names no certificate. */
export const isSerial = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{26}$/.test(text)

/** The short number people quote, `2026-7F3K9QXD`; it identifies within a school and opens nothing. */
export const certificateNumber = ({
  bytes,
  issuedAt,
}: {
  bytes: Uint8Array
  issuedAt: Date
}): string => `${issuedAt.getUTCFullYear()}-${spelled(bytes).slice(0, 8).toUpperCase()}`
