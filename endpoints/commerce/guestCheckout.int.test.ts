import { sql } from '@payloadcms/db-postgres'

import type { Template } from '@/domain/mail/templates'

import { asTenant } from '@/database/scope'
import { systemPool, tenantOfHost } from '@/database/hosts'
import { row, rows } from '@/database/transaction'
import { expireOrders } from '@/operations/commerce/expireOrders'
import { opensOrder } from '@/operations/commerce/orderKeys'
import { orderOutcome } from '@/operations/commerce/orderOutcome'
import { sweepGuests } from '@/operations/commerce/sweepGuests'
import { authFor } from '@/operations/identity/auth'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { openedMail } from '@/test/openedMail'

import { checkout } from './checkout'
import { approveTestPayment, testSession } from './testGateway'

const payload = testPayload()
const make = () => commerceFactories(payload())
const DAY = 24 * 3600_000

type Placed = { currency: string; key: string; order: string; total: number; url: string }

const guest = (email: string, more: object = {}) => ({ name: 'Gil Guest', email, ...more })
const newEmail = () => `guest-${crypto.randomUUID().slice(0, 8)}@example.com`

const buy = ({
  buyer,
  coupon,
  locale,
  offer,
  tenant,
}: {
  buyer: object
  coupon?: string
  locale?: string
  offer: string
  tenant: string
}) => call(checkout, { data: { buyer, coupon, items: [{ offer }], locale }, tenant })

const placed = async (asked: Parameters<typeof buy>[0]): Promise<Placed> => {
  const { body, status } = await buy(asked)
  expect([status, Object.keys(body as object).sort()]).toEqual([
    201,
    ['currency', 'key', 'order', 'total', 'url'],
  ])

  return body as Placed
}

const sessionIn = ({ url }: Placed) => ({ session: url.split('/').at(-1) ?? '' })

const approve = async (order: Placed, tenant: string) => {
  const answer = await call(approveTestPayment, { params: sessionIn(order), tenant })
  await settle()

  return answer
}

const all = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

const one = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => row<Row>(await requestOf(), statement))

type Account = {
  enrollments: number
  id: string
  passwords: number
  proved: boolean
  status: string
}

const accountOf = (tenant: string, email: string) =>
  one<Account>(
    tenant,
    sql`select u.id, u.status::text as status, u.email_verified is true as proved,
          (select count(*)::int from enrollments e where e.learner_id = u.id and e.status = 'active') as enrollments,
          (select count(*)::int from auth_accounts a where a.user_id = u.id) as passwords
        from users u where u.email = ${email}`,
  )

const mailsTo = async (tenant: string, email: string) =>
  (
    await all<{ data: { url: string }; kind: Template; locale: string }>(
      tenant,
      sql`select kind, data, locale::text as locale from emails where "to" = ${email} order by created_at, id`,
    )
  ).map((one) => ({ ...one, data: openedMail({ ...one, tenant }) }))

const kindsTo = async (tenant: string, email: string) =>
  (await mailsTo(tenant, email)).map(({ kind }) => kind).sort()

const post = async (tenant: string, path: string, body: object) => {
  const school = await one<{ slug: string }>(tenant, sql`select slug from tenants`)
  const host = `${school?.slug}.localhost`
  const here = await tenantOfHost(host)
  if (!here) {
    throw new Error('no such school')
  }
  const origin = `http://${host}:3000`

  return authFor({ host, payload: payload(), tenant: here }).handler(
    new Request(`${origin}/api/auth${path}`, {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', host, origin },
      method: 'POST',
    }),
  )
}

const setPassword = async (tenant: string, email: string) => {
  const mail = (await mailsTo(tenant, email)).findLast(({ kind }) => kind === 'setPassword')
  const token = new URL(mail?.data.url ?? 'http://none').searchParams.get('token')
  const body = { newPassword: 'a long enough password', token }
  const statuses = [
    (await post(tenant, '/reset-password', body)).status,
    (await post(tenant, '/reset-password', body)).status,
  ]
  await settle()

  return statuses
}

const freeOffer = async () => {
  const { course, tenant } = await make().shop()
  const offer = await make().offer({ course, kind: 'free', prices: [], tenant })

  return { course, offer: offer.id, tenant }
}

