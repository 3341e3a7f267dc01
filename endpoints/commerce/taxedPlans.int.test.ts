import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Taxation } from '@/domain/commerce/tax/taxed'

import { testGatewayFor } from '@/adapters/payments/index'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { addDays } from '@/domain/commerce/calendar'
import { receiveEvent } from '@/operations/commerce/receiveEvent'
import { renewSubscriptions } from '@/operations/commerce/subscriptions/renew'
import { commerceFactories } from '@/test/factories/commerce'
import { chargeTax } from '@/test/factories/taxes'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

import { checkout } from './checkout'
import { checkoutQuote } from './quote'

const payload = testPayload()

const settle = async () => {
  for (let round = 0; round < 3; round += 1) {
    for (const name of ['applyOnPaymentEventReceived', 'followOnOrderPaid']) {
      await settleOnly(payload(), name)
    }
  }
}

/** A school in Germany that sells a course at 19.00 USD a month, and somebody in Canada. */
const monthly = async (trialDays = 0) => {
  const make = commerceFactories(payload())
  const { course, tenant } = await make.shop()
  const { id: offer } = await make.offer({
    course,
    interval: 'month',
    kind: 'subscription',
    prices: [{ amount: 1900, currency: 'USD' }],
    tenant,
    trialDays,
  })
  await chargeTax(payload(), {
    rates: [{ name: 'GST', country: 'CA', percent: 5 }],
    tenant,
  })
  const user = { ...(await make.buyer(tenant)), emailVerified: true }

  return { offer, tenant, user }
}

type Room = Awaited<ReturnType<typeof monthly>>

const approve = async ({ tenant }: Room, url: string) => {
  await asTenant(tenant, async () => {
    const session = url.split('/').at(-1) ?? ''
    const gateway = await testGatewayFor(await requestOf())
    const delivery = await gateway?.decide({ decision: 'approve', session })
    if (delivery) {
      await receiveEvent({ ...delivery, payload: payload(), provider: 'test', school: tenant })
    }
  })
  await settle()
}

const begin = async (room: Room) => {
  const { offer, tenant, user } = room
  const data = { billing: { country: 'CA' }, items: [{ offer }] }
  const bought = await call(checkout, { data, tenant, user })
  await approve(room, (bought.body as { url: string }).url)
}

const renewIn = async (days: number) => {
  await renewSubscriptions({ now: addDays(new Date(), days), payload: payload() })
  await settle()
}

const ordersOf = ({ tenant }: Room) =>
  asTenant(tenant, async () =>
    rows<{ lines: number; status: string; tax: number; taxation: Taxation; total: number }>(
      await requestOf(),
      sql`select status::text as status, tax::float8 as tax, total::float8 as total, taxation,
            (select sum(l.total)::float8 from order_lines l where l.order_id = o.id) as lines
          from orders o order by id`,
    ),
  )

describe('a subscription in a school that charges tax', () => {
  it('is taxed for each period by the rates of its day, where its buyer said to be', async () => {
    const room = await monthly()
    await begin(room)
    await chargeTax(payload(), {
      rates: [
        { name: 'GST', country: 'CA', percent: 7, validFrom: '2021-01-01T00:00:00.000Z' },
        { name: 'QST', country: 'CA', isAdded: true, percent: 9.975, region: 'Quebec' },
      ],
      tenant: room.tenant,
    })
    await renewIn(32)

    expect(await ordersOf(room)).toMatchObject([
      { lines: 1995, status: 'paid', tax: 95, total: 1995 },
      {
        lines: 2033,
        status: 'paid',
        tax: 133,
        taxation: {
          place: { country: 'CA', region: 'other' },
          taxes: [{ name: 'GST', amount: 133, percent: 7 }],
        },
        total: 2033,
      },
    ])
  })

  it('asks where its buyer is though nothing is due today, and taxes what is due later', async () => {
    const room = await monthly(7)
    const { offer, tenant, user } = room
    const { body } = await call(checkoutQuote, { data: { items: [{ offer }] }, tenant, user })

    expect(body).toMatchObject({ taxation: { needs: 'country', treatment: null }, total: 0 })
    await begin(room)
    await renewIn(8)
    expect(await ordersOf(room)).toMatchObject([
      { tax: 0, total: 0 },
      { status: 'paid', tax: 95, total: 1995 },
    ])
  })

  it('that was begun before goes on without tax', async () => {
    const room = await monthly()
    await chargeTax(payload(), { isCharged: false, tenant: room.tenant })
    await begin(room)
    await chargeTax(payload(), { tenant: room.tenant })
    await renewIn(32)

    expect(await ordersOf(room)).toMatchObject([
      { tax: 0, total: 1900 },
      { status: 'paid', tax: 0, total: 1900 },
    ])
  })
})
