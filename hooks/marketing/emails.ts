import { sql } from '@payloadcms/db-postgres'

import type { MailData } from '@/domain/mail/templates'
import type { Locale } from '@/domain/tenancy/locales'
import type { School } from '@/operations/tenancy/school'

import { row } from '@/database/transaction'
import { invoicePath } from '@/domain/commerce/paths'
import { orderKey } from '@/operations/commerce/orderKeys'
import { lessonOfWork } from '@/operations/learning/seenLessons'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { textInTheirs } from '@/operations/translation/textIn'
import { reaction } from '@hooks/events/reaction'

/** Whom a mail goes to, and in which language when the account has chosen one. */
type Reader = { email: string; locale: Locale | null; name: string }

type Order = Pick<
  MailData['receipt'],
  'currency' | 'discount' | 'lines' | 'number' | 'paidAt' | 'tax' | 'total'
> &
  Reader & { coupon: null | string; invoice: null | { id: string; number: string } }

/** How long the link in a receipt brings the invoice without signing in, in milliseconds. */
const INVOICE_LINK_MS = 30 * 24 * 3600_000

const invoiceUrl = ({
  id,
  order,
  school,
  tenant,
}: {
  id: string
  order: string
  school: School
  tenant: string
}): string => {
  const until = new Date(Date.now() + INVOICE_LINK_MS)

  return `${school.origin}${invoicePath(id, orderKey({ order, tenant, until }))}`
}

/** Sends the buyer a receipt with every line of the sum, in the order's language and once per order; none of a move that cost nothing. */
export const sendReceiptOnOrderPaid = reaction({
  name: 'sendReceiptOnOrderPaid',
  on: 'order.paid',
  run: async ({ data: { order }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Order>(
      req,
      sql`select u.email, coalesce(o.locale, u.locale::text) as locale, u.name, o.number, o.currency, o.total::int as total,
            o.discount::int as discount, o.tax::int as tax, c.code as coupon,
            (select json_build_object('id', i.id, 'number', i.number) from invoices i where i.order_id = o.id) as invoice,
            to_json(coalesce(o.paid_at, o.updated_at)) #>> '{}' as "paidAt",
            (select json_agg(json_build_object('title', l.title, 'amount', l.base::int) order by l.id)
             from order_lines l where l.order_id = o.id) as lines
          from orders o join users u on u.id = o.buyer_id left join coupons c on c.id = o.coupon_id
          where o.id = ${order} and o.status = 'paid'
            and not (o.total = 0 and exists (select 1 from place_transfers m where m.order_id = o.id))`,
    )
    if (!found || !school) {
      return
    }
    const { coupon, email, invoice, locale, ...sums } = found
    await queueEmail({
      data: {
        ...sums,
        coupon: coupon ?? undefined,
        invoice: invoice
          ? { number: invoice.number, url: invoiceUrl({ id: invoice.id, order, school, tenant }) }
          : undefined,
        url: `${school.origin}/dashboard`,
      },
      key: `receipt:${order}`,
      locale: locale ?? school.locale,
      req,
      template: 'receipt',
      to: email,
    })
  },
})

/**
 * Tells a learner that a course is open to them, once per enrollment; not of each course of a library that they pay for, nor of
 * a place that was moved, which is told apart.
 */
export const sendEnrolledOnEnrollmentCreated = reaction({
  name: 'sendEnrolledOnEnrollmentCreated',
  on: 'enrollment.created',
  run: async ({ data: { enrollment }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Reader & { course: string; slug: string }>(
      req,
      sql`select u.email, u.locale, u.name, ${textInTheirs({ locale: sql`u.locale`, tenant: sql`e.tenant_id` }, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course, c.slug from enrollments e
          join users u on u.id = e.learner_id join courses c on c.id = e.course_id
          where e.id = ${enrollment} and not (e.source = 'subscription' and not exists (
            select 1 from order_lines l where l.order_id = e.order_id and l.course_id = e.course_id))
            and not exists (select 1 from place_transfers m where m.order_id = e.order_id)`,
    )
    if (!found || !school) {
      return
    }
    const { name, slug, course, email, locale } = found
    await queueEmail({
      data: { name, course, url: `${school.origin}/learn/${slug}` },
      key: `enrolled:${enrollment}`,
      locale: locale ?? school.locale,
      req,
      template: 'enrolled',
      to: email,
    })
  },
})

/** Brings a learner their certificate, once. */
export const sendCertificateOnCertificateIssued = reaction({
  name: 'sendCertificateOnCertificateIssued',
  on: 'certificate.issued',
  run: async ({ data: { certificate }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Reader & { course: string; serial: string }>(
      req,
      sql`select u.email, u.locale, c.learner_name as name, c.course_title as course, c.serial
          from certificates c join users u on u.id = c.learner_id
          where c.id = ${certificate} and c.revoked_at is null`,
    )
    if (!found || !school) {
      return
    }
    const { name, course, email, locale, serial } = found
    const verifyUrl = `${school.origin}/certificates/${serial}`
    await queueEmail({
      data: { name, course, url: `${verifyUrl}.pdf`, verifyUrl },
      key: `certificate:${certificate}`,
      locale: locale ?? school.locale,
      req,
      template: 'certificate',
      to: email,
    })
  },
})

/** Tells a learner that what they wrote in a quiz was read and graded, once. */
export const tellOnAttemptMarked = reaction({
  name: 'tellOnAttemptMarked',
  on: 'attempt.marked',
  run: async ({ data: { attempt }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const theirs = { locale: sql`u.locale`, tenant: sql`a.tenant_id` }
    const found = await row<
      Reader & { course: string; lesson: string; quiz: string; slug: string }
    >(
      req,
      sql`select u.email, u.locale, u.name, c.slug, l.id as lesson,
            ${textInTheirs(theirs, 'courses', { field: 'title', of: sql`c.id`, own: sql`c.title` })} as course,
            ${textInTheirs(theirs, 'lessons', { field: 'title', kept: sql`l.kept_texts`, of: sql`l.id`, own: sql`l.title` })} as quiz
          from quiz_attempts a join users u on u.id = a.learner_id
            cross join lateral ${lessonOfWork({ learner: sql`a.learner_id`, lesson: sql`a.lesson_id` })} l
            join courses c on c.id = l.course_id
          where a.id = ${attempt} and not a.waits`,
    )
    if (!found || !school) {
      return
    }
    const { name, slug, course, email, lesson, locale, quiz } = found
    await queueEmail({
      data: { name, course, quiz, url: `${school.origin}/learn/${slug}/${lesson}` },
      key: `attemptGraded:${attempt}`,
      locale: locale ?? school.locale,
      req,
      template: 'attemptGraded',
      to: email,
    })
  },
})
