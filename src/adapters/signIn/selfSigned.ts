import { createPublicKey, sign, type KeyObject } from 'node:crypto'

/** An element of DER (X.690): its tag, its length, and what is in it. */
const element = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const length =
    body.length < 128
      ? Buffer.from([body.length])
      : body.length < 256
        ? Buffer.from([0x81, body.length])
        : Buffer.from([0x82, body.length >> 8, body.length & 255])

  return Buffer.concat([Buffer.from([tag]), length, body])
}

const sequence = (...parts: Buffer[]) => element(0x30, ...parts)
const utcTime = (text: string) => element(0x17, Buffer.from(text))

/** sha256WithRSAEncryption (RFC 4055). */
const ALGORITHM = sequence(element(0x06, Buffer.from('2a864886f70d01010b', 'hex')), element(0x05))

/** `CN=lectern`. */
const NAME = sequence(
  element(
    0x31,
    sequence(element(0x06, Buffer.from('550403', 'hex')), element(0x0c, Buffer.from('lectern'))),
  ),
)

/** A certificate (RFC 5280) that a key signed for itself, from 2020 to 2049, in base64. */
export const selfSigned = (key: KeyObject): string => {
  const body = sequence(
    element(0x02, Buffer.from([1])),
    ALGORITHM,
    NAME,
    sequence(utcTime('200101000000Z'), utcTime('490101000000Z')),
    NAME,
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', body, key)

  return sequence(body, ALGORITHM, element(0x03, Buffer.from([0]), signature)).toString('base64')
}
