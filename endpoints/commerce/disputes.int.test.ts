import { sql } from '@payloadcms/db-postgres'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { sell } from '@/test/factories/sales'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { ledgerBalances } from './ledger'
import { refundEndpoints } from './refunds'
import { testDisputeEndpoints } from './testDisputes'

const payload = testPayload()
const [overview, refund] = refundEndpoints
const [play] = testDisputeEndpoints

const all = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

/** A course at 49.00 USD of which a teacher has half, and the platform a tenth, that somebody bought and learns in. */
const sold = async () => {
  const make = commerceFactories(payload())
  const shop = await make.shop()
  const { course, offer, tenant } = shop
  const buyer = await make.buyer(tenant)
  const people = factories(payload())
  const manager = await people.user({ roles: ['owner'], tenant })
  const teacher = await people.user({ roles: ['instructor'], tenant })
  await systemPool().query('update tenants set settings_fee_rate = 1000 where id = $1', [tenant])
  await systemPool().query(
    `insert into revenue_shares (id, tenant_id, course_id, person_id, share, starts_at)
     values (uuidv7(), $1, $2, $3, 5000, now() - interval '1 day')`,
    [tenant, course, teacher.id],
  )
  const { order } = await sell({ buyer, offers: [offer], tenant })
  await settle()
  const act = async (what: string, user: { id: string } = manager) => {
    const answer = await call(play, {
      data: { act: what },
      params: { id: order },
      tenant,
      user,
    })
    await settle()

    return answer
  }
  const balances = async () => {
    const { body } = await call(ledgerBalances, { tenant, user: manager })
    const found = (body as { balances: { account: string; balance: number }[] }).balances

    return Object.fromEntries(
      found.filter(({ balance }) => balance !== 0).map((one) => [one.account, one.balance]),
    )
  }
  const access = async () =>
    (
      await all<{ status: string }>(tenant, sql`select status::text as status from enrollments`)
    ).map(({ status }) => status)

  return { ...shop, access, act, balances, buyer, manager, order }
}

const SOLD = { earnings: 2205, platformFee: 490, provider: 4410, sales: 4900, shares: 2205 }

