import type { Order, OrderRequest, OrdersCapture } from '@paypal/paypal-server-sdk'

import {
  CaptureStatus,
  CheckoutPaymentIntent,
  ItemCategory,
  OrderStatus,
  PatchOp,
  PaypalExperienceUserAction,
  PaypalPaymentTokenUsageType,
  PaypalWalletContextShippingPreference,
  StoreInVaultInstruction,
  UsagePattern,
} from '@paypal/paypal-server-sdk'

import type { PayPal, PayPalOptions } from './paypalClient'
import type { Payments, SessionRequest, SessionState } from './types'

import { OWN_SIGNATURE, ownEventIn } from './ownEvents'
import { fromPayPal, takesAtPayPal, toPayPal } from './paypalAmounts'
import { chargeAtPayPal } from './paypalCharges'
import { issueOf, orUnavailable, paypalClient, unless } from './paypalClient'
import { paypalEvents } from './paypalEvents'
import { namedAtPayPal, nameAtPayPal, setupIn } from './paypalIds'
import { PAGE_LOCALES } from './paypalPages'
import { listAtPayPal } from './paypalList'
import { refundAtPayPal } from './paypalRefunds'
import { forgetAtPayPal, keptByPayPal, openSetup, setupState } from './paypalVault'
import { PaymentDeclined, PaymentUnavailable } from './types'

type Options = PayPalOptions & {
  /** What PayPal's answers to charges are signed with here, on their way in. */
  chargeSecret: string
  /** The id of the webhook at PayPal, which its signatures are made over. */
  webhookId: string
}

/**
 * PayPal by Orders v2: an order is created here, approved by its buyer on PayPal's page, and captured when she comes
 * back or PayPal reports that she agreed, whichever is first. A session is PayPal's order, a payment its capture. An account
 * that is charged again is kept in PayPal's vault: with the order that it pays, or by a setup token where nothing is due.
 */
export const paypalPayments = ({ chargeSecret, webhookId, ...options }: Options): Payments => {
  const paypal = paypalClient(options)
  const lookUp = async (session: string): Promise<null | Order> =>
    unless(UNKNOWN, async () => (await paypal.orders.getOrder({ id: session })).result)

  const events = paypalEvents({ apiBase: options.apiBase, webhookId })

  return {
    name: 'paypal',
    charge: (request) => chargeAtPayPal({ paypal, request, secret: chargeSecret }),
    chargesAtOnce: true,
    closeSession: async (session) => {
      const order = setupIn(session) ? null : await lookUp(session)
      const name = namedAtPayPal(order?.purchaseUnits?.[0]?.customId)
      if (order && name && !name.isClosed && UNPAID.includes(order.status)) {
        await unless(PAID_MEANWHILE, () => close(paypal, session, { ...name, isClosed: true }))
      }
    },
    confirm: async (session) => {
      const setup = setupIn(session)
      if (setup) {
        return setupState(paypal, setup)
      }
      const order = await lookUp(session)
      const state = order && stateOf(order)

      return order?.status === OrderStatus.Approved && state?.status === 'open'
        ? stateOf(await capture(paypal, session, order.updateTime))
        : state
    },
    createSession: async (request) => {
      const { order } = request
      if (order === null || request.amount === 0) {
        return openSetup(paypal, request)
      }
      const body = orderOf({ ...request, order })
      const created = await unless([], () =>
        paypal.orders.createOrder({
          body,
          paypalRequestId: `order_${request.idempotencyKey}`,
          prefer: 'return=minimal',
        }),
      )
      const { id, links = [] } = created?.result ?? {}
      const page = links.find(({ rel }) => rel === 'payer-action' || rel === 'approve')
      if (!id || !page) {
        throw new PaymentUnavailable('PayPal opened an order without a page.')
      }

      return { session: id, url: page.href }
    },
    forgetCard: ({ token }) => forgetAtPayPal(paypal, token),
    keptCard: (session) => keptByPayPal(paypal, session),
    list: (range) => listAtPayPal(paypal, range),
    lookUp: async (session) => {
      const setup = setupIn(session)
      if (setup) {
        return setupState(paypal, setup)
      }
      const order = await lookUp(session)

      return order && stateOf(order)
    },
    refund: (request) => refundAtPayPal(paypal, request),
    takes: takesAtPayPal,
    verifyEvent: async (delivery) =>
      delivery.headers.has(OWN_SIGNATURE)
        ? ownEventIn({ delivery, now: new Date(), provider: 'paypal', secret: chargeSecret })
        : events(delivery),
  }
}