describe('a guest with a new address', () => {
  it('pays, is enrolled, and opens the account by a link that works once', async () => {
    const { offer, tenant } = await make().shop()
    const email = newEmail()
    const order = await placed({ buyer: guest(email), locale: 'he', offer, tenant })
    const before = await accountOf(tenant, email)
    await settle()

    expect(before).toMatchObject({ enrollments: 0, passwords: 0, proved: false, status: 'pending' })
    expect(await mailsTo(tenant, email)).toEqual([])
    expect(await approve(order, tenant)).toMatchObject({ body: { status: 'paid' }, status: 200 })
    expect(await kindsTo(tenant, email)).toEqual(['enrolled', 'receipt', 'setPassword'])
    expect(new Set((await mailsTo(tenant, email)).map(({ locale }) => locale))).toEqual(
      new Set(['he']),
    )
    expect(await accountOf(tenant, email)).toMatchObject({ enrollments: 1, status: 'pending' })
    expect(await setPassword(tenant, email)).toEqual([200, 400])
    expect(await accountOf(tenant, email)).toMatchObject({
      enrollments: 1,
      passwords: 1,
      proved: true,
      status: 'active',
    })
    const signIn = { email, password: 'a long enough password' }
    expect((await post(tenant, '/sign-in/email', signIn)).status).toBe(200)
  })

  it('is one account however many checkouts come at once', async () => {
    const { offer, tenant } = await make().shop()
    const email = newEmail()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => buy({ buyer: guest(email), offer, tenant })),
    )
    const found = await all<{ roles: number }>(
      tenant,
      sql`select (select count(*)::int from users_roles r where r.parent_id = u.id) as roles
          from users u where email = ${email}`,
    )

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
    expect(found).toEqual([{ roles: 1 }])
  })

  it('forgets a password that somebody set before the address was proved', async () => {
    const { offer, tenant } = await make().shop()
    const email = newEmail()
    const thief = { name: 'A thief', email, password: 'the password of a thief' }
    await post(tenant, '/sign-up/email', thief)
    await approve(await placed({ buyer: guest(email), offer, tenant }), tenant)

    expect(await setPassword(tenant, email)).toEqual([200, 400])
    expect((await post(tenant, '/sign-in/email', thief)).status).toBe(401)
  })

  it('gives up the order before for the new one, and its coupon with it', async () => {
    const { offer, tenant } = await make().shop()
    const { id, code } = await make().coupon({ maxRedemptions: 1, tenant })
    const first = await placed({ buyer: guest(newEmail()), coupon: code, offer, tenant })
    const email = newEmail()
    const taken = await buy({ buyer: guest(email), coupon: code, offer, tenant })
    const forged = { key: `${first.key}x`, order: first.order }
    const stolen = await buy({
      buyer: guest(email, { previous: forged }),
      coupon: code,
      offer,
      tenant,
    })
    const previous = { key: first.key, order: first.order }
    const second = await placed({ buyer: guest(email, { previous }), coupon: code, offer, tenant })
    const again = await placed({
      buyer: guest(email, { previous: { key: second.key, order: second.order } }),
      coupon: code,
      offer,
      tenant,
    })

    expect([taken.body, stolen.body]).toEqual([
      { code: 'couponExhausted' },
      { code: 'couponExhausted' },
    ])
    expect(again).toEqual(second)
    expect(await all(tenant, sql`select status::text as status from orders order by id`)).toEqual([
      { status: 'cancelled' },
      { status: 'pending' },
    ])
    expect(await one(tenant, sql`select redemptions::int from coupons where id = ${id}`)).toEqual({
      redemptions: 1,
    })
  })
})

