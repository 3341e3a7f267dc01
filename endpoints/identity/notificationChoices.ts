import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Means } from '@/domain/identity/consents'
import type { Channel, Event } from '@/domain/mail/events'

import { RuleError } from '@/domain/errors'
import { isAgreedMail } from '@/domain/identity/consents'
import { CHANNELS, EVENTS, isChosen } from '@/domain/mail/events'
import { keepMailConsent } from '@/operations/identity/consents'
import { choose, readChoices } from '@/operations/mail/choices'
import { unsubscribeAsked } from '@/operations/mail/unsubscribe'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { CodedError, NotHere } from '../support/errors'

/** What a mail program sends along, `List-Unsubscribe=One-Click` (RFC 8058, 3.1), has at most so many bytes. */
const MOST_FORM_BYTES = 4096

type Choice = {
  account: string
  channel: Channel
  event: Event
  isOn: boolean
  means: Means
  req: PayloadRequest
  tenant: string
}

/** Keeps a choice, and writes it down where it is a consent; false where there is no such account here. */
const keepChoice = async ({ means, tenant, ...choice }: Choice): Promise<boolean> => {
  const isKept = await choose(choice)
  const { channel, event, isOn } = choice
  if (isKept && channel === 'email' && isAgreedMail(event)) {
    await keepMailConsent({ ...choice, means, tenant, topic: event, wants: isOn })
  }

  return isKept
}

/** GET /api/account/notifications: of which events the caller is told on which channels. 200 `{ choices: { <event>: { <channel>: boolean } } }`. */
export const notificationChoices = endpoint({
  input: z.object({}),
  method: 'get',
  path: '/account/notifications',
  run: async ({ req }) => ({ choices: await readChoices({ account: String(req.user.id), req }) }),
})

/**
 * POST /api/account/notifications `{ event, channel, isOn }`: whether the caller is told of an event on a channel. 200, the same; 422
 * `alwaysSent` where that is not theirs to choose.
 */
export const chooseNotification = endpoint({
  input: z.object({ channel: z.enum(CHANNELS), event: z.enum(EVENTS), isOn: z.boolean() }),
  path: '/account/notifications',
  run: async ({ input, req, tenant }) => {
    if (!isChosen(input)) {
      throw new RuleError('alwaysSent')
    }
    const account = String(req.user.id)
    if (!(await keepChoice({ ...input, account, means: 'account', req, tenant }))) {
      throw new NotHere()
    }

    return input
  },
})

/**
 * POST /api/unsubscribe/:token: ends mails of the event that the link was made for, as often as it is
 * asked, without a session; mail programs call it by `List-Unsubscribe` (RFC 8058), whatever body they
 * send. 200 `{ event, isOn: false }`; 400 `badLink` for any other token.
 */
export const unsubscribe = publicEndpoint({
  input: z.object({ token: z.string().max(300) }),
  path: '/unsubscribe/:token',
  run: async ({ input: { token }, req, tenant }) => {
    const asked = unsubscribeAsked({ tenant, token })
    if (
      !asked ||
      !(await keepChoice({
        ...asked,
        channel: 'email',
        isOn: false,
        means: 'unsubscribe',
        req,
        tenant,
      }))
    ) {
      throw new CodedError({ code: 'badLink', status: 400 })
    }

    return { event: asked.event, isOn: false }
  },
  takesBytes: MOST_FORM_BYTES,
})
