import type Razorpay from 'razorpay'
import { z } from 'zod'

import type { RefundStatus } from '@/domain/commerce/refunds'

import type { RazorpayOptions } from './razorpayClient'
import type {
  OpenSession,
  Payments,
  RefundRequest,
  RefundState,
  SessionRequest,
  SessionState,
} from './types'

import { OWN_SIGNATURE, ownEventIn } from './ownEvents'
import { takesAtRazorpay } from './razorpayAmounts'
import { chargeAtRazorpay } from './razorpayCharges'
import { orUnavailable, razorpayClient, refusalIn, unless } from './razorpayClient'
import { razorpayEvents } from './razorpayEvents'
import {
  closeRegistration,
  forgetAtRazorpay,
  isRegistration,
  keptByRazorpay,
  MOST_OF_MANDATE,
  openRegistration,
  registrationState,
} from './razorpayRegistration'
import { listAtRazorpay } from './razorpayList'
import { PaymentUnavailable } from './types'

type Options = RazorpayOptions & {
  /** What Razorpay's answers to charges are signed with here, on their way in. */
  chargeSecret: string
  webhookSecret: string
}

/**
 * Razorpay by Payment Links: a session is a link, which bears the order as its reference. Where the card is charged again
 * it is a registration link.
 */
export const razorpayPayments = ({
  chargeSecret,
  webhookSecret,
  ...options
}: Options): Payments => {
  const razorpay = razorpayClient(options)
  const read = razorpayEvents(webhookSecret)
  const lookUp = async (session: string): Promise<null | SessionState> => {
    if (isRegistration(session)) {
      return registrationState(razorpay, session)
    }
    const found = await unless(UNKNOWN, () => razorpay.paymentLink.fetch(session))

    return found && stateOf(found)
  }

  return {
    name: 'razorpay',
    charge: (request) => chargeAtRazorpay({ razorpay, request, secret: chargeSecret }),
    chargesAgain: ({ amount, currency }) => currency === 'INR' && amount <= MOST_OF_MANDATE,
    closeSession: async (session) => {
      if (isRegistration(session)) {
        await closeRegistration(razorpay, session)
      } else if ((await lookUp(session))?.status === 'open') {
        await unless(PAID_MEANWHILE, () => razorpay.paymentLink.cancel(session))
      }
    },
    confirm: lookUp,
    createSession: async (request) => {
      const { order } = request
      if (order === null || request.recurs) {
        return openRegistration(razorpay, request)
      }
      const link = linkOf({ ...request, order })
      const made = await unless(KNOWN, () => razorpay.paymentLink.create(link))

      return openOf(made ?? (await linkOfOrder(razorpay, request.idempotencyKey)))
    },
    forgetCard: (card) => forgetAtRazorpay(razorpay, card),
    keptCard: (session) => keptByRazorpay(razorpay, session),
    list: (range) => listAtRazorpay(razorpay, range),
    lookUp,
    refund: (request) => refundAt(razorpay, request),
    takes: takesAtRazorpay,
    verifyEvent: (given) =>
      Promise.resolve(given).then((delivery) =>
        delivery.headers.has(OWN_SIGNATURE)
          ? ownEventIn({ delivery, now: new Date(), provider: 'razorpay', secret: chargeSecret })
          : read(delivery),
      ),
  }
}

const UNKNOWN = /does not exist|not a valid id/i
const KNOWN = /reference_id.*already exists/i
const PAID_MEANWHILE = /cannot be cancelled|already/i

const MOST_DESCRIPTION = 2048

const linkOf = ({
  amount,
  currency,
  customerEmail,
  expiresAt,
  idempotencyKey,
  lines,
  order,
  successUrl,
  tenant,
}: SessionRequest & { order: string }) => ({
  accept_partial: false,
  amount,
  callback_method: 'get',
  callback_url: successUrl,
  currency,
  customer: { email: customerEmail },
  description: lines
    .map(({ title }) => title)
    .join(', ')
    .slice(0, MOST_DESCRIPTION),
  expire_by: Math.floor(expiresAt.getTime() / 1000),
  notes: { order, tenant },
  notify: { email: false, sms: false },
  reference_id: idempotencyKey,
  reminder_enable: false,
})

const listShape = z.object({
  payment_links: z.array(z.object({ id: z.string(), short_url: z.string() })),
})

/** The link that an earlier request made, whose answer may never have come. */
const linkOfOrder = async (razorpay: Razorpay, reference: string) => {
  const listed = await unless(/^$/, () =>
    razorpay.paymentLink.all({ reference_id: reference } as object),
  )

  return listShape.parse(listed).payment_links[0]
}

const openOf = (link: undefined | { id: string; short_url: string }): OpenSession => {
  if (!link) {
    throw new PaymentUnavailable('Razorpay opened no link.')
  }

  return { session: link.id, url: link.short_url }
}

const linkShape = z.object({
  amount: z.number(),
  currency: z.string(),
  payments: z.array(z.object({ payment_id: z.string(), status: z.string().nullish() })).nullish(),
  status: z.string(),
})

const stateOf = (link: object): SessionState => {
  const { amount, currency, payments, status } = linkShape.parse(link)
  const paid = payments?.find((payment) => payment.status === 'captured') ?? payments?.[0]

  return {
    amount,
    currency,
    payment: status === 'paid' ? (paid?.payment_id ?? null) : null,
    status:
      status === 'paid'
        ? 'paid'
        : status === 'cancelled' || status === 'expired'
          ? 'expired'
          : 'open',
  }
}

/** Asks Razorpay to give money back of a payment, once for each refund of ours. */
const refundAt = async (
  razorpay: Razorpay,
  { amount, order, payment, refund, tenant }: RefundRequest,
): Promise<RefundState> => {
  try {
    const made = await orUnavailable(() =>
      razorpay.payments.refund(payment, {
        amount,
        notes: { order, refund, tenant },
        receipt: refund,
        speed: 'normal',
      }),
    )

    return { id: made.id, failure: null, status: statusOf(made.status) }
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === null) {
      throw error
    }

    return { id: null, failure: refusal, status: 'failed' }
  }
}

const statusOf = (status: string): RefundStatus =>
  status === 'processed' ? 'succeeded' : status === 'failed' ? 'failed' : 'pending'
