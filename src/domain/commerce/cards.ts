/** What a kept card, or account, is known by to its holder: no more of it is ever stored. The month counts from 1. */
export type CardFace = {
  /** In lower case, as `visa` or `paypal`. */
  brand: string
  expiresMonth: null | number
  expiresYear: null | number
  last4: null | string
}

/** What only its brand is known of, as an account with PayPal. */
export const facelessCard = (brand: string): CardFace => ({
  brand,
  expiresMonth: null,
  expiresYear: null,
  last4: null,
})

const BRANDS: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  paypal: 'PayPal',
  rupay: 'RuPay',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

/** A brand as it writes itself; null for one that nobody knows, as that of the test gateway. */
export const brandName = (brand: string): null | string => BRANDS[brand] ?? null

/** Whether a card's last month is over at `now`; one without an end never is. */
export const isPastEnd = ({ expiresMonth, expiresYear }: CardFace, now: Date): boolean =>
  expiresMonth !== null &&
  expiresYear !== null &&
  now >= new Date(Date.UTC(expiresYear, expiresMonth))
