import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'

import { selfSigned } from './selfSigned'

/** Our key pair towards one organisation: requests are signed, and assertions to us encrypted, with it. The certificate is base64, the key PEM. */
export type SamlPair = { certificate: string; privateKey: string }

/** A new pair, whose certificate says nothing of anybody. */
export const newSamlPair = async (): Promise<SamlPair> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })

  return {
    certificate: selfSigned(privateKey),
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
  }
}
