import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { giftPath } from '@/domain/commerce/paths'
import { MOST_GIFT_MAILS, type GiftStatus } from '@/domain/commerce/gifts'
import { RuleError } from '@/domain/errors'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'

import { giftKey } from './keys'

type Sent = {
  buyer: string
  course: string
  email: string
  locale: Locale | null
  mails: number
  message: null | string
  name: string
  version: number
}

/**
 * Sends a gift's mail to whom it is for, where it stands at `from`, in the caller's transaction; answers whether it did.
 * Of two at once one finds it sent. Throws giftMailedOften after ten mails.
 */
export const sendGift = async ({
  from,
  gift,
  now,
  req,
  tenant,
}: {
  from: readonly GiftStatus[]
  gift: string
  now: Date
  req: PayloadRequest
  tenant: string
}): Promise<boolean> => {
  const school = await schoolOf({ req, tenant })
  const sent = await row<Sent>(
    req,
    sql`update gifts g set status = 'sent', sent_at = ${now.toISOString()}, mails = g.mails + 1, updated_at = now()
        from orders o join users u on u.id = o.buyer_id
        where g.id = ${gift} and o.id = g.order_id and o.status = 'paid' and g.status::text = any(${sql.param([...from])}::text[])
        returning g.recipient_email as email, g.recipient_name as name, g.message, g.locale, g.version::int as version, g.mails::int as mails, u.name as buyer,
          (select string_agg(c.title, ', ' order by l.id) from order_lines l join courses c on c.id = l.course_id where l.order_id = o.id) as course`,
  )
  if (!sent || !school) {
    return false
  }
  const { locale, mails, message, version, ...data } = sent
  if (mails > MOST_GIFT_MAILS) {
    throw new RuleError('giftMailedOften', { most: MOST_GIFT_MAILS })
  }
  const key = giftKey({ gift, tenant, version })
  await queueEmail({
    data: {
      name: data.name,
      buyer: data.buyer,
      course: data.course,
      message: message ?? '',
      url: new URL(giftPath(key), school.origin).toString(),
    },
    key: `gift:${gift}:${mails}`,
    locale: locale ?? school.locale,
    req,
    template: 'giftReceived',
    to: data.email,
  })

  return true
}
