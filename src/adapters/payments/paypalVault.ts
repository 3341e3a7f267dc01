import {
  ExperienceContextShippingPreference,
  PaymentTokenStatus,
  PaypalPaymentTokenUsageType,
  UsagePattern,
  VaultTokenRequestType,
} from '@paypal/paypal-server-sdk'

import { facelessCard } from '@/domain/commerce/cards'

import type { PayPal } from './paypalClient'
import type { SetupName } from './paypalIds'
import type { KeptCard, OpenSession, SessionRequest, SessionState } from './types'

import { unless } from './paypalClient'
import { setupIn, setupSession } from './paypalIds'
import { PAGE_LOCALES } from './paypalPages'
import { PaymentUnavailable } from './types'

const UNKNOWN = ['INVALID_RESOURCE_ID', 'RESOURCE_NOT_FOUND', 'TOKEN_NOT_FOUND']

/** Opens PayPal's page on which a buyer lets her account be charged, and pays nothing: a setup token. */
export const openSetup = async (
  { vault }: PayPal,
  { cancelUrl, currency, idempotencyKey, locale, successUrl }: SessionRequest,
): Promise<OpenSession> => {
  const made = await unless([], () =>
    vault.createSetupToken({
      body: {
        paymentSource: {
          paypal: {
            experienceContext: {
              cancelUrl,
              locale: PAGE_LOCALES[locale],
              returnUrl: successUrl,
              shippingPreference: ExperienceContextShippingPreference.NoShipping,
            },
            permitMultiplePaymentTokens: true,
            usagePattern: UsagePattern.SubscriptionPrepaid,
            usageType: PaypalPaymentTokenUsageType.Merchant,
          },
        },
      },
      paypalRequestId: `setup_${idempotencyKey}`,
    }),
  )
  const { id, links = [] } = made?.result ?? {}
  const page = links.find(({ rel }) => rel === 'approve')
  if (!id || !page) {
    throw new PaymentUnavailable('PayPal opened a setup without a page.')
  }

  return { session: setupSession({ currency, token: id }), url: page.href }
}

/** How a setup stands; once its buyer has agreed, her account is kept for good. */
export const setupState = async (
  paypal: PayPal,
  setup: SetupName,
): Promise<null | SessionState> => {
  const found = await unless(UNKNOWN, () => paypal.vault.getSetupToken(setup.token))
  if (!found) {
    return null
  }
  const token = await tokenOf(paypal, setup, found.result)

  return {
    amount: 0,
    currency: setup.currency,
    ...(token && { keepsCard: true }),
    payment: token,
    status: token ? 'paid' : 'open',
  }
}

type Setup = Awaited<ReturnType<PayPal['vault']['getSetupToken']>>['result']

/** The payment token that a setup was, or now is, exchanged for; null while its buyer has not agreed. */
const tokenOf = async (
  { vault }: PayPal,
  { token: id }: SetupName,
  { customer, status }: Setup,
): Promise<null | string> => {
  if (status === PaymentTokenStatus.Approved) {
    const made = await unless(UNKNOWN, () =>
      vault.createPaymentToken({
        body: { paymentSource: { token: { id, type: VaultTokenRequestType.SetupToken } } },
        paypalRequestId: `token_${id}`,
      }),
    )

    return made?.result.id ?? null
  }
  if (status !== PaymentTokenStatus.Vaulted || !customer?.id) {
    return null
  }
  const kept = await unless(UNKNOWN, () =>
    vault.listCustomerPaymentTokens({ customerId: customer.id ?? '' }),
  )

  return kept?.result.paymentTokens?.at(-1)?.id ?? null
}

/** The account that a session has kept: by its setup, or with the order that was paid. */
export const keptByPayPal = async (paypal: PayPal, session: string): Promise<KeptCard | null> => {
  const setup = setupIn(session)
  if (setup) {
    const state = await setupState(paypal, setup)

    return state?.payment ? cardOf(state.payment) : null
  }
  const order = await unless(UNKNOWN, () => paypal.orders.getOrder({ id: session }))
  const kept = order?.result.paymentSource?.paypal?.attributes?.vault

  return kept?.id ? cardOf(kept.id) : null
}

const cardOf = (token: string): KeptCard => ({ face: facelessCard('paypal'), keys: { token } })

/** Has PayPal forget an account. */
export const forgetAtPayPal = async ({ vault }: PayPal, token: string): Promise<void> => {
  await unless(UNKNOWN, () => vault.deletePaymentToken(token))
}
