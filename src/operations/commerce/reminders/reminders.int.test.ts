import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { planTools } from '@/test/plans'
import { settleOnly } from '@/test/settleOnly'

import { putIntoCart } from '../cart'
import { checkout } from '../checkout'
import { expireOrders } from '../expireOrders'
import { recoveredCheckouts } from '../recoveredCheckouts'
import { remindOfCheckouts } from '../remindOfCheckouts'
import { resumeCheckout } from '../resumeCheckout'

const payload = testPayload()
const { approve, buy, query, sell, settle } = planTools(payload)

const HOUR = 3600_000
const later = (hours: number) => new Date(Date.now() + hours * HOUR + 60_000)

type Shop = Awaited<ReturnType<ReturnType<typeof sell>['shop']>>

const begun = async (
  { offer, tenant }: Shop,
  given: { buyer?: string; mayRemind?: boolean } = {},
) => {
  const buyer = given.buyer ?? (await sell().buyer(tenant)).id
  const placed = await asTenant(tenant, async () =>
    checkout({
      buyer: { id: buyer, email: `${buyer}@example.com`, emailVerified: true, locale: 'en' },
      mayRemind: given.mayRemind,
      now: new Date(),
      offers: [offer],
      origin: 'http://school.localhost:3000',
      req: await requestOf({ id: buyer }),
      tenant,
    }),
  )

  return { buyer, order: placed.order, session: placed.url.split('/').at(-1) ?? '' }
}

const remind = (hours: number) => remindOfCheckouts({ now: later(hours), payload: payload() })

const mailsIn = (tenant: string) =>
  query<{ kind: string; to: string; url: string }>(
    tenant,
    sql`select kind, "to", data ->> 'url' as url from emails where kind like 'checkout%' order by id`,
  )

const rowsIn = (tenant: string) =>
  query<{ reminders: number; status: string }>(
    tenant,
    sql`select status::text as status, reminders::int as reminders from abandoned_checkouts order by id`,
  )

const paid = async (tenant: string, session: string) => {
  await approve(tenant, session)
  await settle()
  await settleOnly(payload(), 'recoverOnOrderPaid')
}

const set = (tenant: string, change: ReturnType<typeof sql>) =>
  query(tenant, sql`update tenants set ${change} where id = ${tenant}`)

const figures = (tenant: string) =>
  asTenant(tenant, async () =>
    recoveredCheckouts({ now: new Date(), req: await requestOf(), tenant }),
  )

describe('a checkout that is left', () => {
  it('is reminded of after an hour and after a day, and then no more', async () => {
    const shop = await sell().shop()
    await begun(shop)
    const sent: number[] = []
    for (const hours of [0.5, 1, 2, 24, 25, 72]) {
      await remind(hours)
      sent.push((await mailsIn(shop.tenant)).length)
    }

    expect(sent).toEqual([0, 1, 1, 2, 2, 2])
    expect((await mailsIn(shop.tenant)).map(({ kind }) => kind)).toEqual([
      'checkoutReminder',
      'checkoutLastReminder',
    ])
  })

  it('is reminded of once by two workers at once', async () => {
    const shop = await sell().shop()
    await begun(shop)
    await Promise.all([remind(1), remind(1), remind(1)])
    await Promise.all([remind(25), remind(25)])

    expect(await mailsIn(shop.tenant)).toHaveLength(2)
    expect(await rowsIn(shop.tenant)).toEqual([{ reminders: 2, status: 'reminded' }])
  })

  it('is opened again by the link of the mail, on any device, until it ends; then the course is', async () => {
    const shop = await sell().shop()
    await begun(shop)
    await remind(1)
    const [mail] = await mailsIn(shop.tenant)
    const url = new URL(mail?.url ?? '')
    const opened = (now: Date, key = url.searchParams.get('key'), tenant = shop.tenant) =>
      asTenant(tenant, async () =>
        resumeCheckout({
          checkout: url.pathname.split('/').at(-1) ?? '',
          key,
          now,
          req: await requestOf(),
          tenant,
        }),
      )
    const other = await sell().shop()

    expect(await opened(later(2))).toBe(`/checkout?offer=${shop.offer}`)
    expect(await opened(later(24 * 16))).toMatch(/^\/courses\/.+/)
    expect(await opened(later(2), 'zzzzzz.forged')).toMatch(/^\/courses\/.+/)
    expect(await opened(later(2), undefined, other.tenant)).toBeNull()
  })

  it('is still reminded of when its order has expired, and not once it is paid', async () => {
    const shop = await sell().shop()
    await begun(shop)
    const bought = await begun(shop)
    await paid(shop.tenant, bought.session)
    await expireOrders({ now: later(48), payload: payload() })
    await remind(49)

    expect((await mailsIn(shop.tenant)).map(({ to }) => to)).not.toContain(
      `${bought.buyer}@example.com`,
    )
    expect(await rowsIn(shop.tenant)).toEqual([{ reminders: 1, status: 'reminded' }])
  })

  it('is not reminded of a second time once its course was bought by another order', async () => {
    const shop = await sell().shop()
    const { buyer, order } = await begun(shop)
    await remind(1)
    await query(shop.tenant, sql`update orders set status = 'expired' where id = ${order}`)
    await buy({ ...shop, buyer })
    await settle()
    await remind(25)

    expect(await mailsIn(shop.tenant)).toHaveLength(1)
  })

  it('is not reminded of where the same person was reminded of another within a week', async () => {
    const shop = await sell().shop()
    const { buyer } = await begun(shop)
    await remind(1)
    const { id: course } = await factories(payload()).course({ tenant: shop.tenant })
    const { id: offer } = await sell().offer({ course, tenant: shop.tenant })
    await begun({ ...shop, course, offer }, { buyer })
    await remind(2)

    expect(await mailsIn(shop.tenant)).toHaveLength(1)
    expect((await rowsIn(shop.tenant)).map(({ status }) => status)).toEqual(['reminded', 'passed'])
  })
})

