// First, before anything reads the environment.
import { STRIPE } from '@/test/stripe/settings'

import { sql } from '@payloadcms/db-postgres'

import type { Event } from '@/test/stripe/store'
import type { StripeServer } from '@/test/stripe/server'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { replayBatch } from '@/operations/commerce/replay'
import { chancesOf, shuffled } from '@/test/chances'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { moneyLetters } from '@/test/moneyTables'
import { completeOnboarding } from '@/test/stripe/connect'
import { startStripeServer } from '@/test/stripe/server'
import { headersOf, signedInBrowser } from '@/test/streams'

import { checkout } from './checkout'
import { earningEndpoints } from './earnings'
import { stripeWebhook } from './webhooks'

const payload = testPayload()
const [, onboard, , pay, , webhook] = earningEndpoints
let stripe: StripeServer

beforeAll(async () => {
  stripe = await startStripeServer(STRIPE)
})
afterAll(() => stripe.close())

type Delivery = { body: string; headers: Headers }

const send = async ({ body, headers }: Delivery) => {
  const req = Object.assign(await requestOf(), { headers, text: () => Promise.resolve(body) })
  const answer = await webhook.handler(req)

  return {
    body: (await answer.json()) as { code?: string; receipt?: string },
    status: answer.status,
  }
}