describe('a guest with the address of an account', () => {
  const known = async (status: 'active' | 'banned' | 'pending' | 'suspended' = 'active') => {
    const shop = await make().shop()
    const user = await factories(payload()).user({
      emailVerified: status !== 'pending',
      status,
      tenant: shop.tenant,
    })

    return { ...shop, user }
  }

  it('is answered like anybody, whatever the account is, owns and has used', async () => {
    const shapes = []
    for (const status of ['active', 'banned', 'pending', 'suspended'] as const) {
      const { offer, tenant, user } = await known(status)
      const { code } = await make().coupon({ perPerson: 1, tenant })
      const first = await placed({ buyer: guest(user.email), coupon: code, offer, tenant })
      await approve(first, tenant)
      const second = await placed({ buyer: guest(user.email), coupon: code, offer, tenant })
      shapes.push([first.total, second.total, second.order === first.order])
      const { body } = await call(testSession, { params: sessionIn(second), tenant })
      expect(JSON.stringify(body)).not.toContain(user.name)
    }

    expect(new Set(shapes.map((shape) => JSON.stringify(shape)))).toEqual(
      new Set([JSON.stringify([3920, 3920, false])]),
    )
  })

  it('gives the order to the account, with a receipt and no password', async () => {
    const { offer, tenant, user } = await known()
    await approve(await placed({ buyer: guest(user.email.toUpperCase()), offer, tenant }), tenant)

    expect(await accountOf(tenant, user.email)).toMatchObject({ id: user.id, enrollments: 1 })
    expect(await kindsTo(tenant, user.email)).toEqual(['enrolled', 'receipt'])
  })

  it('touches none of the account’s own orders, which touch its own', async () => {
    const { offer, tenant, user } = await known()
    const as = { ...user, emailVerified: true }
    const mine = await call(checkout, { data: { items: [{ offer }] }, tenant, user: as })
    const theirs = await placed({ buyer: guest(user.email), offer, tenant })
    const again = await call(checkout, { data: { items: [{ offer }] }, tenant, user: as })

    expect(theirs.order).not.toBe((mine.body as Placed).order)
    expect((again.body as Placed).order).toBe((mine.body as Placed).order)
    expect(again.body).not.toHaveProperty('key')
  })

  it('takes no use of a coupon away from the account', async () => {
    const { offer, tenant, user } = await known()
    const { code } = await make().coupon({ perPerson: 1, tenant })
    const other = await make().offer({
      course: (await factories(payload()).course({ tenant })).id,
      tenant,
    })
    await placed({ buyer: guest(user.email), coupon: code, offer: other.id, tenant })
    const data = { coupon: code, items: [{ offer }] }
    const mine = await call(checkout, {
      data,
      tenant,
      user: { ...user, emailVerified: true } as never,
    })

    expect(mine).toMatchObject({ body: { total: 3920 }, status: 201 })
  })

  it('tells the inbox, once in an hour, that what is owned need not be paid', async () => {
    const { offer, tenant, user } = await known()
    await approve(await placed({ buyer: guest(user.email), offer, tenant }), tenant)
    await placed({ buyer: guest(user.email), offer, tenant })
    await placed({ buyer: guest(user.email), offer, tenant })
    const told = (await mailsTo(tenant, user.email)).filter(({ kind }) => kind === 'signInInstead')

    expect(told.map(({ data }) => new URL(data.url).searchParams.get('next'))).toEqual([
      `/checkout?offer=${offer}`,
    ])
  })
})

describe('what is free', () => {
  it('waits until a guest has proved the address', async () => {
    const { offer, tenant } = await freeOffer()
    const email = newEmail()
    const order = await placed({ buyer: guest(email), offer, tenant })
    const again = await placed({ buyer: guest(email), offer, tenant })
    await settle()

    expect([order.total, new URL(order.url).pathname]).toEqual([0, `/orders/${order.order}/thanks`])
    expect(again.order).not.toBe(order.order)
    expect(await accountOf(tenant, email)).toMatchObject({ enrollments: 0 })
    expect(await kindsTo(tenant, email)).toEqual(['setPassword'])
    expect(await setPassword(tenant, email)).toEqual([200, 400])
    expect(await accountOf(tenant, email)).toMatchObject({ enrollments: 1 })
    expect(await all(tenant, sql`select status::text as status from orders order by id`)).toEqual([
      { status: 'paid' },
      { status: 'cancelled' },
    ])
  })

  it('is nobody’s who has an account until they sign in', async () => {
    const { offer, tenant } = await freeOffer()
    const user = await factories(payload()).user({ emailVerified: true, status: 'active', tenant })
    await placed({ buyer: guest(user.email), offer, tenant })
    await settle()

    expect(await kindsTo(tenant, user.email)).toEqual(['signInInstead'])
    expect(await accountOf(tenant, user.email)).toMatchObject({ enrollments: 0 })
    await call(checkout, { data: { items: [{ offer }] }, tenant, user: user })
    await settle()
    expect(await accountOf(tenant, user.email)).toMatchObject({ enrollments: 1 })
  })
})