describe('nobody is reminded', () => {
  it('in a school that does not wish it', async () => {
    const shop = await sell().shop()
    await set(shop.tenant, sql`settings_reminders_is_on = false`)
    await begun(shop)
    await remind(1)

    expect(await mailsIn(shop.tenant)).toEqual([])
  })

  it('who did not agree, in a school that asks; and whoever did is', async () => {
    const shop = await sell().shop()
    await set(shop.tenant, sql`settings_reminders_basis = 'consent'`)
    await begun(shop)
    const { buyer } = await begun(shop, { mayRemind: true })
    const asked = await query<{ email: string }>(
      shop.tenant,
      sql`select email from users where id = ${buyer}`,
    )
    await remind(1)

    expect((await mailsIn(shop.tenant)).map(({ to }) => to)).toEqual(
      asked.map(({ email }) => email),
    )
  })

  it('who does without such mails, or whose account is closed', async () => {
    const shop = await sell().shop()
    const silent = await begun(shop)
    const closed = await begun(shop)
    await query(
      shop.tenant,
      sql`insert into notification_choices (id, tenant_id, user_id, event, channel, is_on) select uuidv7(), tenant_id, id, 'reminders', 'email', false from users where id = ${silent.buyer}`,
    )
    await query(shop.tenant, sql`update users set status = 'suspended' where id = ${closed.buyer}`)
    await remind(1)
    await remind(25)

    expect(await mailsIn(shop.tenant)).toEqual([])
    expect(await rowsIn(shop.tenant)).toEqual([
      { reminders: 0, status: 'passed' },
      { reminders: 0, status: 'passed' },
    ])
  })

  it('of what is no longer for sale', async () => {
    const shop = await sell().shop()
    await begun(shop)
    await query(shop.tenant, sql`update offers set is_active = false`)
    await remind(1)

    expect(await mailsIn(shop.tenant)).toEqual([])
  })
})

describe('a cart that is left', () => {
  it('is reminded of, with all that is in it', async () => {
    const shop = await sell().shop()
    const { id: buyer } = await sell().buyer(shop.tenant)
    await asTenant(shop.tenant, async () =>
      putIntoCart({
        buyer,
        items: [{ cohort: null, offer: shop.offer }],
        req: await requestOf(),
        tenant: shop.tenant,
      }),
    )
    await Promise.all([remind(1), remind(1)])

    expect(await mailsIn(shop.tenant)).toHaveLength(1)
  })
})

describe('an order that is paid after a reminder', () => {
  it('counts as brought back by it, once, with its sum; one paid without does not', async () => {
    const shop = await sell().shop()
    const reminded = await begun(shop)
    await remind(1)
    const alone = await begun(shop)
    for (const session of [reminded.session, alone.session]) {
      await paid(shop.tenant, session)
    }
    await query(
      shop.tenant,
      sql`update abandoned_checkouts set reminded_at = now() - interval '1 hour'`,
    )

    expect(await figures(shop.tenant)).toEqual({
      brought: [{ currency: 'USD', orders: 1, total: 4900 }],
      checkouts: 1,
      reminders: 1,
    })
    expect(await rowsIn(shop.tenant)).toEqual([{ reminders: 1, status: 'recovered' }])
  })
})
