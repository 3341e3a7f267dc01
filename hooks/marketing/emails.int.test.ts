import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { factories } from '@/test/factories'
import { requestOf, settle, testPayload } from '@/test/harness'

import { sendEnrolledOnEnrollmentCreated, sendReceiptOnOrderPaid } from './emails'

const payload = testPayload()

type Mail = { kind: string; locale: string; subject: string; text: string; to: string }

const mailsOf = (tenant: string) =>
  asTenant(tenant, async () =>
    rows<Mail>(
      await requestOf(),
      sql`select "to", kind, locale, subject, text from emails order by id`,
    ),
  )

/** A buyer with a paid order of two courses, and an enrollment in the first. */
const purchase = async () => {
  const make = factories(payload())
  const tenant = (await make.tenant({ name: 'Aurora' })).id
  const buyer = await make.user({ name: 'Анна', locale: 'ru', tenant })
  const course = await make.course({ slug: 'colour', tenant, title: 'Colour by hand' })
  const ids = await asTenant(tenant, async () => {
    const req = await requestOf()
    const order = await row<{ id: string }>(
      req,
      sql`insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency, paid_at)
          values (uuidv7(), ${tenant}, 'A-1', ${buyer.id}, 'paid', 4900, 900, 0, 4000, 'USD', now()) returning id`,
    )
    const offer = await payload().create({
      collection: 'offers',
      data: {
        course: course.id,
        kind: 'oneTime',
        prices: [{ amount: 4900, currency: 'USD' }],
        tenant,
        title: 'Full course',
      } as never,
      depth: 0,
      overrideAccess: true,
      req,
    })
    await rows(
      req,
      sql`insert into order_lines (id, tenant_id, order_id, offer_id, course_id, title, base, discount, tax, total)
          values (uuidv7(), ${tenant}, ${order?.id}, ${offer.id}, ${course.id}, 'Colour by hand', 4900, 900, 0, 4000)`,
    )
    const enrollment = await row<{ id: string }>(
      req,
      sql`insert into enrollments (id, tenant_id, learner_id, course_id, source, status, percent)
          values (uuidv7(), ${tenant}, ${buyer.id}, ${course.id}, 'order', 'active', 0) returning id`,
    )

    return { enrollment: enrollment?.id ?? '', order: order?.id ?? '' }
  })

  return { ...ids, buyer, tenant }
}

type Reaction = typeof sendReceiptOnOrderPaid

const runTwice = async ({
  data,
  reaction,
  tenant,
}: {
  data: object
  reaction: Reaction
  tenant: string
}) => {
  for (const event of ['once', 'twice']) {
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () => reaction.run({ data: data as never, event, req, tenant }))
    })
  }
  await settle()
}

describe('a mail that follows a fact', () => {
  it('is one receipt per order, in the buyer’s language, with the sum as it was paid', async () => {
    const { buyer, order, tenant } = await purchase()
    await runTwice({ data: { order }, reaction: sendReceiptOnOrderPaid, tenant })
    const mails = await mailsOf(tenant)

    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ kind: 'receipt', locale: 'ru', to: buyer.email })
    const text = mails[0]?.text.replace(/[\u00a0\u202f]/g, ' ')
    for (const part of [
      'Анна',
      'Colour by hand',
      '49,00 $',
      '-9,00 $',
      '40,00 $',
      'A-1',
      '/dashboard',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('is one word of welcome per enrollment, with the way into the course', async () => {
    const { enrollment, tenant } = await purchase()
    await runTwice({ data: { enrollment }, reaction: sendEnrolledOnEnrollmentCreated, tenant })
    const mails = await mailsOf(tenant)

    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('/learn/colour')
  })
})