/** A school that has sold a course of 49.00 USD twice, of which a teacher earns a half each time. */
const school = async () => {
  const make = commerceFactories(payload())
  const { course, offer, tenant } = await make.shop()
  await systemPool().query('update tenants set settings_earnings_holding_days = 0 where id = $1', [
    tenant,
  ])
  const people = factories(payload())
  const teacher = await people.user({ roles: ['instructor'], tenant })
  const manager = await people.user({ roles: ['admin'], tenant })
  await systemPool().query(
    `insert into revenue_shares (id, tenant_id, course_id, person_id, share, starts_at)
     values (uuidv7(), $1, $2, $3, 5000, '2020-01-01')`,
    [tenant, course, teacher.id],
  )
  const sell = async () => {
    const user = { ...(await make.buyer(tenant)), emailVerified: true }
    const { body } = await call(checkout, { data: { items: [{ offer }] }, tenant, user })
    const session = (body as { url: string }).url.split('/').at(-1) ?? ''
    const { body: said, headers } = stripe.delivery(stripe.settle(session, 'paid'))
    const req = Object.assign(await requestOf(), { headers, text: () => Promise.resolve(said) })
    await stripeWebhook.handler(req)
    await settle()
  }
  const browser = await signedInBrowser({ host: 'aurora.localhost', tenant, user: teacher })
  const { body } = await call(onboard, {
    data: {},
    headers: headersOf(browser),
    tenant,
    user: teacher,
  })
  const account = (body as { url: string }).url.split('/').at(-1) ?? ''
  const query = <Row>(statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

  return {
    account,
    /** Pays out what has cleared; answers how Stripe names it. */
    payOut: async (): Promise<string> => {
      await call(pay, { data: { holder: teacher.id }, tenant, user: manager })
      await settle()
      const [made] = await query<{ id: string }>(
        sql`select provider_payout as id from payouts order by payouts.id desc limit 1`,
      )

      return made?.id ?? ''
    },
    query,
    sell,
    standing: async () => ({
      accounts: await query(sql`select is_ready as "isReady", needs from payout_accounts`),
      earnings: await query(
        sql`select sum(amount)::int as owed from ledger_entries where account = 'earnings'`,
      ),
      events: await query(
        sql`select type, outcome::text as outcome from payment_events where provider_event like 'connect_%' order by id`,
      ),
      payouts: await query(
        sql`select status::text as status, failure, amount::int as amount from payouts order by id`,
      ),
    }),
    tenant,
  }
}

type School = Awaited<ReturnType<typeof school>>

const saidOf = (account: string, type: string, object: object): Event => ({
  ...stripe.record(type, object),
  account,
})

const accountUpdated = ({ account }: School) =>
  saidOf(account, 'account.updated', stripe.store.accounts.get(account) ?? {})

/** What a bank makes of a payout, and the event of it. */
const become = ({ account }: School, id: string, status: 'failed' | 'paid') => {
  const body = stripe.store.payouts.get(id)?.body ?? {}
  Object.assign(body, {
    status,
    ...(status === 'failed' && { failure_message: 'The account was closed.' }),
  })

  return saidOf(account, `payout.${status}`, body)
}

const tell = async (event: Event, times = 1) => {
  const said = []
  for (let time = 0; time < times; time += 1) {
    said.push((await send(stripe.delivery(event))).body.receipt)
  }
  await settle()

  return said
}

/** A payout that arrives, and one that arrives and comes back. */
const history = async (at: School): Promise<Event[]> => {
  const early = accountUpdated(at)
  await tell(early)
  completeOnboarding(stripe.store, at.account)
  const ready = accountUpdated(at)
  expect(await tell(ready, 2)).toEqual(['received', 'repeated'])
  await at.sell()
  const first = become(at, await at.payOut(), 'paid')
  await tell(first)
  await at.sell()
  const second = await at.payOut()
  const arrived = become(at, second, 'paid')
  await tell(arrived)
  const returned = become(at, second, 'failed')
  await tell(returned)

  return [early, ready, first, arrived, returned]
}

const replayAll = async (tenant: string) => {
  await asTenant(tenant, async () => replayBatch({ after: null, req: await requestOf(), tenant }))
  await settle()
}

describe('events of Stripe Connect', () => {
  it('are kept first, under Stripe’s id, made something of once, and stand in the log with all others', async () => {
    const at = await school()
    await history(at)

    expect(await at.standing()).toEqual({
      accounts: [{ isReady: true, needs: null }],
      earnings: [{ owed: -2450 }],
      events: ['payoutAccount', 'payoutAccount', 'payout', 'payout', 'payout'].map((of) => ({
        type: `${of}.reported`,
        outcome: 'applied',
      })),
      payouts: [
        { amount: 2450, failure: null, status: 'paid' },
        { amount: 2450, failure: 'The account was closed.', status: 'failed' },
      ],
    })
  })

  it('change not a letter in any table of money when the whole log is replayed, twice', async () => {
    const at = await school()
    await history(at)
    const before = await moneyLetters(at.tenant)
    await replayAll(at.tenant)
    await replayAll(at.tenant)

    expect(await moneyLetters(at.tenant)).toEqual(before)
  })

  it.each([1, 2])('come to the same in any order and told twice (seed %i)', async (seed) => {
    const at = await school()
    const told = await history(at)
    const before = await moneyLetters(at.tenant)
    for (const event of shuffled([...told, ...told], chancesOf(seed))) {
      expect(await tell(event)).toEqual(['repeated'])
    }

    expect(await moneyLetters(at.tenant)).toEqual(before)
  })

  it('bring about from the log what no worker came to, in any order', async () => {
    const at = await school()
    completeOnboarding(stripe.store, at.account)
    await tell(accountUpdated(at))
    await at.sell()
    const payout = await at.payOut()
    const events = [accountUpdated(at), become(at, payout, 'paid'), become(at, payout, 'failed')]
    for (const event of events.toReversed()) {
      await send(stripe.delivery(event))
    }
    await systemPool().query(
      `delete from pgboss.job where name in ('applyOnPaymentEventReceived', 'followOnPayoutReported', 'refreshOnPayoutAccountReported')`,
    )
    await replayAll(at.tenant)

    expect(await at.standing()).toMatchObject({
      accounts: [{ isReady: true }],
      earnings: [{ owed: -2450 }],
      payouts: [{ status: 'failed' }],
    })
  })

  it('are refused where they were not signed, and left alone where they are of nobody here', async () => {
    const at = await school()
    const { body, headers } = stripe.delivery(accountUpdated(at))
    expect(
      await send({ body: body.replace('account.updated', 'account.updates'), headers }),
    ).toEqual({ body: { code: 'badSignature' }, status: 400 })
    const strange = saidOf('acct_elsewhere', 'account.updated', { id: 'acct_elsewhere' })
    expect(await send(stripe.delivery(strange))).toEqual({
      body: { receipt: 'ignored' },
      status: 200,
    })
    expect((await at.standing()).events).toEqual([])
  })
})
