import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

/** A value of ASN.1 in DER: tag, length, content (ITU-T X.690). */
const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]

  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts)
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const integer = (value: Buffer): Buffer => der(0x02, value)

const SHA256_WITH_RSA = sequence(oid('2a864886f70d01010b'), der(0x05))
const BASIC_CONSTRAINTS = oid('551d13')
const COMMON_NAME = oid('550403')
const SUBJECT_ALT_NAME = oid('551d11')

const nameOf = (name: string): Buffer =>
  sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(name)))))

/** `YYMMDDhhmmssZ`, as UTCTime has it until 2049. */
const timeOf = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))

const pem = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`

/** A certificate for `host` that signs itself (RFC 5280), with its key; both in PEM. */
export const selfSigned = ({
  days,
  host,
}: {
  days: number
  host: string
}): { certificate: string; key: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const day = 86_400_000
  const altNames = sequence(der(0x82, Buffer.from(host)))
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    SHA256_WITH_RSA,
    nameOf('Test Authority'),
    sequence(timeOf(new Date(Date.now() - 30 * day)), timeOf(new Date(Date.now() + days * day))),
    nameOf('Test Authority'),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        sequence(SUBJECT_ALT_NAME, der(0x04, altNames)),
        sequence(BASIC_CONSTRAINTS, der(0x04, sequence(der(0x01, Buffer.from([0xff]))))),
      ),
    ),
  )
  const signature = createSign('sha256').update(body).sign(privateKey)

  return {
    certificate: pem(
      sequence(body, SHA256_WITH_RSA, der(0x03, Buffer.concat([Buffer.from([0]), signature]))),
    ),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
