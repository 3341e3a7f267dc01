import type { Wishes } from './wishes'

/** Page on which a purchase is looked over before it is paid. */
export const checkoutPath = ({
  cohorts = [],
  coupon,
  isGift = false,
  offers,
  wishes,
}: {
  cohorts?: readonly string[]
  coupon?: null | string
  /** Whether it is to be bought for somebody else. */
  isGift?: boolean
  offers: readonly string[]
  wishes?: null | Wishes
}): string => {
  const query = new URLSearchParams([
    ...offers.map((offer) => ['offer', offer]),
    ...cohorts.map((cohort) => ['cohort', cohort]),
    ...Object.entries(wishes?.amounts ?? {}).map(([offer, amount]) => [
      'amount',
      `${offer}:${amount}`,
    ]),
    ...(wishes?.currency ? [['currency', wishes.currency]] : []),
    ...(wishes?.tip ? [['tip', String(wishes.tip)]] : []),
    ...(coupon ? [['coupon', coupon]] : []),
    ...(isGift ? [['gift', '1']] : []),
  ])

  return `/checkout?${query.toString()}`
}

/** Where a reminder leads to: the checkout as it was left, by the key of the mail. */
export const resumePath = (checkout: string, key: string): string =>
  `/checkout/resume/${checkout}?key=${encodeURIComponent(key)}`

/** Where the link of a gift leads. */
export const giftPath = (key: string): string => `/gift?key=${encodeURIComponent(key)}`

/** Page of what is meant to be bought. */
export const CART_PATH = '/cart'
/** The same after a payment that was declined; the page says so. */
export const declinedPath = (checkout: string): string => `${checkout}&payment=declined`

/** Page a buyer comes to once she has paid, or has got something for nothing; a guest's carries the key of the order. */
export const completePath = (order: string, key?: null | string): string =>
  `/orders/${order}/thanks${key ? `?key=${encodeURIComponent(key)}` : ''}`

/** Where an invoice is downloaded; by a key of its order, without signing in. */
export const invoicePath = (invoice: string, key?: null | string): string =>
  `/invoices/${invoice}.pdf${key ? `?key=${encodeURIComponent(key)}` : ''}`

/** Where a credit note is downloaded; by a key of its order, without signing in. */
export const creditNotePath = (creditNote: string, key?: null | string): string =>
  `/credit-notes/${creditNote}.pdf${key ? `?key=${encodeURIComponent(key)}` : ''}`

/** Page on which another card is given for a subscription; by the key of a mail, without signing in. */
export const cardPath = (subscription: string, key?: null | string): string =>
  `/pay/card/${subscription}${key ? `?key=${encodeURIComponent(key)}` : ''}`

/** Page of the built-in test gateway on which a school pays for a plan. */
export const planGatewayPath = (session: string): string => `/pay/plan/${session}`

/** Page of the built-in test gateway for one of its sessions. */
export const gatewayPath = (session: string): string => `/pay/test/${session}`

/** Page that opens Paddle's checkout for the transaction which Paddle names after it. */
export const PADDLE_PAGE = '/pay/paddle'

/** What Paddle calls a transaction in the address of that page, and opens the checkout by. */
export const PADDLE_TRANSACTION = '_ptxn'

/** The script that opens Paddle's checkout; from another server that speaks Paddle's protocol, where tests have one. */
export const paddleScript = (apiBase: string | undefined): string =>
  new URL('/paddle/v2/paddle.js', apiBase ?? 'https://cdn.paddle.com').toString()

/** Where a buyer finds the invoice that a merchant of record issued for an order; by a key of the order, without signing in. */
export const merchantInvoicePath = (order: string, key?: null | string): string =>
  `/api/payments/merchant/${order}/invoice${key ? `?key=${encodeURIComponent(key)}` : ''}`