const UNKNOWN = ['INVALID_RESOURCE_ID', 'RESOURCE_NOT_FOUND']
const PAID_MEANWHILE = ['ORDER_ALREADY_COMPLETED', 'ORDER_ALREADY_CAPTURED']
const UNPAID: (OrderStatus | undefined)[] = [
  OrderStatus.Approved,
  OrderStatus.Created,
  OrderStatus.PayerActionRequired,
]

/** PayPal keeps an order open for itself; what is written on ours says that it is not to be captured any more. */
const close = (
  { orders }: PayPal,
  id: string,
  name: Parameters<typeof nameAtPayPal>[0],
): Promise<unknown> =>
  orders.patchOrder({
    id,
    body: [
      {
        op: PatchOp.Replace,
        path: "/purchase_units/@reference_id=='default'/custom_id",
        value: nameAtPayPal(name),
      },
    ],
  })

/**
 * Takes the money of an order that was approved at that time; asked again, or twice at once, PayPal answers the same
 * capture. After a card was declined the buyer approves anew, and that is another.
 */
const capture = async ({ orders }: PayPal, id: string, approvedAt = ''): Promise<Order> => {
  try {
    const { result } = await orUnavailable(() =>
      orders.captureOrder({
        id,
        paypalRequestId: `capture_${id}_${approvedAt}`,
        prefer: 'return=representation',
      }),
    )

    return result
  } catch (error) {
    const issue = issueOf(error)
    if (issue === null) {
      throw error
    }
    if (PAID_MEANWHILE.includes(issue)) {
      return (await orders.getOrder({ id })).result
    }
    throw issue === 'INSTRUMENT_DECLINED' || issue === 'PAYER_ACTION_REQUIRED'
      ? new PaymentDeclined(`PayPal: ${issue}`, { cause: error })
      : new PaymentUnavailable(`PayPal: ${issue}`, { cause: error })
  }
}

const MOST_NAME = 127

const keptInVault = ({ recurs }: SessionRequest) => ({
  permitMultiplePaymentTokens: true,
  storeInVault: StoreInVaultInstruction.OnSuccess,
  usagePattern: recurs ? UsagePattern.SubscriptionPrepaid : UsagePattern.UnscheduledPrepaid,
  usageType: PaypalPaymentTokenUsageType.Merchant,
})

const orderOf = (request: SessionRequest & { order: string }): OrderRequest => {
  const { amount, cancelUrl, currency, lines, locale, order, successUrl, tenant } = request
  const keepsCard = (request.recurs || request.keeps) ?? false
  const areWhole = lines.every((line) => takesAtPayPal({ amount: line.amount, currency }))
  const total = toPayPal({ amount, currency })

  return {
    intent: CheckoutPaymentIntent.Capture,
    paymentSource: {
      paypal: {
        ...(keepsCard && { attributes: { vault: keptInVault(request) } }),
        experienceContext: {
          cancelUrl,
          locale: PAGE_LOCALES[locale],
          returnUrl: successUrl,
          shippingPreference: PaypalWalletContextShippingPreference.NoShipping,
          userAction: PaypalExperienceUserAction.PayNow,
        },
      },
    },
    purchaseUnits: [
      {
        amount: { ...total, ...(areWhole && { breakdown: { itemTotal: total } }) },
        customId: nameAtPayPal({ keepsCard, order, tenant }),
        description: shortened(lines.map(({ title }) => title).join(', ')),
        invoiceId: order,
        ...(areWhole && {
          items: lines.map((line) => ({
            name: shortened(line.title),
            category: ItemCategory.DigitalGoods,
            quantity: '1',
            unitAmount: toPayPal({ amount: line.amount, currency }),
          })),
        }),
        referenceId: 'default',
      },
    ],
  }
}

const shortened = (text: string): string =>
  text.length > MOST_NAME ? `${text.slice(0, MOST_NAME - 1)}…` : text

const stateOf = ({ purchaseUnits: [unit] = [], status }: Order): SessionState => {
  const taken = unit?.payments?.captures?.[0]
  const { currencyCode: currency = '', value = '0' } = taken?.amount ?? unit?.amount ?? {}
  const name = namedAtPayPal(unit?.customId)
  const isOver = name?.isClosed || status === OrderStatus.Voided

  return {
    amount: fromPayPal({ currency, value }),
    currency,
    ...(name?.keepsCard && { keepsCard: true }),
    payment: taken?.id ?? null,
    status: taken ? statusOf(taken) : isOver ? 'expired' : 'open',
  }
}

/** Money that PayPal holds back for a look has not come yet; what went back later had come. */
const statusOf = ({ status }: OrdersCapture): SessionState['status'] =>
  status === CaptureStatus.Pending
    ? 'open'
    : status === CaptureStatus.Declined || status === CaptureStatus.Failed
      ? 'failed'
      : 'paid'
