import type Razorpay from 'razorpay'
import { z } from 'zod'

import type { KeptCard, OpenSession, SessionRequest, SessionState } from './types'

import { orUnavailable, unless } from './razorpayClient'
import { PaymentUnavailable } from './types'

const UNKNOWN = /does not exist|not a valid id/i
const PAID_MEANWHILE = /cannot be cancelled|already|paid/i

/** The least that a card can be charged in rupees, in paise: what a card is proved with where nothing is due. */
const PROOF = 100

/**
 * The most that a kept card is charged in one go, in paise: above it, India's central bank has each charge confirmed by
 * the card's holder (₹15,000, Razorpay's own limit of a card's mandate).
 */
export const MOST_OF_MANDATE = 1_500_000

/** Whether a session is a registration: a page on which a card is kept. Razorpay counts it among its invoices. */
export const isRegistration = (session: string): boolean => session.startsWith('inv_')

const MOST_DESCRIPTION = 2048

/**
 * Opens Razorpay's page on which a card is charged and kept: a registration link. Where nothing is due, a rupee proves
 * the card; it goes back once the card is kept.
 */
export const openRegistration = async (
  razorpay: Razorpay,
  request: SessionRequest,
): Promise<OpenSession> => {
  const receipt = receiptOf(request.idempotencyKey)
  const known = await ofReceipt(razorpay, receipt)
  const made =
    known ??
    (await unless(NEVER, () =>
      razorpay.subscriptions.createRegistrationLink(linkOf(request, receipt) as never),
    ))
  const { id, short_url } = linkShape.parse(made)

  return { session: id, url: short_url }
}

const NEVER = /^$/

/** Razorpay's receipts have forty characters at most. */
export const receiptOf = (key: string): string => key.replaceAll('-', '').slice(-40)

const linkOf = (
  {
    amount,
    currency,
    customerEmail,
    expiresAt,
    lines,
    order,
    subscription,
    successUrl,
    tenant,
  }: SessionRequest,
  receipt: string,
) => ({
  type: 'link',
  amount: amount === 0 ? PROOF : amount,
  callback_method: 'get',
  callback_url: successUrl,
  currency,
  customer: { name: customerEmail, email: customerEmail },
  description:
    lines
      .map(({ title }) => title)
      .join(', ')
      .slice(0, MOST_DESCRIPTION) || '—',
  email_notify: false,
  expire_by: Math.floor(expiresAt.getTime() / 1000),
  notes: {
    ...(order && { order }),
    ...(amount === 0 && { proves: 'card' }),
    ...(subscription && { subscription }),
    tenant,
  },
  receipt,
  sms_notify: false,
  subscription_registration: { max_amount: MOST_OF_MANDATE, method: 'card' },
})

const linkShape = z.object({ id: z.string(), short_url: z.string() })
const listShape = z.object({ items: z.array(z.unknown()) })

/** The link that an earlier request made, whose answer may never have come. */
const ofReceipt = async (razorpay: Razorpay, receipt: string): Promise<unknown> =>
  listShape.parse(await unless(NEVER, () => razorpay.invoices.all({ receipt }))).items[0]

const invoiceShape = z.object({
  amount: z.number(),
  currency: z.string(),
  customer_id: z.string().nullish(),
  notes: z.unknown().transform((given) => proofShape.safeParse(given).data),
  payment_id: z.string().nullish(),
  status: z.string(),
})
/** What is written on a payment that only proves a card, and on the refund of it. */
const proofShape = z.object({ proves: z.string(), tenant: z.string() })

type Proof = z.output<typeof proofShape>

const invoiceOf = async (razorpay: Razorpay, session: string) => {
  const found = await unless(UNKNOWN, () => razorpay.invoices.fetch(session))

  return found && invoiceShape.parse(found)
}

/** How a registration stands; one that only proves a card asks for nothing. */
export const registrationState = async (
  razorpay: Razorpay,
  session: string,
): Promise<null | SessionState> => {
  const found = await invoiceOf(razorpay, session)
  if (!found) {
    return null
  }
  const { amount, currency, notes: proof, payment_id, status } = found
  const isPaid = status === 'paid'

  return {
    amount: proof ? 0 : amount,
    currency,
    ...(isPaid && { keepsCard: true }),
    payment: isPaid ? (payment_id ?? null) : null,
    status: isPaid
      ? 'paid'
      : ['cancelled', 'deleted', 'expired'].includes(status)
        ? 'expired'
        : 'open',
  }
}

/** Closes a registration that nobody should pay any more. */
export const closeRegistration = async (razorpay: Razorpay, session: string): Promise<void> => {
  if ((await registrationState(razorpay, session))?.status === 'open') {
    await unless(PAID_MEANWHILE, () => razorpay.invoices.cancel(session))
  }
}

const paymentShape = z.object({
  id: z.string(),
  amount: z.number(),
  contact: z.union([z.string(), z.number().transform(String)]).nullish(),
  customer_id: z.string().nullish(),
  email: z.string().nullish(),
  token_id: z.string().nullish(),
})

const tokenShape = z.object({
  card: z
    .object({
      expiry_month: z.coerce.number().int().nullish(),
      expiry_year: z.coerce.number().int().nullish(),
      last4: z.string().nullish(),
      network: z.string().nullish(),
    })
    .nullish(),
  recurring_details: z.object({ status: z.string().nullish() }).nullish(),
})

/** The card that a registration has kept; the rupee that proved it goes back, once. */
export const keptByRazorpay = async (
  razorpay: Razorpay,
  session: string,
): Promise<KeptCard | null> => {
  const found = isRegistration(session) ? await invoiceOf(razorpay, session) : null
  if (found?.status !== 'paid' || !found.payment_id) {
    return null
  }
  const id = found.payment_id
  const paid = paymentShape.parse(await orUnavailable(() => razorpay.payments.fetch(id)))
  if (found.notes) {
    await giveBack(razorpay, paid, found.notes)
  }
  const customer = paid.customer_id ?? found.customer_id
  const token = paid.token_id
  if (!customer || !token) {
    return null
  }
  const kept = await unless(UNKNOWN, () => razorpay.customers.fetchToken(customer, token))
  const { card, recurring_details: mandate } = tokenShape.parse(kept ?? {})
  const isOff = !kept || ENDED.includes(mandate?.status ?? '')

  return isOff
    ? null
    : {
        face: {
          brand: (card?.network ?? 'card').toLowerCase(),
          expiresMonth: card?.expiry_month ?? null,
          expiresYear: card?.expiry_year ?? null,
          last4: card?.last4 ?? null,
        },
        keys: {
          ...(paid.contact && { contact: paid.contact }),
          customer,
          ...(paid.email && { email: paid.email }),
          token,
        },
      }
}

const ENDED = ['cancelled', 'rejected']

const GONE_BACK = /fully refunded|already|greater than/i

const giveBack = async (
  razorpay: Razorpay,
  { id, amount }: { amount: number; id: string },
  notes: Proof,
): Promise<void> => {
  await unless(GONE_BACK, () =>
    razorpay.payments.refund(id, { amount, notes, receipt: `proof_${id}`, speed: 'normal' }),
  )
}

/** Has Razorpay forget a card. */
export const forgetAtRazorpay = async (
  razorpay: Razorpay,
  { customer, token }: { customer?: string; token: string },
): Promise<void> => {
  if (!customer) {
    throw new PaymentUnavailable('Razorpay knows a card by its holder.')
  }
  await unless(UNKNOWN, () => razorpay.customers.deleteToken(customer, token))
}