describe('the link to a guest’s order', () => {
  it('shows the order, and nothing of the account', async () => {
    const { offer, tenant } = await make().shop()
    const other = await make().shop()
    const { key, order } = await placed({ buyer: guest(newEmail()), offer, tenant })
    const later = (days: number) => new Date(Date.now() + days * DAY)
    const now = new Date()
    const seen = (hasKey: boolean) =>
      asTenant(tenant, async () =>
        orderOutcome({ buyer: null, hasKey, order, req: await requestOf() }),
      )

    expect(await seen(true)).toMatchObject({ isGuest: true, isOpened: false, status: 'pending' })
    expect(await seen(false)).toBeNull()
    expect(opensOrder({ key, now, order, tenant })).toBe(true)
    expect(opensOrder({ key, now: later(6.9), order, tenant })).toBe(true)
    expect(opensOrder({ key, now: later(7.1), order, tenant })).toBe(false)
    expect(opensOrder({ key, now, order, tenant: other.tenant })).toBe(false)
    expect(opensOrder({ key, now, order: other.offer, tenant })).toBe(false)
    for (const wrong of [null, '', '.', `z${key}`, key.slice(0, -2), 'zzzzzzzz.']) {
      expect(opensOrder({ key: wrong, now, order, tenant })).toBe(false)
    }
  })
})

describe('what a guest’s checkout refuses', () => {
  it('names the field that is wrong, and asks for a buyer', async () => {
    const { offer, tenant } = await make().shop()
    const wrong = async (buyer: object | undefined) => {
      const { body, status } = await call(checkout, {
        data: { buyer, items: [{ offer }] },
        tenant,
      })
      const { code, fields } = body as { code: string; fields?: { field: string }[] }

      return [status, code, fields?.map(({ field }) => field)]
    }

    expect(await wrong(undefined)).toEqual([401, 'signInRequired', undefined])
    expect(await wrong({ name: 'A', email: 'no address' })).toEqual([
      400,
      'badInput',
      ['buyer.email'],
    ])
    expect(await wrong({ name: ' ', email: newEmail() })).toEqual([400, 'badInput', ['buyer.name']])
    expect(await wrong({ email: newEmail() })).toEqual([400, 'badInput', ['buyer.name']])
  })

  it('makes no account where nothing can be bought, or nobody may join', async () => {
    const { offer, tenant } = await make().shop()
    const email = newEmail()
    const refused = await buy({ buyer: guest(email), coupon: 'NOSUCH', offer, tenant })
    await factories(payload()).user({ emailVerified: true, status: 'active', tenant })
    await systemPool().query(
      'update tenants set settings_features_registration = false where id = $1',
      [tenant],
    )
    const closed = await buy({ buyer: guest(email), offer, tenant })

    expect([refused.body, closed.body]).toEqual([
      { code: 'couponUnknown' },
      { code: 'registrationOff' },
    ])
    expect(await accountOf(tenant, email)).toBeUndefined()
  })
})

describe('accounts of guests who never paid', () => {
  const at = (days: number) => new Date(Date.now() + days * DAY)
  const night = async (days: number) => {
    await expireOrders({ now: at(days), payload: payload() })
    await sweepGuests({ now: at(days), payload: payload() })
  }

  it('go with their orders, and nobody else does', async () => {
    const { offer, tenant } = await make().shop()
    const [gone, paid, both] = [newEmail(), newEmail(), newEmail()]
    const user = await factories(payload()).user({ emailVerified: true, status: 'active', tenant })
    const { id, code } = await make().coupon({ tenant })
    await placed({ buyer: guest(gone), coupon: code, offer, tenant })
    await placed({ buyer: guest(user.email), offer, tenant })
    await approve(await placed({ buyer: guest(paid), offer, tenant }), tenant)
    await approve(await placed({ buyer: guest(both), offer, tenant }), tenant)
    await placed({ buyer: guest(both), offer, tenant })
    const there = async () =>
      Promise.all(
        [gone, paid, both, user.email].map(async (email) =>
          Boolean(await accountOf(tenant, email)),
        ),
      )

    await night(0.5)
    await night(2.9)
    expect(await there()).toEqual([true, true, true, true])
    await night(3.1)
    await night(3.1)
    expect(await there()).toEqual([false, true, true, true])
    expect(await one(tenant, sql`select redemptions::int from coupons where id = ${id}`)).toEqual({
      redemptions: 0,
    })
  })

  it('stay while the provider speaks of money under way', async () => {
    const { offer, tenant } = await make().shop()
    const email = newEmail()
    const { order } = await placed({ buyer: guest(email), offer, tenant })
    const report = JSON.stringify({ type: 'other', order })
    await all(
      tenant,
      sql`insert into payment_events (id, tenant_id, provider, provider_event, type, report, payload, received_at)
          values (uuidv7(), ${tenant}, 'stripe', 'evt_slow', 'other', ${report}::jsonb, '{}', now())`,
    )
    await night(4)

    expect(await accountOf(tenant, email)).toBeDefined()
  })
})
