// First, before anything reads the environment.
import { STRIPE } from '@/test/stripe/settings'

import { sql } from '@payloadcms/db-postgres'

import type { StripeServer } from '@/test/stripe/server'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { checkout } from '@/operations/commerce/checkout'
import { receiveEvent } from '@/operations/commerce/receiveEvent'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { requestOf, settle, testPayload } from '@/test/harness'
import { disputeIntent } from '@/test/stripe/disputes'
import { startStripeServer } from '@/test/stripe/server'

import { reconcileAll } from './nightly'

const payload = testPayload()
let stripe: StripeServer

beforeAll(async () => {
  stripe = await startStripeServer(STRIPE)
})
afterAll(() => stripe.close())

const query = <Row>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

/** Five hours from now: all that was done in a test has settled by then. */
const night = () => reconcileAll({ now: new Date(Date.now() + 5 * 3600_000), payload: payload() })

type Delivery = { body: string; headers: Headers }

const shop = async () => {
  const make = commerceFactories(payload())
  const { offer, tenant } = await make.shop()
  const manager = await factories(payload()).user({ roles: ['owner'], tenant })
  const buy = async () => {
    const { id, email } = await make.buyer(tenant)
    const { order, url } = await asTenant(tenant, async () =>
      checkout({
        buyer: { id, email, emailVerified: true, locale: 'en' },
        now: new Date(),
        offers: [offer],
        origin: 'http://school.localhost:3000',
        req: await requestOf({ id }),
        tenant,
      }),
    )
    const event = stripe.settle(url.split('/').at(-1) ?? '', 'paid')
    const { payment_intent } = event.data.object as { payment_intent: string }

    return { delivery: stripe.delivery(event), intent: payment_intent, order }
  }
  const deliver = (delivery: Delivery) =>
    receiveEvent({ ...delivery, payload: payload(), provider: 'stripe', school: null })
  const report = async () =>
    (
      await query<{
        compared: number
        differences: {
          id: string
          isMended: boolean
          kind: string
          refusal: null | string
          what: string
        }[]
        mended: number
        status: string
        unexplained: number
      }>(
        tenant,
        sql`select status::text as status, compared::int as compared, mended::int as mended, unexplained::int as unexplained, differences from reconciliations`,
      )
    )[0]
  const orders = () =>
    query<{ id: string; status: string }>(
      tenant,
      sql`select id, status::text as status from orders order by id`,
    )

  return { buy, deliver, manager, orders, report, tenant }
}

describe('the night', () => {
  it('finds nothing where everything was told', async () => {
    const { buy, deliver, report, tenant } = await shop()
    await deliver((await buy()).delivery)
    await settle()
    await night()
    await settle()

    expect(await report()).toEqual({
      compared: 2, // the payment, and what Stripe took for it
      differences: [],
      mended: 0,
      status: 'agrees',
      unexplained: 0,
    })
    expect(await query(tenant, sql`select 1 from emails where kind = 'booksDiffer'`)).toEqual([])
  })

  it('fetches payments, refunds and disputes of which no word came, as if they had been told', async () => {
    const { buy, deliver, orders, report, tenant } = await shop()
    const silent = await buy()
    const refunded = await buy()
    const contested = await buy()
    await deliver(contested.delivery)
    await settle()
    await fetch(`${stripe.url}/v1/refunds`, {
      body: new URLSearchParams({ amount: '1900', payment_intent: refunded.intent }),
      headers: { Authorization: `Bearer ${STRIPE.secretKey}` },
      method: 'POST',
    })
    disputeIntent({ intent: contested.intent, status: 'needs_response', store: stripe.store })
    await night()
    await settle()

    expect(await report()).toMatchObject({ mended: 4, status: 'mended', unexplained: 0 })
    expect(await orders()).toEqual(
      [silent, refunded, contested].map(({ order }) => ({ id: order, status: 'paid' })),
    )
    expect(
      await query(tenant, sql`select amount::int as amount, status::text as status from refunds`),
    ).toEqual([{ amount: 1900, status: 'succeeded' }])
    expect(
      await query(tenant, sql`select fee::int as fee, state::text as state from disputes`),
    ).toEqual([{ fee: 1500, state: 'needsResponse' }])
    expect(
      await query(
        tenant,
        sql`select count(*)::int as count from enrollments where status = 'active'`,
      ),
    ).toEqual([{ count: 2 }])

    await deliver(silent.delivery)
    await settle()
    await night()
    expect(await report()).toMatchObject({ differences: [], status: 'agrees', unexplained: 0 })
    expect(await query(tenant, sql`select count(*)::int as count from payments`)).toEqual([
      { count: 3 },
    ])
  })

  it('reports what nothing explains, by its kind, and tells owners and admins once', async () => {
    const { buy, deliver, report, tenant } = await shop()
    const wrong = await buy()
    const gone = await buy()
    const strange = await buy()
    await deliver(wrong.delivery)
    await deliver(gone.delivery)
    await settle()
    await systemPool().query('update payments set amount = 4899 where provider_payment = $1', [
      wrong.intent,
    ])
    stripe.store.intents.delete(gone.intent)
    const intent = stripe.store.intents.get(strange.intent)
    Object.assign(intent ?? {}, { amount: 4800 })
    await night()
    await night()
    await settle()

    const found = await report()
    expect(found).toMatchObject({ status: 'differs', unexplained: 3 })
    expect(
      found?.differences
        .map(({ id, isMended, refusal, what }) => [id, what, isMended, refusal])
        .toSorted(),
    ).toEqual(
      [
        [wrong.intent, 'amountDiffers', false, null],
        [gone.intent, 'missingThere', false, null],
        [strange.intent, 'missingHere', false, 'amountMismatch'],
      ].toSorted(),
    )
    expect(
      await query(
        tenant,
        sql`select data ->> 'count' as count from emails where kind = 'booksDiffer'`,
      ),
    ).toEqual([{ count: '3' }])
  })

  it('says where a list could not be had, and does so again the next night', async () => {
    const { buy, deliver, report } = await shop()
    await deliver((await buy()).delivery)
    await settle()
    stripe.failNext(100)
    await night()
    stripe.failNext(0)
    expect(await report()).toMatchObject({ status: 'failed' })
    await night()

    expect(await report()).toMatchObject({ status: 'agrees' })
  }, 60_000)
})
