import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Means } from '@/domain/identity/consents'
import type { MailTopic } from '@/domain/mail/topics'

import { isAgreedMail } from '@/domain/identity/consents'
import { MAIL_TOPICS } from '@/domain/mail/topics'
import { keepMailConsent } from '@/operations/identity/consents'
import { chooseMails, unsubscribeAsked } from '@/operations/mail/topics'

import { endpoint, publicEndpoint } from '../support/endpoint'
import { CodedError, NotHere } from '../support/errors'

/** What a mail program sends along, `List-Unsubscribe=One-Click` (RFC 8058, 3.1), has at most so many bytes. */
const MOST_FORM_BYTES = 4096

type Choice = {
  account: string
  means: Means
  req: PayloadRequest
  tenant: string
  topic: MailTopic
  wants: boolean
}

/** Keeps a choice, and writes it down where it is a consent; false where there is no such account here. */
const keepChoice = async ({ means, tenant, ...choice }: Choice): Promise<boolean> => {
  const isKept = await chooseMails(choice)
  const { topic } = choice
  if (isKept && isAgreedMail(topic)) {
    await keepMailConsent({ ...choice, means, tenant, topic })
  }

  return isKept
}

/** POST /api/account/mails `{ topic, wants }`: whether the caller gets mails of a topic. 200 `{ topic, wants }`. */
export const chooseMail = endpoint({
  input: z.object({ topic: z.enum(MAIL_TOPICS), wants: z.boolean() }),
  path: '/account/mails',
  run: async ({ input, req, tenant }) => {
    const account = String(req.user.id)
    if (!(await keepChoice({ ...input, account, means: 'account', req, tenant }))) {
      throw new NotHere()
    }

    return input
  },
})

/**
 * POST /api/unsubscribe/:token: ends mails of the topic that the link was made for, as often as it is
 * asked, without a session; mail programs call it by `List-Unsubscribe` (RFC 8058), whatever body they
 * send. 200 `{ topic, wants: false }`; 400 `badLink` for any other token.
 */
export const unsubscribe = publicEndpoint({
  input: z.object({ token: z.string().max(300) }),
  path: '/unsubscribe/:token',
  run: async ({ input: { token }, req, tenant }) => {
    const asked = unsubscribeAsked({ tenant, token })
    if (
      !asked ||
      !(await keepChoice({ ...asked, means: 'unsubscribe', req, tenant, wants: false }))
    ) {
      throw new CodedError({ code: 'badLink', status: 400 })
    }

    return { topic: asked.topic, wants: false }
  },
  takesBytes: MOST_FORM_BYTES,
})
