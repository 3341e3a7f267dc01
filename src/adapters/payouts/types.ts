import type { PayoutStatus } from '@/domain/commerce/payouts'

/** Who pays out: Stripe Connect, or what is built in for trying things out. */
export type PayoutProvider = 'stripe' | 'test'

/** An account to be opened for whoever is to be paid; `holder` is ours. Of one that `paysItself`, the provider pays out by its own schedule. */
type AccountRequest = { email: string; holder: string; paysItself?: boolean; tenant: string }

/** Whether an account can be paid to, and what its provider still wants to know where it cannot. */
export type AccountStanding = { isReady: boolean; needs: null | string }

/** Money to be paid out; `amount` in minor units of `currency`. Asked twice under the same `payout`, it is paid once. */
export type PayoutRequest = {
  account: string
  amount: number
  currency: string
  payout: string
  tenant: string
}

/** What became of it: the provider's ids of moving it and of paying it out, where it did, and why it came back. */
export type PayoutState = {
  failure: null | string
  id: null | string
  status: PayoutStatus
  transfer: null | string
}

/** An event of the provider, by its id: an account may stand otherwise, or a payout of ours does. */
export type PayoutEvent =
  | null
  | (({ account: string } | { payout: string; tenant: string }) & { id: string; occurredAt: Date })

/**
 * Where earnings are paid out. Each method throws PaymentUnavailable when the provider cannot be reached or refuses;
 * `verifyEvent` throws BadSignature alone and never asks the network.
 */
export type Payouts = {
  name: PayoutProvider
  /** Where the holder of an account tells the provider who they are. */
  onboardingUrl: (request: {
    account: string
    refreshUrl: string
    returnUrl: string
  }) => Promise<string>
  /** Opens an account, one for a holder however often it is asked. */
  openAccount: (request: AccountRequest) => Promise<string>
  /** How a payout stands now; of one that failed, the money is back. */
  lookUp: (payout: { account: string; id: string; transfer: string }) => Promise<PayoutState>
  pay: (request: PayoutRequest) => Promise<PayoutState>
  standing: (account: string) => Promise<AccountStanding>
  verifyEvent: (delivery: { body: string; headers: Headers }) => PayoutEvent
}
