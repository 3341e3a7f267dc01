import type { Order, OrderRequest } from '@paypal/paypal-server-sdk'

import {
  CaptureStatus,
  CheckoutPaymentIntent,
  OrderStatus,
  PaymentInitiator,
  StoredPaymentSourceUsageType,
  UsagePattern,
} from '@paypal/paypal-server-sdk'

import type { OwnEvent } from './ownEvents'
import type { PayPal } from './paypalClient'
import type { ChargeFailure, ChargeRequest, Delivery } from './types'

import { askedIn, refusedCharge } from './chargeEvents'
import { signedEvent } from './ownEvents'
import { toPayPal } from './paypalAmounts'
import { issueOf, orUnavailable } from './paypalClient'
import { nameAtPayPal } from './paypalIds'
import { keptByPayPal } from './paypalVault'
import { PaymentUnavailable } from './types'

/**
 * Charges an account that PayPal keeps, without its holder: an order with the payment token, which PayPal captures as it
 * is created. Under one key there is one order, by its request id for some hours and by its invoice id for good. What
 * PayPal answers is written as an event of ours and signed with `secret`; PayPal's own event of the same capture comes
 * as well, and whichever is second changes nothing.
 */
export const chargeAtPayPal = async ({
  paypal,
  request,
  secret,
}: {
  paypal: PayPal
  request: ChargeRequest
  secret: string
}): Promise<Delivery> => {
  const token = request.card?.token ?? (await keptByPayPal(paypal, request.session))?.keys.token

  return signedEvent({
    at: new Date(),
    event: token
      ? await chargedTo({ paypal, request, token })
      : refusedCharge(request, 'cardMissing'),
    secret,
  })
}

const chargedTo = async ({
  paypal,
  request,
  token,
}: {
  paypal: PayPal
  request: ChargeRequest
  token: string
}): Promise<OwnEvent> => {
  try {
    const { result } = await orUnavailable(() =>
      paypal.orders.createOrder({
        body: orderOf(request, token),
        paypalRequestId: `charge_${request.idempotencyKey}`,
        prefer: 'return=representation',
      }),
    )

    return told(request, result)
  } catch (error) {
    const issue = issueOf(error)
    const failure = issue && failureIn(issue)
    if (failure) {
      return refusedCharge(request, failure)
    }
    throw issue === null ? error : new PaymentUnavailable(`PayPal: ${issue}`, { cause: error })
  }
}

const orderOf = (
  { amount, currency, idempotencyKey, isAsked, order, tenant }: ChargeRequest,
  vaultId: string,
): OrderRequest => ({
  intent: CheckoutPaymentIntent.Capture,
  paymentSource: {
    paypal: {
      storedCredential: {
        paymentInitiator: PaymentInitiator.Merchant,
        usage: StoredPaymentSourceUsageType.Subsequent,
        usagePattern: isAsked ? UsagePattern.UnscheduledPrepaid : UsagePattern.SubscriptionPrepaid,
      },
      vaultId,
    },
  },
  purchaseUnits: [
    {
      amount: toPayPal({ amount, currency }),
      customId: nameAtPayPal({ order, tenant }),
      invoiceId: idempotencyKey,
      referenceId: 'default',
    },
  ],
})

const DECLINED: readonly string[] = [
  'CARD_EXPIRED',
  'INSTRUMENT_DECLINED',
  'MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED',
  'PAYER_ACCOUNT_LOCKED_OR_CLOSED',
  'PAYER_ACCOUNT_RESTRICTED',
  'PAYER_CANNOT_PAY',
  'PAYMENT_DENIED',
  'TRANSACTION_REFUSED',
]

/** What a refusal says of the account; null where it is about the request, which no other account would help. */
const failureIn = (issue: string): ChargeFailure | null =>
  issue === 'PAYER_ACTION_REQUIRED'
    ? 'authenticationRequired'
    : DECLINED.includes(issue)
      ? 'declined'
      : /TOKEN|VAULT|AGREEMENT|RESOURCE_NOT_FOUND|INVALID_RESOURCE_ID/.test(issue)
        ? 'cardMissing'
        : null

const told = (request: ChargeRequest, order: Order): OwnEvent => {
  const taken = order.purchaseUnits?.[0]?.payments?.captures?.[0]
  if (order.status === OrderStatus.PayerActionRequired) {
    return refusedCharge(request, 'authenticationRequired')
  }
  const isFailed =
    taken?.status === CaptureStatus.Declined || taken?.status === CaptureStatus.Failed
  const type =
    taken?.status === CaptureStatus.Completed
      ? 'payment.succeeded'
      : isFailed
        ? 'payment.failed'
        : 'other'

  return {
    ...askedIn(request),
    id: `evt_${taken?.id ?? order.id}_${taken?.status ?? order.status}`,
    type,
    ...(isFailed && { failure: 'declined' as const }),
    payment: taken?.id ?? null,
    session: order.id ?? '',
  }
}
