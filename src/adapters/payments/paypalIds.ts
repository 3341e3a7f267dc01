/** What our order, or our refund of it, is called at PayPal: its `custom_id`, of at most 127 characters. */
export type PayPalName = {
  isClosed?: boolean
  /** Whether the account that pays is kept. */
  keepsCard?: boolean
  order: string
  refund?: string
  tenant: string
}

const CLOSED = 'closed'
const KEPT = 'kept'

/** `<tenant>/<order>`, with `/kept` where who pays is charged again, `/closed` once nobody should pay it, or `/<refund>` where money goes back. */
export const nameAtPayPal = ({
  isClosed = false,
  keepsCard = false,
  order,
  refund,
  tenant,
}: PayPalName): string =>
  [tenant, order, isClosed ? CLOSED : keepsCard ? KEPT : refund].filter(Boolean).join('/')

/** What `nameAtPayPal` wrote; null for anything else. */
export const namedAtPayPal = (text: null | string | undefined): null | PayPalName => {
  const [tenant, order, last, ...rest] = (text ?? '').split('/')
  if (!tenant || !order || rest.length > 0) {
    return null
  }
  const isClosed = last === CLOSED
  const keepsCard = last === KEPT

  return {
    isClosed,
    keepsCard,
    order,
    ...(last && !isClosed && !keepsCard && { refund: last }),
    tenant,
  }
}

const SETUP = /^setup_([A-Z]{3})_(.+)$/

/** A session on which an account is kept and nothing is paid: PayPal's setup token, and the currency of what is to come. */
export const setupSession = ({ currency, token }: SetupName): string => `setup_${currency}_${token}`

export type SetupName = { currency: string; token: string }

/** What `setupSession` wrote; null for a session of an order. */
export const setupIn = (session: string): null | SetupName => {
  const [, currency, token] = SETUP.exec(session) ?? []

  return currency && token ? { currency, token } : null
}
