import { sql } from '@payloadcms/db-postgres'

import type { Transaction } from '@/operations/commerce/financeSearch'

import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { ordersOf } from '@/operations/commerce/orderHistory'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { giveBack, sell } from '@/test/factories/sales'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { financeEndpoints } from './finance'
import { testDisputeEndpoints } from './testDisputes'

const payload = testPayload()
const [search, state] = financeEndpoints
const [play] = testDisputeEndpoints

type Page = { next: null | string; transactions: Transaction[] }

/** A school that sold one course at 49.00 USD to several people, one of whom got a part back and one contests it. */
const school = async (count = 3) => {
  const make = commerceFactories(payload())
  const { offer, tenant } = await make.shop()
  const manager = await factories(payload()).user({ roles: ['admin'], tenant })
  const sold: { buyer: { email: string; id: string }; order: string }[] = []
  for (let index = 0; index < count; index += 1) {
    const buyer = await make.buyer(tenant)
    const { order } = await sell({ buyer, offers: [offer], tenant })
    sold.push({ buyer, order })
  }
  const find = async (query: Record<string, string>, user: { id: string } = manager) => {
    const { body, status } = await call(search, { query, tenant, user })

    return { ...(body as Page), status }
  }
  const kinds = async (query: Record<string, string>) =>
    (await find(query)).transactions.map(({ kind, order }) => [kind, order.id])

  return { find, kinds, manager, sold, tenant }
}

describe('GET /api/finance/transactions', () => {
  it('finds whatever an address, a number, an id of a provider, a sum or a day names', async () => {
    const { find, kinds, manager, sold, tenant } = await school()
    const [first, second, third] = sold
    const order = first?.order ?? ''
    await giveBack({ order, tenant, wish: { amount: 1900 } })
    await call(play, {
      data: { act: 'open' },
      params: { id: second?.order ?? '' },
      tenant,
      user: manager,
    })
    await settle()
    const story = [
      ['refund', order],
      ['payment', order],
    ]
    const number = (await find({ text: first?.buyer.email ?? '' })).transactions[0]?.order.number

    expect(await kinds({ text: first?.buyer.email.toUpperCase() ?? '' })).toEqual(story)
    expect(await kinds({ text: number ?? '' })).toEqual(story)
    expect(await kinds({ text: `pay_${order}` })).toEqual(story)
    expect(await kinds({ text: `dp_pay_${second?.order}` })).toEqual([
      ['dispute', second?.order],
      ['payment', second?.order],
    ])
    expect(await kinds({ amount: '19.00', currency: 'USD' })).toEqual([['refund', order]])
    expect(await kinds({ amount: '49', currency: 'ILS' })).toEqual([])
    expect(await kinds({ amount: '49', currency: 'USD', text: third?.buyer.email ?? '' })).toEqual([
      ['payment', third?.order],
    ])
    const today = new Date().toISOString().slice(0, 10)
    expect(await kinds({ from: today, to: today })).toHaveLength(5)
    expect(await kinds({ to: '2020-01-01' })).toEqual([])
    expect(await kinds({ text: 'nothing of ours' })).toEqual([])
  })

  it('shows page after page, the newest first, nothing twice and nothing left out', async () => {
    const { find, sold } = await school(28)
    const first = await find({})
    const second = await find({ before: first.next ?? '' })
    const shown = [...first.transactions, ...second.transactions].map(({ order }) => order.id)

    expect(first.transactions).toHaveLength(25)
    expect(second.next).toBeNull()
    expect(shown).toEqual(sold.map(({ order }) => order).toReversed())
  })

  it('is for managers, who name the currency of a sum', async () => {
    const { find, sold } = await school(1)
    const [one] = sold

    expect(await find({}, one?.buyer)).toMatchObject({ status: 403 })
    expect(await find({ amount: '49' })).toMatchObject({ status: 400 })
    expect(await find({ amount: 'much', currency: 'USD' })).toMatchObject({ status: 400 })
  })
})

describe('GET /api/finance/payments/:id/state', () => {
  it('says what the provider says now, and that it knows of none', async () => {
    const { find, manager, sold, tenant } = await school(1)
    const { transactions } = await find({})
    const id = transactions[0]?.id ?? ''
    const ask = (payment: string, user: { id: string } = manager) =>
      call(state, { params: { id: payment }, tenant, user })

    expect(await ask(id)).toMatchObject({
      body: { state: { amount: 4900, currency: 'USD', status: 'open' } },
      status: 200,
    })
    expect(await ask(crypto.randomUUID())).toMatchObject({ status: 404 })
    expect(await ask(id, sold[0]?.buyer)).toMatchObject({ status: 403 })
  })
})

describe('the orders of a buyer', () => {
  it('sum up to what the ledger says, and are found by what stands in them', async () => {
    const make = commerceFactories(payload())
    const people = factories(payload())
    const { course, offer, tenant } = await make.shop()
    const { id: second } = await people.course({ tenant, title: 'Water and light' })
    const other = await make.offer({ course: second, tenant })
    const buyer = await make.buyer(tenant)
    const { order } = await sell({ buyer, offers: [offer], tenant })
    await sell({ buyer, offers: [other.id], tenant })
    await giveBack({ order, tenant, wish: { amount: 1900 } })
    const shown = (given: object = {}) =>
      asTenant(tenant, async () => ordersOf({ ...given, buyer: buyer.id, req: await requestOf() }))
    const orders = await shown()
    const sum =
      orders.reduce((all, { total }) => all + total, 0) -
      orders.flatMap(({ refunds }) => refunds).reduce((all, { amount }) => all + amount, 0)
    const books = await asTenant(tenant, async () =>
      row<{ held: number }>(
        await requestOf(),
        sql`select sum(amount)::int as held from ledger_entries where account = 'provider'`,
      ),
    )
    const ids = async (given: object) => (await shown(given)).map(({ id }) => id)

    expect(course).not.toBe(second)
    expect(sum).toBe(books?.held)
    expect(await ids({ text: 'WATER' })).toEqual([orders[0]?.id])
    expect(await ids({ text: orders[1]?.number })).toEqual([order])
    expect(await ids({ text: '100%_' })).toEqual([])
    expect(await ids({ status: 'paid' })).toHaveLength(2)
    expect(await ids({ status: 'refunded' })).toEqual([order])
    expect(await ids({ status: 'pending' })).toEqual([])
    expect(await ids({ from: '2020-01-01', to: '2020-01-02' })).toEqual([])
    expect(await ids({ from: new Date().toISOString().slice(0, 10) })).toHaveLength(2)
  })
})
