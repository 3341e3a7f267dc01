import { createCipheriv, createHmac, randomBytes } from 'node:crypto'

import type { ContentKey, KeySystem } from '@/domain/media/protection'

import { keyName } from '@/domain/media/protection'

import type { LicenceServer } from './types'

import { askGuarded } from '../web/guarded'
import { LicenceRefused, LicencesAway } from './types'

export type AxinomKeys = {
  /** Base64 of the FairPlay certificate (DER, or the body of a PEM file). */
  axinomCertificate?: string
  axinomFairplay?: string
  /** The communication key: 32 bytes in base64. */
  axinomKey: string
  axinomKeyId: string
  axinomPlayready: string
  axinomWidevine: string
}

/** How long an entitlement may be used after it was made, in ms, and how far clocks may be apart. */
const TOKEN_FOR = 60_000
const APART = 30_000

const POLICY = 'watch'

/** With these two bytes a Widevine module asks for the certificate of a service, before it asks for any licence. */
const CERTIFICATE_REQUEST = Buffer.from([8, 4])

/** What browsers can do in software, so that films play on ordinary computers: Widevine L3, PlayReady SL2000. */
const USAGE = [
  {
    name: POLICY,
    playready: { min_device_security_level: 2000 },
    widevine: { device_security_level: 'SW_SECURE_CRYPTO' },
  },
]

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const jwt = (claims: object, key: Buffer): string => {
  const said = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`

  return `${said}.${createHmac('sha256', key).update(said).digest('base64url')}`
}

/** The content key as the service alone reads it: one block of AES-256 under the communication key. */
const sealedKey = (content: Uint8Array, key: Buffer): string => {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)

  return Buffer.concat([cipher.update(content), cipher.final()]).toString('base64')
}

type Entitled = { content: ContentKey; key: Buffer; keyId: string; until: Date }

/** Says, signed, that one licence may be given for one key, to be kept by no device. */
const entitlement = ({
  content: { id, iv, key: content },
  key,
  keyId,
  until,
}: Entitled): string => {
  const now = Date.now()
  const seconds = Math.max(1, Math.ceil((until.getTime() - now) / 1000))

  return jwt(
    {
      begin_date: new Date(now - APART).toISOString(),
      com_key_id: keyId,
      expiration_date: new Date(now + TOKEN_FOR).toISOString(),
      message: {
        type: 'entitlement_message',
        content_key_usage_policies: USAGE,
        content_keys_source: {
          inline: [
            {
              id: keyName(id),
              encrypted_key: sealedKey(content, key),
              iv: Buffer.from(iv).toString('base64'),
              usage_policy: POLICY,
            },
          ],
        },
        license: {
          allow_persistence: false,
          duration: seconds,
          expiration_datetime: until.toISOString(),
          fairplay: { real_time_expiration: true },
          playready: { real_time_expiration: true },
          // The module asks anew well before the end, through us.
          widevine: {
            allow_renewal: true,
            real_time_duration_expiration: true,
            renewal_delay: Math.ceil(seconds * 0.6),
          },
        },
        version: 2,
      },
      version: 1,
    },
    key,
  )
}

const HEADERS: Record<KeySystem, Record<string, string>> = {
  clearkey: {},
  fairplay: { 'Content-Type': 'application/octet-stream' },
  playready: {
    'Content-Type': 'text/xml; charset=utf-8',
    SOAPAction: '"http://schemas.microsoft.com/DRM/2007/03/protocols/AcquireLicense"',
  },
  widevine: { 'Content-Type': 'application/octet-stream' },
}

const ANSWERS: Record<KeySystem, string> = {
  clearkey: 'application/json',
  fairplay: 'application/octet-stream',
  playready: 'text/xml; charset=utf-8',
  widevine: 'application/octet-stream',
}

const ask = async (
  address: string,
  {
    body,
    isTrusted,
    system,
    token,
  }: { body: Buffer; isTrusted: boolean; system: KeySystem; token: string },
): Promise<Buffer> => {
  const { answer, headers, status } = await askGuarded(address, {
    body,
    headers: { ...HEADERS[system], 'X-AxDRM-Message': token },
    isTrusted,
    method: 'POST',
    patience: 10_000,
  }).catch((error: unknown) => {
    throw new LicencesAway('The licence service does not answer.', { cause: error })
  })
  if (status === 200 && answer.length > 0) {
    return answer
  }
  const message = headers['x-axdrm-errormessage']
  const said = `${status} ${typeof message === 'string' ? message : ''}`.trim().slice(0, 300)
  if (status >= 500 || status === 429 || status === 408 || status === 200) {
    throw new LicencesAway(said)
  }
  throw new LicenceRefused(said, 'service')
}

/**
 * Axinom DRM: what the browser asks is handed on to the address of its system, with an Axinom DRM License Service Message in
 * `X-AxDRM-Message`, a JSON web token (HS256) under the communication key. Hosts of the installation's network are asked only where
 * `privateHosts` names them.
 */
export const axinomLicences = (
  {
    axinomCertificate,
    axinomFairplay,
    axinomKey,
    axinomKeyId,
    axinomPlayready,
    axinomWidevine,
  }: AxinomKeys,
  { privateHosts }: { privateHosts: readonly string[] },
): LicenceServer => {
  const addresses: Partial<Record<KeySystem, string>> = {
    playready: axinomPlayready,
    widevine: axinomWidevine,
    ...(axinomFairplay && axinomCertificate && { fairplay: axinomFairplay }),
  }
  const key = Buffer.from(axinomKey, 'base64')
  const licence: LicenceServer['licence'] = async ({ body, key: content, system, until }) => {
    const address = addresses[system]
    if (!address) {
      throw new LicenceRefused(`There are no licences for ${system}.`, 'request')
    }
    const token = entitlement({ content, key, keyId: axinomKeyId, until })

    return {
      type: ANSWERS[system],
      body: await ask(address, {
        body,
        isTrusted: privateHosts.includes(new URL(address).host),
        system,
        token,
      }),
    }
  }

  return {
    certificate:
      addresses.fairplay && axinomCertificate ? certificateBytes(axinomCertificate) : null,
    check: async () => {
      const nobodys = { id: randomBytes(16), iv: randomBytes(16), key: randomBytes(16) }
      const until = new Date(Date.now() + TOKEN_FOR)
      await licence({ body: CERTIFICATE_REQUEST, key: nobodys, system: 'widevine', until })
    },
    licence,
    systems: Object.keys(addresses) as KeySystem[],
  }
}

/** A certificate's bytes (DER), from its base64, with the lines of a PEM file or without. */
export const certificateBytes = (text: string): Buffer =>
  Buffer.from(text.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, ''), 'base64')
