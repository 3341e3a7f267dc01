import { constants, createDecipheriv, privateDecrypt } from 'node:crypto'

import { ProviderRefused } from './types'

const XMLENC = 'http://www.w3.org/2001/04/xmlenc#'
const XMLENC11 = 'http://www.w3.org/2009/xmlenc11#'

/** RSA-OAEP with SHA-1 and its mask, which is what providers send; PKCS #1 v1.5 can be asked until it tells (Bleichenbacher). */
const KEY_ALGORITHM = `${XMLENC}rsa-oaep-mgf1p`

/** By which the content may be encrypted: bits of the key, and whether the content proves itself. */
const CONTENT: Record<string, { bits: 128 | 256; isGcm: boolean }> = {
  [`${XMLENC11}aes128-gcm`]: { bits: 128, isGcm: true },
  [`${XMLENC11}aes256-gcm`]: { bits: 256, isGcm: true },
  [`${XMLENC}aes128-cbc`]: { bits: 128, isGcm: false },
  [`${XMLENC}aes256-cbc`]: { bits: 256, isGcm: false },
}

const TAG = 16

const refuse = (): never => {
  throw new ProviderRefused('The encrypted assertion does not hold.')
}

/** Parts of a document of this name, each with what is in it. */
const parts = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}[\\s>][^]*?</(?:[\\w.-]+:)?${name}\\s*>`, 'g')) ?? []

const only = <T>(all: readonly T[]): T => (all.length === 1 ? all[0] : undefined) ?? refuse()

/** What an encrypted part is encrypted by, and its bytes. */
const cipherIn = (xml: string): { algorithm: string; bytes: Buffer } => {
  const methods = xml.match(/<(?:[\w.-]+:)?EncryptionMethod[\s/>][^>]*/g) ?? []
  const algorithm = /\sAlgorithm\s*=\s*"([^"]*)"/.exec(only(methods))?.[1] ?? refuse()
  const value = only(parts(xml, 'CipherValue'))

  return { algorithm, bytes: Buffer.from(value.replace(/<[^>]*>|\s/g, ''), 'base64') }
}

const contentOf = (key: Buffer, { algorithm, bytes }: ReturnType<typeof cipherIn>): Buffer => {
  const { bits, isGcm } = CONTENT[algorithm] ?? refuse()
  if (isGcm) {
    const [iv, sealed, tag] = [
      bytes.subarray(0, 12),
      bytes.subarray(12, -TAG),
      bytes.subarray(-TAG),
    ]
    const decipher = createDecipheriv(`aes-${bits}-gcm`, key, iv, { authTagLength: TAG })

    return Buffer.concat([decipher.setAuthTag(tag).update(sealed), decipher.final()])
  }
  const decipher = createDecipheriv(`aes-${bits}-cbc`, key, bytes.subarray(0, TAG))
  decipher.setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes.subarray(TAG)), decipher.final()])
  // The last byte says how many there are too many; the others may be anything (XML Encryption 1.1, 5.2.1).
  const more = padded.at(-1) ?? 0

  return more >= 1 && more <= TAG ? padded.subarray(0, -more) : refuse()
}

/** Whether a response brings its assertion encrypted. */
export const isEncrypted = (xml: string): boolean =>
  /<(?:[\w.-]+:)?EncryptedAssertion[\s/>]/.test(xml)

/**
 * The one encrypted assertion of a response, opened with our key, in a response of its own without any other signature. It is not believed
 * yet. Every failure is one refusal with one sentence: how it fails tells nobody what the bytes say. Throws ProviderRefused.
 */
export const openAssertion = (xml: string, privateKey: string): string => {
  try {
    const sealed = only(parts(xml, 'EncryptedAssertion'))
    const keyPart = only(parts(sealed, 'EncryptedKey'))
    const wrapped = cipherIn(keyPart)
    if (wrapped.algorithm !== KEY_ALGORITHM) {
      refuse()
    }
    const key = privateDecrypt(
      { key: privateKey, oaepHash: 'sha1', padding: constants.RSA_PKCS1_OAEP_PADDING },
      wrapped.bytes,
    )
    const assertion = contentOf(key, cipherIn(sealed.replace(keyPart, '')))
      .toString('utf8')
      .replace(/^\uFEFF?\s*<\?xml[^?]*\?>/, '')

    return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">${assertion}</samlp:Response>`
  } catch {
    return refuse()
  }
}
