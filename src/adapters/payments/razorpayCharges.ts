import type Razorpay from 'razorpay'
import { z } from 'zod'

import type { OwnEvent } from './ownEvents'
import type { CardKeys, ChargeRequest, Delivery } from './types'

import { askedIn, refusedCharge } from './chargeEvents'
import { signedEvent } from './ownEvents'
import { orUnavailable, refusalIn, unless } from './razorpayClient'
import { keptByRazorpay, receiptOf } from './razorpayRegistration'
import { PaymentUnavailable } from './types'

type Charging = { razorpay: Razorpay; request: ChargeRequest }

/**
 * Charges a card that Razorpay keeps, without its holder: an order for each key, found again by its receipt, and one
 * payment of it by the card's token. Razorpay tells the holder a day before it takes the money: until then the payment
 * is on its way, asking again finds the same, and its own event says what became of it.
 */
export const chargeAtRazorpay = async ({
  razorpay,
  request,
  secret,
}: Charging & { secret: string }): Promise<Delivery> => {
  const card = request.card ?? (await keptByRazorpay(razorpay, request.session))?.keys
  const event = card
    ? await chargedTo({ card, razorpay, request })
    : refusedCharge(request, 'cardMissing')

  return signedEvent({ at: new Date(), event, secret })
}

const chargedTo = async ({
  card,
  razorpay,
  request,
}: Charging & { card: CardKeys }): Promise<OwnEvent> => {
  const order = await orderFor({ razorpay, request })
  const before = await paymentOf(razorpay, order)
  if (before) {
    return told(request, order, before)
  }
  try {
    await orUnavailable(() =>
      razorpay.payments.createRecurringPayment(bodyOf(request, order, card)),
    )
  } catch (error) {
    const refusal = refusalIn(error)
    const failed = refusal === null ? null : await paymentOf(razorpay, order)
    if (refusal === null) {
      throw error
    }
    if (!failed && !/token|mandate|customer/i.test(refusal)) {
      throw new PaymentUnavailable(`Razorpay: ${refusal}`, { cause: error })
    }

    return failed ? told(request, order, failed) : refusedCharge(request, 'cardMissing')
  }
  const made = await paymentOf(razorpay, order)
  if (!made) {
    throw new PaymentUnavailable('Razorpay made no payment of a charge.')
  }

  return told(request, order, made)
}

const notesOf = ({ idempotencyKey, order, tenant }: ChargeRequest) => ({
  charge: idempotencyKey,
  order,
  tenant,
})

const bodyOf = (
  request: ChargeRequest,
  order: string,
  { contact = '', customer = '', email = '', token }: CardKeys,
) => ({
  amount: request.amount,
  contact,
  currency: request.currency,
  customer_id: customer,
  email,
  notes: notesOf(request),
  order_id: order,
  recurring: true,
  token,
})

const listShape = z.object({ items: z.array(z.object({ id: z.string(), created_at: z.number() })) })

const NEVER = /^$/

/** The one order of a key: of two that were made at once, the older, by its id where both are of one second. */
const orderFor = async ({ razorpay, request }: Charging): Promise<string> => {
  const receipt = receiptOf(request.idempotencyKey)
  const known = await firstOf(razorpay, receipt)
  if (known) {
    return known
  }
  const { amount, currency } = request
  await unless(NEVER, () =>
    razorpay.orders.create({
      amount,
      currency,
      notes: notesOf(request),
      payment_capture: true,
      receipt,
    }),
  )
  const made = await firstOf(razorpay, receipt)
  if (!made) {
    throw new PaymentUnavailable('Razorpay made no order of a charge.')
  }

  return made
}

const firstOf = async (razorpay: Razorpay, receipt: string): Promise<string | undefined> => {
  const { items } = listShape.parse(await unless(NEVER, () => razorpay.orders.all({ receipt })))

  return items.toSorted(
    (one, other) => one.created_at - other.created_at || one.id.localeCompare(other.id),
  )[0]?.id
}

const paymentsShape = z.object({
  items: z.array(
    z.object({ id: z.string(), error_reason: z.string().nullish(), status: z.string() }),
  ),
})

type Payment = z.output<typeof paymentsShape>['items'][number]

/** The payment of an order: the one that went through, else the one on its way, else one that failed. */
const paymentOf = async (razorpay: Razorpay, order: string): Promise<Payment | undefined> => {
  const { items } = paymentsShape.parse(
    await unless(NEVER, () => razorpay.orders.fetchPayments(order)),
  )

  return (
    items.find(({ status }) => status === 'captured' || status === 'refunded') ??
    items.find(({ status }) => status !== 'failed') ??
    items[0]
  )
}

/** Why Razorpay says that a payment failed, in the platform's words. */
export const failureOf = (reason: null | string | undefined) =>
  /token|mandate/i.test(reason ?? '') ? ('cardMissing' as const) : ('declined' as const)

const told = (
  request: ChargeRequest,
  session: string,
  { id, error_reason, status }: Payment,
): OwnEvent => ({
  ...askedIn(request),
  id: `evt_${id}_${status}`,
  type:
    status === 'captured' || status === 'refunded'
      ? 'payment.succeeded'
      : status === 'failed'
        ? 'payment.failed'
        : 'other',
  ...(status === 'failed' && { failure: failureOf(error_reason) }),
  payment: id,
  session,
})
