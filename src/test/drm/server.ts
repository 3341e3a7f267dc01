import { createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

import type { FilmAnswer, FilmRequest } from '../films/server'

import { startFilmServer } from '../films/server'

/** The communication key of the tests' account at Axinom. */
export const DRM_KEY = { id: 'c52ad793-022a-447f-8250-b2ba00568b80', key: randomBytes(32) }

type Message = {
  begin_date: string
  com_key_id: string
  expiration_date: string
  message: {
    content_key_usage_policies: { name: string }[]
    content_keys_source: {
      inline: { encrypted_key: string; id: string; iv: string; usage_policy: string }[]
    }
    license: { allow_persistence: boolean; duration: number; expiration_datetime: string }
    type: string
    version: number
  }
  version: number
}

/** What a token says; null of one that the account's key did not sign. */
const messageIn = (token: string): Message | null => {
  const [head = '', body = '', mac = ''] = token.split('.')
  const right = createHmac('sha256', DRM_KEY.key).update(`${head}.${body}`).digest()
  const given = Buffer.from(mac, 'base64url')
  const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString('utf8') || '{}') as {
    alg?: string
  }

  return alg === 'HS256' && given.length === right.length && timingSafeEqual(given, right)
    ? (JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Message)
    : null
}

const opened = (sealed: string): Buffer => {
  const decipher = createDecipheriv('aes-256-ecb', DRM_KEY.key, null).setAutoPadding(false)

  return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()])
}

const refused = (said: string, status = 403): FilmAnswer => ({
  headers: { 'X-AxDRM-ErrorMessage': said },
  status,
})

/** A licence as the tests' service writes it: what stands in it is encrypted for real by each system. */
export type TestLicence = {
  duration: number
  ends: string
  isKept: boolean
  iv: string
  key: string
  kid: string
  system: string
}

/** What a browser's module would ask of the service, in the tests' own words. */
export const challenge = (kids: readonly string[]): Buffer => Buffer.from(JSON.stringify({ kids }))

/**
 * A small Axinom licence service: checks the message that comes with a request (signature, key, time), that each key asked for is
 * among those it entitles to, and answers with them.
 */
export const startLicenceServer = async () => {
  const given: TestLicence[] = []
  const serve = ({ body, headers, method, path }: FilmRequest): FilmAnswer => {
    const [, system] = /^\/(widevine|playready|fairplay)\/AcquireLicense$/.exec(path) ?? []
    if (method !== 'POST' || !system) {
      return { status: 404 }
    }
    const token = headers['x-axdrm-message']
    const said = typeof token === 'string' ? messageIn(token) : null
    if (said?.com_key_id !== DRM_KEY.id) {
      return refused('The message is not signed with a known key.', 401)
    }
    const now = Date.now()
    const { type, content_keys_source: source, license, version } = said.message
    if (
      [said.version, version, type].join() !== '1,2,entitlement_message' ||
      Date.parse(said.begin_date) > now ||
      Date.parse(said.expiration_date) < now ||
      Date.parse(license.expiration_datetime) < now
    ) {
      return refused('The message is none, or its time is over.')
    }
    if (system === 'playready' && !headers.soapaction) {
      return refused('There is no action.', 400)
    }
    if (system === 'widevine' && body.equals(Buffer.from([8, 4]))) {
      return { body: Buffer.from('a certificate of the service'), status: 200 }
    }
    const { kids } = JSON.parse(body.toString('utf8')) as { kids: string[] }
    const held = kids.map((kid) => source.inline.find(({ id }) => id === kid))
    const [first] = held
    if (!first || held.some((one) => !one)) {
      return refused('The request names a key that is not entitled to.')
    }
    const licence: TestLicence = {
      duration: license.duration,
      ends: license.expiration_datetime,
      isKept: license.allow_persistence,
      iv: Buffer.from(first.iv, 'base64').toString('hex'),
      key: opened(first.encrypted_key).toString('hex'),
      kid: first.id,
      system,
    }
    given.push(licence)

    return { body: Buffer.from(JSON.stringify(licence)), status: 200 }
  }
  const server = await startFilmServer(serve)
  const at = (system: string) => `${server.url}/${system}/AcquireLicense`

  return {
    ...server,
    given,
    /** As a school enters them. */
    keys: {
      axinomCertificate: Buffer.from('a certificate of Apple').toString('base64'),
      axinomFairplay: at('fairplay'),
      axinomKey: DRM_KEY.key.toString('base64'),
      axinomKeyId: DRM_KEY.id,
      axinomPlayready: at('playready'),
      axinomWidevine: at('widevine'),
    },
  }
}
