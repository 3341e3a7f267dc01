import webPush from 'web-push'

import { env } from '@/env'
import { isPushEndpoint } from '@/domain/mail/pushServices'

import { askGuarded } from '../web/guarded'

/** A browser that is to be told, as it named itself: base64url of its public key and of its secret (RFC 8291). */
export type PushBrowser = { auth: string; endpoint: string; p256dh: string }

/** The keys by which push services know a sender (RFC 8292), as base64url. */
export type PushKeys = { privateKey: string; publicKey: string }

export type Push = {
  browser: PushBrowser
  keys: PushKeys
  /** At most some 3,900 bytes. */
  message: string
  /** Up to 32 characters of base64url; a message takes the place of one of the same topic that waits still (RFC 8030, 5.4). */
  topic: string
}

/** How long a push service keeps a message for a browser that is away, in seconds. */
const KEPT_SECONDS = 24 * 3600

/** Answers by which a service says that there is no such browser any more (RFC 8030, 7.3). */
const GONE = [404, 410]

/** New keys of a sender. */
export const newPushKeys = (): PushKeys => webPush.generateVAPIDKeys()

/** Whether an address that a browser names may be sent to. */
export const takesPush = (endpoint: string): boolean =>
  isPushEndpoint(endpoint, env().PUSH_SERVICE_URL)

/** Where whoever runs a push service can write to. */
const subject = (): string => `mailto:${/<([^<>]+)>/.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM}`

/**
 * Sends a message to a browser, sealed so that only it can read it (RFC 8291). `gone` where it takes none any more; throws where the
 * service refuses, or does not answer.
 */
export const sendPush = async ({
  browser,
  keys,
  message,
  topic,
}: Push): Promise<'gone' | 'sent'> => {
  const { auth, endpoint, p256dh } = browser
  if (!takesPush(endpoint)) {
    return 'gone'
  }
  const { body, headers } = webPush.generateRequestDetails(
    { endpoint, keys: { auth, p256dh } },
    message,
    {
      contentEncoding: 'aes128gcm',
      topic,
      TTL: KEPT_SECONDS,
      vapidDetails: { ...keys, subject: subject() },
    },
  )
  const own = env().PUSH_SERVICE_URL
  const { status } = await askGuarded(endpoint, {
    body,
    headers: headers,
    isTrusted: own !== undefined && new URL(endpoint).origin === new URL(own).origin,
    method: 'POST',
  })
  if (GONE.includes(status)) {
    return 'gone'
  }
  if (status < 200 || status >= 300) {
    throw new Error(`The push service at ${new URL(endpoint).host} answered ${status}.`)
  }

  return 'sent'
}
