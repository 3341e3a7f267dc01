import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { StripeServer } from '@/test/stripe/server'
import type { Payouts } from './types'

import { completeOnboarding } from '@/test/stripe/connect'
import { startStripeServer } from '@/test/stripe/server'

import { BadSignature } from '../payments/types'
import { builtInPayouts } from './builtIn'
import { stripeConnectPayouts } from './stripeConnect'

type Place = {
  close: () => Promise<void>
  /** The holder of an account tells all that is asked of them. */
  complete: (account: string) => void
  /** What was on its way arrives. */
  arrive: (payout: null | string) => void
  payouts: Payouts
}

const SECRET = 'whsec_connect'
const TENANT = '019a2b3c-4d5e-7f60-8123-4567890abcde'

let server: StripeServer

const stripe = (): Promise<Place> =>
  Promise.resolve({
    arrive: (payout) => {
      Object.assign(server.store.payouts.get(payout ?? '')?.body ?? {}, { status: 'paid' })
    },
    close: () => Promise.resolve(),
    complete: (account) => void completeOnboarding(server.store, account),
    payouts: connect(),
  })

const connect = () =>
  stripeConnectPayouts({ apiBase: server.url, secretKey: 'sk_connect', webhookSecret: SECRET })

const builtIn = (): Promise<Place> =>
  Promise.resolve({
    arrive: () => undefined,
    close: () => Promise.resolve(),
    complete: () => undefined,
    payouts: builtInPayouts(),
  })

beforeAll(async () => {
  server = await startStripeServer({ secretKey: 'sk_connect', webhookSecret: SECRET })
})

afterAll(() => server.close())

const request = (given: object = {}) => ({
  amount: 5000,
  currency: 'USD',
  payout: crypto.randomUUID(),
  tenant: TENANT,
  ...given,
})

describe.each([
  ['Stripe Connect', stripe],
  ['what is built in', builtIn],
])('payouts by %s', (_, start) => {
  const holder = () => ({ email: 'ada@example.com', holder: crypto.randomUUID(), tenant: TENANT })

  it('open one account for a holder, and lead to where it is completed', async () => {
    const { payouts } = await start()
    const whose = holder()
    const account = await payouts.openAccount(whose)

    expect(await payouts.openAccount(whose)).toBe(account)
    expect(await payouts.openAccount(holder())).not.toBe(account)
    const url = await payouts.onboardingUrl({
      account,
      refreshUrl: 'https://school.example.com/again',
      returnUrl: 'https://school.example.com/back',
    })
    expect(url).toMatch(/^https?:/)
  })

  it('pay to an account that is ready, once however often they are asked', async () => {
    const { arrive, complete, payouts } = await start()
    const account = await payouts.openAccount(holder())
    complete(account)
    expect(await payouts.standing(account)).toEqual({ isReady: true, needs: null })

    const asked = request({ account })
    const state = await payouts.pay({ ...asked, account })
    expect(await payouts.pay({ ...asked, account })).toEqual(state)
    expect(state.id).toBeTruthy()
    arrive(state.id)
    const seen = await payouts.lookUp({
      id: state.id ?? '',
      account,
      transfer: state.transfer ?? '',
    })
    expect(seen).toMatchObject({ id: state.id, failure: null, status: 'paid' })
  })

  it('take no event that was not signed', async () => {
    const { payouts } = await start()
    expect(() => payouts.verifyEvent({ body: '{}', headers: new Headers() })).toThrow(BadSignature)
  })
})

describe('Stripe Connect', () => {
  const ready = async () => {
    const payouts = connect()
    const account = await payouts.openAccount({
      email: 'ada@example.com',
      holder: crypto.randomUUID(),
      tenant: TENANT,
    })
    completeOnboarding(server.store, account)

    return { account, payouts }
  }

  it('says what is still to be told, and pays nothing until then', async () => {
    const payouts = connect()
    const account = await payouts.openAccount({ email: 'a@b.test', holder: 'new', tenant: TENANT })

    expect(await payouts.standing(account)).toEqual({
      isReady: false,
      needs: 'individual.verification.document',
    })
    expect(await payouts.pay({ ...request(), account })).toMatchObject({
      failure: 'insufficient_capabilities_for_transfer',
      status: 'failed',
    })
  })

  it('returns the transfer of a payout that fails, once', async () => {
    const { account, payouts } = await ready()
    const state = await payouts.pay({ ...request(), account })
    const { id, transfer } = { id: state.id ?? '', transfer: state.transfer ?? '' }
    const payout = server.store.payouts.get(id)?.body
    Object.assign(payout ?? {}, { failure_message: 'The account was closed.', status: 'failed' })

    for (let time = 0; time < 2; time += 1) {
      expect(await payouts.lookUp({ id, account, transfer })).toMatchObject({
        failure: 'The account was closed.',
        status: 'failed',
      })
    }
    expect(server.store.transfers.get(transfer)).toMatchObject({ amount_reversed: 5000 })
  })

  it('finds what was paid before, when asked again after Stripe has forgotten the key', async () => {
    const { account, payouts } = await ready()
    const asked = { ...request(), account }
    const state = await payouts.pay(asked)
    server.forgetKeys()

    expect(await payouts.pay(asked)).toEqual(state)
    expect(
      [...server.store.transfers.values()].filter((one) => one.destination === account),
    ).toHaveLength(1)

    server.store.payouts.delete(state.id ?? '')
    server.forgetKeys()
    const made = await payouts.pay(asked)
    expect(made).toMatchObject({ status: 'pending', transfer: state.transfer })
    expect(made.id).not.toBe(state.id)
  })

  it('leaves a transfer that was returned at Stripe’s own desk, a day later too', async () => {
    const { account, payouts } = await ready()
    const state = await payouts.pay({ ...request(), account })
    const { id, transfer } = { id: state.id ?? '', transfer: state.transfer ?? '' }
    Object.assign(server.store.payouts.get(id)?.body ?? {}, { status: 'failed' })
    Object.assign(server.store.transfers.get(transfer) ?? {}, {
      amount_reversed: 5000,
      reversed: true,
    })
    server.forgetKeys()

    expect(await payouts.lookUp({ id, account, transfer })).toMatchObject({ status: 'failed' })
  })

  it('names the account or payout that an event is about', async () => {
    const { account, payouts } = await ready()
    const event = server.record('account.updated', server.store.accounts.get(account) ?? {})
    expect(payouts.verifyEvent(server.delivery(event))).toEqual({
      id: event.id,
      account,
      occurredAt: new Date(event.created * 1000),
    })

    const asked = request()
    const { id } = await payouts.pay({ ...asked, account })
    const paid = server.record('payout.paid', server.store.payouts.get(id ?? '')?.body ?? {})
    paid.account = account
    expect(payouts.verifyEvent(server.delivery(paid))).toEqual({
      id: paid.id,
      occurredAt: expect.any(Date),
      payout: asked.payout,
      tenant: TENANT,
    })
    const other = server.record('payout.paid', { object: 'payout' })
    expect(payouts.verifyEvent(server.delivery(other))).toBeNull()
  })
})
