import { mailer } from '@/adapters/mail'
import { holdsToken } from '@/domain/mail/templates'
import { env } from '@/env'
import { claimEmail, dropEmail, markFailed, markSent } from '@/operations/mail/delivery'
import { spokenIn } from '@/domain/tenancy/spoken'
import { spareEventOf } from '@/domain/mail/events'
import { readerOf, unsubscribeToken } from '@/operations/mail/unsubscribe'
import { awaitTurn } from '@/operations/mail/pace'
import { openedLinks, sealedLetter } from '@/operations/mail/sealedLinks'
import { writeLetter } from '@/operations/mail/writeLetter'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

/** The bare address of `MAIL_FROM`, which may carry a name of its own. */
const senderAddress = (): string => {
  const { MAIL_FROM } = env()

  return /<([^<>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM
}

/** `"Aurora" <no-reply@example.com>`; the name's own quotes and breaks go. */
const senderOf = (name: string): string =>
  `"${name.replace(/["\\\p{Cc}]/gu, ' ').trim()}" <${senderAddress()}>`

/** How a mail program ends such mails by itself (RFC 2369 and RFC 8058). */
const oneClick = (url: string): Record<string, string> => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/**
 * Renders and sends a mail once, when its turn has come. Run twice it sends once, unless a worker dies after the mail server
 * took the mail and before the row says so: SMTP knows no transaction, and so the second delivery
 * carries the same Message-ID, by which inboxes fold the two into one.
 */
export const sendQueuedEmail = reaction({
  name: 'sendQueuedEmail',
  on: 'email.queued',
  run: async ({ data, req, tenant }) => {
    const { isLocal, provider, send } = mailer()
    if (!isLocal) {
      await awaitTurn({ perSecond: env().MAIL_PER_SECOND, provider })
    }
    const claimed = await claimEmail({ id: data.email, req })
    if (!claimed) {
      return
    }
    const { id, kind, locale, timeZone, to } = claimed
    const event = spareEventOf(kind)
    const reader = event ? await readerOf({ email: to, event, req }) : undefined
    if (reader?.wants === false) {
      await dropEmail({ id, req })

      return
    }
    const token = reader && event ? unsubscribeToken({ ...reader, event, tenant }) : undefined
    try {
      const school = await schoolOf({ req, tenant })
      if (!school) {
        throw new Error(`There is no school ${tenant}.`)
      }
      const { name, origin, supportEmail } = spokenIn(school, locale)
      const { html, subject, text } = await writeLetter({
        data: openedLinks({ data: claimed.data, template: kind, tenant }),
        locale,
        req,
        school: { ...school, timeZone: timeZone ?? school.timeZone },
        template: kind,
        unsubscribeUrl: token && `${origin}/unsubscribe?token=${token}`,
      })
      await send({
        from: senderOf(name),
        headers: {
          ...(supportEmail && { 'Reply-To': supportEmail }),
          ...(token && oneClick(`${origin}/api/unsubscribe/${token}`)),
        },
        html,
        messageId: `${id}@${new URL(origin).hostname}`,
        subject,
        text,
        to,
      })
      const isKept = isLocal || !holdsToken(kind)
      const kept = isKept ? sealedLetter({ html, text }, { template: kind, tenant }) : null
      await markSent({ id, kept, req, subject })
    } catch (error) {
      await markFailed({ id, error, req })
      throw error
    }
  },
  transaction: false,
})
