import Stripe from 'stripe'
import { z } from 'zod'

import type { StripeOptions } from '../payments/stripeClient'
import type { AccountStanding, PayoutEvent, PayoutRequest, Payouts, PayoutState } from './types'

import { TOLERANCE_SECONDS } from '../payments/signature'
import { toStripeAmount } from '../payments/stripeAmounts'
import { orUnavailable, stripeClient } from '../payments/stripeClient'
import { BadSignature } from '../payments/types'

type Options = StripeOptions & { webhookSecret: string }

/**
 * Stripe Connect with Express accounts: money goes to the account of whoever earned it by a transfer, and from there to their bank by
 * a payout of exactly that sum. A payout that fails is followed by the return of its transfer.
 */
export const stripeConnectPayouts = ({ webhookSecret, ...options }: Options): Payouts => {
  const stripe = stripeClient(options)

  return {
    name: 'stripe',
    lookUp: ({ id, account, transfer }) =>
      orUnavailable(async () => {
        const found = await stripe.payouts.retrieve(id, {}, { stripeAccount: account })
        const state = stateOf(found, transfer)
        if (state.status === 'failed') {
          await takeBack(stripe, transfer)
        }

        return state
      }),
    onboardingUrl: ({ account, refreshUrl, returnUrl }) =>
      orUnavailable(async () => {
        const link = await stripe.accountLinks.create({
          type: 'account_onboarding',
          account,
          refresh_url: refreshUrl,
          return_url: returnUrl,
        })

        return link.url
      }),
    openAccount: ({ email, holder, paysItself, tenant }) =>
      orUnavailable(async () => {
        const opened = await stripe.accounts.create(
          {
            type: 'express',
            capabilities: { transfers: { requested: true } },
            email,
            metadata: { holder, tenant },
            ...(!paysItself && { settings: { payouts: { schedule: { interval: 'manual' } } } }),
          },
          { idempotencyKey: `account_${tenant}_${holder}` },
        )

        return opened.id
      }),
    pay: (request) => orUnavailable(() => payAt(stripe, request)),
    standing: (account) =>
      orUnavailable(async () => standingOf(await stripe.accounts.retrieve(account))),
    verifyEvent: ({ body, headers }) => {
      const header = headers.get('stripe-signature') ?? ''
      try {
        return eventOf(
          stripe.webhooks.constructEvent(body, header, webhookSecret, TOLERANCE_SECONDS),
        )
      } catch (error) {
        throw new BadSignature('Stripe did not sign this delivery.', { cause: error })
      }
    },
  }
}

const refused = (error: unknown): PayoutState | null =>
  error instanceof Stripe.errors.StripeInvalidRequestError
    ? { id: null, failure: error.code ?? error.message, status: 'failed', transfer: null }
    : null

const payAt = async (
  stripe: Stripe,
  { account, amount, currency, payout, tenant }: PayoutRequest,
): Promise<PayoutState> => {
  const money = { amount: toStripeAmount({ amount, currency }), currency: currency.toLowerCase() }
  const metadata = { payout, tenant }
  const earlier = await madeBefore(stripe, { account, payout })
  if (earlier?.transfer.reversed && !earlier.made) {
    return { id: null, failure: null, status: 'failed', transfer: earlier.transfer.id }
  }
  try {
    const transfer =
      earlier?.transfer ??
      (await stripe.transfers.create(
        { ...money, destination: account, metadata, transfer_group: payout },
        { idempotencyKey: `transfer_${payout}` },
      ))
    try {
      const made =
        earlier?.made ??
        (await stripe.payouts.create(
          { ...money, metadata },
          { idempotencyKey: `payout_${payout}`, stripeAccount: account },
        ))

      return stateOf(made, transfer.id)
    } catch (error) {
      const failed = refused(error)
      if (!failed) {
        throw error
      }
      await takeBack(stripe, transfer.id)

      return { ...failed, transfer: transfer.id }
    }
  } catch (error) {
    const failed = refused(error)
    if (!failed) {
      throw error
    }

    return failed
  }
}

/**
 * What was made of a payout before: Stripe forgets idempotency keys after a day, but finds a transfer by its group, and a payout by
 * what was written on it.
 */
const madeBefore = async (
  stripe: Stripe,
  { account, payout }: Pick<PayoutRequest, 'account' | 'payout'>,
): Promise<null | { made: null | Stripe.Payout; transfer: Stripe.Transfer }> => {
  const { data } = await stripe.transfers.list({
    destination: account,
    limit: 1,
    transfer_group: payout,
  })
  const [transfer] = data
  if (!transfer) {
    return null
  }
  const created = { gte: transfer.created }
  for await (const made of stripe.payouts.list(
    { created, limit: 100 },
    { stripeAccount: account },
  )) {
    if (made.metadata?.payout === payout) {
      return { made, transfer }
    }
  }

  return { made: null, transfer }
}

/** Takes a transfer back that was not, here or at Stripe's own desk. */
const takeBack = async (stripe: Stripe, transfer: string): Promise<void> => {
  const { reversed } = await stripe.transfers.retrieve(transfer)
  if (!reversed) {
    await stripe.transfers.createReversal(transfer, {}, { idempotencyKey: `reversal_${transfer}` })
  }
}

const stateOf = (
  { id, failure_code, failure_message, status }: Stripe.Payout,
  transfer: string,
): PayoutState => ({
  id,
  failure: failure_message ?? failure_code ?? null,
  status:
    status === 'paid'
      ? 'paid'
      : status === 'failed' || status === 'canceled'
        ? 'failed'
        : 'pending',
  transfer,
})

const standingOf = ({
  capabilities,
  payouts_enabled,
  requirements,
}: Stripe.Account): AccountStanding => ({
  isReady: payouts_enabled && capabilities?.transfers === 'active',
  needs: requirements?.disabled_reason ?? requirements?.currently_due?.[0] ?? null,
})

const ofPayout = z.object({
  metadata: z.object({ payout: z.uuid(), tenant: z.uuid() }),
  object: z.literal('payout'),
})

const eventOf = ({ id, type, account, created, data }: Stripe.Event): PayoutEvent => {
  const told = { id, occurredAt: new Date(created * 1000) }
  if (type === 'account.updated') {
    return { ...told, account: data.object.id }
  }
  const payout = type.startsWith('payout.') ? ofPayout.safeParse(data.object).data : undefined

  return payout && account ? { ...told, ...payout.metadata } : null
}
