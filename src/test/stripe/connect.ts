import { z } from 'zod'

import type { FormValue } from './form'
import type { Account, Payout, Store, Transfer } from './store'

import { ApiError, invalid, noSuch } from './errors'
import { newId } from './store'

type Form = Record<string, FormValue>

const metadata = z.record(z.string(), z.string()).default({})
const currency = z.string().regex(/^[a-z]{3}$/, 'Invalid currency')
const whole = z
  .string()
  .regex(/^[1-9]\d*$/, 'Invalid positive integer')
  .transform(Number)

const newAccount = z.strictObject({
  type: z.literal('express'),
  capabilities: z.object({ transfers: z.object({ requested: z.literal('true') }) }),
  email: z.email(),
  metadata,
  settings: z
    .object({ payouts: z.object({ schedule: z.object({ interval: z.literal('manual') }) }) })
    .optional(),
})

const newLink = z.strictObject({
  type: z.literal('account_onboarding'),
  account: z.string(),
  refresh_url: z.url(),
  return_url: z.url(),
})

const newTransfer = z.strictObject({
  amount: whole,
  currency,
  destination: z.string(),
  metadata,
  transfer_group: z.string(),
})
const newPayout = z.strictObject({ amount: whole, currency, metadata })

const parsed = <Shape extends z.ZodType>(shape: Shape, form: Form): z.output<Shape> => {
  const read = shape.safeParse(form)
  if (!read.success) {
    const [issue] = read.error.issues
    throw invalid(issue?.path.join('.') ?? '', issue?.message ?? '')
  }

  return read.data
}

const now = (store: Store): number => Math.floor(store.clock().getTime() / 1000)

/** An account by its id; throws Stripe's 404 where there is none. */
export const accountOf = (store: Store, id: string): Account => {
  const account = store.accounts.get(id)
  if (!account) {
    throw noSuch('account', id)
  }

  return account
}

/** POST /v1/accounts: an Express account that has told nothing of its holder yet. */
export const createAccount = (store: Store, form: Form): Account => {
  const given = parsed(newAccount, form)
  const account: Account = {
    id: newId('acct_'),
    capabilities: { transfers: 'inactive' },
    details_submitted: false,
    email: given.email,
    metadata: given.metadata,
    object: 'account',
    payouts_enabled: false,
    requirements: { currently_due: ['individual.verification.document'], disabled_reason: null },
  }
  store.accounts.set(account.id, account)

  return account
}

/** POST /v1/account_links: where the holder of an account tells Stripe who they are. */
export const createAccountLink = (store: Store, form: Form): object => {
  const { account } = parsed(newLink, form)

  return {
    created: now(store),
    expires_at: now(store) + 300,
    object: 'account_link',
    url: `${store.origin()}/setup/${accountOf(store, account).id}`,
  }
}

/** The holder of an account tells all that Stripe wants to know. */
export const completeOnboarding = (store: Store, id: string): Account =>
  Object.assign(accountOf(store, id), {
    capabilities: { transfers: 'active' },
    details_submitted: true,
    payouts_enabled: true,
    requirements: { currently_due: [], disabled_reason: null },
  })

/** POST /v1/transfers, to an account that may have them. */
export const createTransfer = (store: Store, form: Form): Transfer => {
  const given = parsed(newTransfer, form)
  if (accountOf(store, given.destination).capabilities.transfers !== 'active') {
    throw new ApiError({
      code: 'insufficient_capabilities_for_transfer',
      message: 'Your destination account needs to have the transfers capability enabled.',
    })
  }
  const transfer: Transfer = {
    ...given,
    id: newId('tr_'),
    amount_reversed: 0,
    created: now(store),
    object: 'transfer',
    reversed: false,
  }
  store.transfers.set(transfer.id, transfer)

  return transfer
}

/** GET /v1/transfers: those of a group, and to an account, where that is asked. */
export const transfersOf = (
  store: Store,
  { destination, transfer_group: group }: Form,
): Transfer[] =>
  [...store.transfers.values()].filter(
    (one) =>
      (destination === undefined || one.destination === destination) &&
      (group === undefined || one.transfer_group === group),
  )

/** GET /v1/payouts for a connected account. */
export const payoutsOf = (store: Store, account: string): Payout[] =>
  [...store.payouts.values()].flatMap((one) => (one.account === account ? [one.body] : []))

/** POST /v1/transfers/:id/reversals: all of what is left of it. */
export const reverseTransfer = (store: Store, id: string): object => {
  const transfer = store.transfers.get(id)
  if (!transfer) {
    throw noSuch('transfer', id)
  }
  if (transfer.reversed) {
    throw new ApiError({ message: `Transfer ${id} is already fully reversed.` })
  }
  Object.assign(transfer, { amount_reversed: transfer.amount, reversed: true })

  return {
    id: newId('trr_'),
    amount: transfer.amount,
    created: now(store),
    currency: transfer.currency,
    object: 'transfer_reversal',
    transfer: id,
  }
}

/** What was transferred to an account and neither returned nor paid out. */
const balanceOf = (store: Store, account: string): number => {
  const came = [...store.transfers.values()]
    .filter(({ destination }) => destination === account)
    .reduce((sum, { amount, amount_reversed }) => sum + amount - amount_reversed, 0)
  const went = [...store.payouts.values()]
    .filter((payout) => payout.account === account && payout.body.status !== 'failed')
    .reduce((sum, { body }) => sum + body.amount, 0)

  return came - went
}

/** POST /v1/payouts for a connected account, up to what it has. */
export const createPayout = (store: Store, account: string, form: Form): Payout => {
  const given = parsed(newPayout, form)
  if (!accountOf(store, account).payouts_enabled || given.amount > balanceOf(store, account)) {
    throw new ApiError({
      code: 'balance_insufficient',
      message: 'You have insufficient funds in your Stripe account for this payout.',
    })
  }
  const payout: Payout = {
    ...given,
    id: newId('po_'),
    created: now(store),
    failure_code: null,
    failure_message: null,
    object: 'payout',
    status: 'pending',
  }
  store.payouts.set(payout.id, { account, body: payout })

  return payout
}

/** GET /v1/payouts/:id for a connected account. */
export const payoutOf = (store: Store, account: string, id: string): Payout => {
  const found = store.payouts.get(id)
  if (found?.account !== account) {
    throw noSuch('payout', id)
  }

  return found.body
}
