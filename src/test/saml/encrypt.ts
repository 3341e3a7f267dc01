import { constants, createCipheriv, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto'

const XMLENC = 'http://www.w3.org/2001/04/xmlenc#'

/** How a provider encrypts: the name of the content's algorithm, whose key it is, and what the tests let it do otherwise. */
export type Encrypting = {
  algorithm?: 'aes128-cbc' | 'aes128-gcm' | 'aes256-cbc' | 'aes256-gcm' | 'tripledes-cbc'
  certificate: string
  /** Done to the bytes of the content once they are encrypted. */
  garble?: (bytes: Buffer) => Buffer
  isOldPadding?: boolean
  /** Whether the key stands beside the content and not within it. */
  isBeside?: boolean
  twice?: boolean
}

const cipher = (algorithm: string, plain: Buffer) => {
  if (algorithm === 'tripledes-cbc') {
    const [key, iv] = [randomBytes(24), randomBytes(8)]
    const des = createCipheriv('des-ede3-cbc', key, iv)

    return { bytes: Buffer.concat([iv, des.update(plain), des.final()]), key }
  }
  const [name = '', mode = ''] = algorithm.split('-')
  const bits = Number(name.slice(3))
  const [key, iv] = [randomBytes(bits / 8), randomBytes(mode === 'gcm' ? 12 : 16)]
  if (mode === 'gcm') {
    const aes = createCipheriv(bits === 128 ? 'aes-128-gcm' : 'aes-256-gcm', key, iv)
    const sealed = Buffer.concat([aes.update(plain), aes.final()])

    return { bytes: Buffer.concat([iv, sealed, aes.getAuthTag()]), key }
  }
  const aes = createCipheriv(`aes-${bits}-cbc`, key, iv)

  return { bytes: Buffer.concat([iv, aes.update(plain), aes.final()]), key }
}

/** A response whose assertion is encrypted for whoever has the key of a certificate (XML Encryption 1.1). */
export const encryptAssertion = (
  xml: string,
  { algorithm = 'aes256-gcm', certificate, garble = (bytes) => bytes, ...odd }: Encrypting,
): string => {
  const assertion = /<saml:Assertion[^]*<\/saml:Assertion>/.exec(xml)?.[0] ?? ''
  const { bytes, key } = cipher(algorithm, Buffer.from(assertion))
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'))
  const padding = odd.isOldPadding ? constants.RSA_PKCS1_PADDING : constants.RSA_PKCS1_OAEP_PADDING
  const wrapped = publicEncrypt({ key: publicKey, padding }, key).toString('base64')
  const value = (text: string) =>
    `<xenc:CipherData><xenc:CipherValue>${text}</xenc:CipherValue></xenc:CipherData>`
  const space = algorithm.endsWith('gcm') ? 'http://www.w3.org/2009/xmlenc11#' : XMLENC
  const keyPart = `<xenc:EncryptedKey Id="_k"><xenc:EncryptionMethod Algorithm="${XMLENC}${odd.isOldPadding ? 'rsa-1_5' : 'rsa-oaep-mgf1p'}"><ds:DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/></xenc:EncryptionMethod>${value(wrapped)}</xenc:EncryptedKey>`
  const info = `<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${odd.isBeside ? '<ds:RetrievalMethod Type="http://www.w3.org/2001/04/xmlenc#EncryptedKey" URI="#_k"/>' : keyPart}</ds:KeyInfo>`
  const sealed = `<saml:EncryptedAssertion><xenc:EncryptedData xmlns:xenc="${XMLENC}" Type="${XMLENC}Element"><xenc:EncryptionMethod Algorithm="${space}${algorithm}"/>${info}${value(garble(bytes).toString('base64'))}</xenc:EncryptedData>${odd.isBeside ? keyPart.replace('<xenc:EncryptedKey', `<xenc:EncryptedKey xmlns:xenc="${XMLENC}" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"`) : ''}</saml:EncryptedAssertion>`

  return xml.replace(assertion, () => (odd.twice ? sealed + sealed : sealed))
}
