import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto'

import type { FilmAnswer, FilmRequest } from '../films/server'

import { startFilmServer } from '../films/server'

/** What a browser keeps of a subscription. */
export type TestBrowser = {
  /** As `PushSubscription.toJSON` says it. */
  subscription: { endpoint: string; keys: { auth: string; p256dh: string } }
  /** Opens what it was sent (RFC 8188 and RFC 8291); throws where it was not sealed for it. */
  open: (body: Buffer) => unknown
}

export type Delivered = { key: string; message: unknown; topic: string; ttl: number }

/** A key of HKDF-SHA-256 (RFC 5869). */
const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length))

const browserAt = (endpoint: string): TestBrowser => {
  const own = createECDH('prime256v1')
  const p256dh = own.generateKeys()
  const auth = randomBytes(16)
  const open = (body: Buffer): unknown => {
    const salt = body.subarray(0, 16)
    const idLength = body.readUInt8(20)
    const sender = body.subarray(21, 21 + idLength)
    const sealed = body.subarray(21 + idLength)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, sender])
    const secret = derive(own.computeSecret(sender), auth, info, 32)
    const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])

    // The last record ends with a byte of 2, and zeros after it (RFC 8188, 2).
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString('utf8')) as unknown
  }

  return {
    open,
    subscription: {
      endpoint,
      keys: { auth: auth.toString('base64url'), p256dh: p256dh.toString('base64url') },
    },
  }
}

/** The public key as a verifier takes it: from the uncompressed point (RFC 8292, 3.2). */
const publicKeyOf = (point: Buffer) =>
  createPublicKey({
    format: 'jwk',
    key: {
      crv: 'P-256',
      kty: 'EC',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  })

/** The sender's key, where the request is signed by it for this service (RFC 8292); null where it is not. */
const senderOf = (authorization: string | undefined, origin: string): null | string => {
  const [, token = '', key = ''] =
    /^vapid t=([\w.-]+), ?k=([\w-]+)$/i.exec(authorization ?? '') ?? []
  const [head = '', claims = '', sign = ''] = token.split('.')
  if (!key || !sign) {
    return null
  }
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { dsaEncoding: 'ieee-p1363', key: publicKeyOf(Buffer.from(key, 'base64url')) },
    Buffer.from(sign, 'base64url'),
  )
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as {
    aud?: string
    exp?: number
    sub?: string
  }

  return isSigned &&
    aud === origin &&
    Number(exp) > Date.now() / 1000 &&
    /^mailto:|^https:/.test(sub ?? '')
    ? key
    : null
}

/** A push service as browsers have one (RFC 8030): takes what is signed and sealed, and opens it as the browser would. */
export const startPushServer = async (port = 0) => {
  const browsers = new Map<string, TestBrowser>()
  const gone = new Map<string, number>()
  const delivered = new Map<string, Delivered[]>()
  const serve = ({ body, headers, method, path }: FilmRequest): FilmAnswer => {
    const browser = browsers.get(path)
    const ended = gone.get(path)
    if (method !== 'POST' || !browser || ended) {
      return { status: ended ?? 404 }
    }
    const key = senderOf(headers.authorization, server.url)
    if (!key || headers['content-encoding'] !== 'aes128gcm' || !headers.ttl) {
      return { status: 400 }
    }
    if (body.length > 4096) {
      return { status: 413 }
    }
    delivered.get(path)?.push({
      key,
      message: browser.open(body),
      topic: String(headers.topic),
      ttl: Number(headers.ttl),
    })

    return { headers: { Location: `${server.url}/m/1` }, status: 201 }
  }
  const server = await startFilmServer(serve, port)

  return {
    ...server,
    /** What came for a browser. */
    deliveredTo: ({ subscription }: TestBrowser): Delivered[] =>
      delivered.get(new URL(subscription.endpoint).pathname) ?? [],
    /** Answers of a browser from now on that it is gone. */
    end: ({ subscription }: TestBrowser, status: 404 | 410): void => {
      gone.set(new URL(subscription.endpoint).pathname, status)
    },
    /** A browser that has subscribed. */
    subscribe: (): TestBrowser => {
      const path = `/push/${randomBytes(12).toString('hex')}`
      const browser = browserAt(`${server.url}${path}`)
      browsers.set(path, browser)
      delivered.set(path, [])

      return browser
    },
  }
}