describe('a dispute of a payment', () => {
  it('takes the money and what it costs, pauses access, and tells the school', async () => {
    const { access, act, balances, tenant } = await sold()
    expect(await balances()).toEqual(SOLD)
    expect(await act('open')).toMatchObject({ body: { receipt: 'received' }, status: 202 })

    expect(await balances()).toEqual({
      disputeFees: 1500,
      disputes: 4900,
      provider: -1500,
      sales: 4900,
    })
    expect(await access()).toEqual(['paused'])
    expect(
      await all(
        tenant,
        sql`select kind::text as kind, data ->> 'amount' as amount, data ? 'until' as "isDue" from emails where kind = 'disputeOpened'`,
      ),
    ).toEqual([{ amount: '4900', isDue: true, kind: 'disputeOpened' }])
    expect(
      await all(tenant, sql`select state::text as state, amount::int as amount from disputes`),
    ).toEqual([{ amount: 4900, state: 'needsResponse' }])
  })

  it('is taken from the platform where the money had gone on to the school at once', async () => {
    const { act, balances, order } = await sold()
    await systemPool().query(`update orders set provider = 'stripe', direct = $2 where id = $1`, [
      order,
      JSON.stringify({ account: 'acct_1', fee: 490, keepsFee: false }),
    ])
    await act('open')

    expect(await balances()).toMatchObject({ disputeFees: 1500, disputes: 4900, provider: -1500 })
  })

  it('gives all back but its cost when it is won, and opens what was paused', async () => {
    const { access, act, balances } = await sold()
    for (const what of ['open', 'review', 'win', 'win', 'review']) {
      await act(what)
    }

    expect(await balances()).toEqual({ ...SOLD, disputeFees: 1500, provider: 2910 })
    expect(await access()).toEqual(['active'])
  })

  it('comes to the same in whatever order it is told', async () => {
    const first = await sold()
    const second = await sold()
    for (const what of ['open', 'review', 'lose']) {
      await first.act(what)
    }
    for (const what of ['lose', 'open', 'lose', 'review']) {
      await second.act(what)
    }

    expect(await first.balances()).toEqual(await second.balances())
    expect(await first.access()).toEqual(['revoked'])
    expect(await second.access()).toEqual(['revoked'])
  })

  it('leaves access as it is where the school wishes so', async () => {
    const { access, act, tenant } = await sold()
    await systemPool().query(`update tenants set settings_dispute_access = 'leave' where id = $1`, [
      tenant,
    ])
    await act('open')
    await act('lose')

    expect(await access()).toEqual(['active'])
  })

  it('lets its buyer buy the course again once it is lost, unless access was left as it was', async () => {
    const room = await sold()
    const left = await sold()
    await systemPool().query(`update tenants set settings_dispute_access = 'leave' where id = $1`, [
      left.tenant,
    ])
    const buys = ({ buyer, offer, tenant }: typeof room) => sell({ buyer, offers: [offer], tenant })
    await expect(buys(room)).rejects.toThrow('alreadyOwned')
    for (const { act } of [room, left]) {
      await act('lose')
    }

    await expect(buys(room)).resolves.toMatchObject({ total: 4900 })
    await expect(buys(left)).rejects.toThrow('alreadyOwned')
    await settle()
    expect(await room.access()).toEqual(['active'])
  })

  it('leaves open what something else opened too', async () => {
    const { access, act, tenant } = await sold()
    await systemPool().query(
      `insert into access_grants (id, tenant_id, enrollment_id, key, starts_at)
       select uuidv7(), tenant_id, id, 'staff', now() from enrollments where tenant_id = $1`,
      [tenant],
    )
    await act('open')
    expect(await access()).toEqual(['active'])
    await act('lose')

    expect(await access()).toEqual(['active'])
  })

  it('lets nobody give its money back a second time', async () => {
    const { act, manager, order, tenant } = await sold()
    const ask = () =>
      call(refund, {
        data: {
          endsAccess: false,
          key: crypto.randomUUID(),
          reason: 'A reason',
          wish: { amount: 100 },
        },
        params: { id: order },
        tenant,
        user: manager,
      })
    const seen = async () =>
      (await call(overview, { params: { id: order }, tenant, user: manager })).body
    await act('open')
    expect(await ask()).toMatchObject({ body: { code: 'orderDisputed' }, status: 422 })
    expect(await seen()).toMatchObject({ left: 4900, refused: 'orderDisputed' })
    await act('win')

    expect(await seen()).toMatchObject({ left: 4900, refused: null })
    expect(await ask()).toMatchObject({ status: 201 })
  })

  it('takes what refunds had left of the order in proportion, and the rest from the school', async () => {
    const { act, balances, manager, order, tenant } = await sold()
    await call(refund, {
      data: {
        endsAccess: false,
        key: crypto.randomUUID(),
        reason: 'A reason',
        wish: { amount: 1900 },
      },
      params: { id: order },
      tenant,
      user: manager,
    })
    await settle()
    await act('open')
    expect(await balances()).toMatchObject({
      disputes: 4900,
      provider: -1900 - 1500,
      refunds: 1900,
    })
    await act('win')

    expect(await balances()).toMatchObject({ earnings: 1350, platformFee: 300, refunds: 1900 })
  })

  it('is played by managers alone, in orders that the test gateway took money for', async () => {
    const { act, buyer, manager, tenant } = await sold()
    expect(await act('open', buyer)).toMatchObject({ status: 403 })
    const elsewhere = { data: { act: 'open' }, params: { id: crypto.randomUUID() } }

    expect(await call(play, { ...elsewhere, tenant, user: manager })).toMatchObject({ status: 404 })
  })
})
