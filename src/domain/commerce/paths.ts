/** Page on which a purchase is looked over before it is paid. */
export const checkoutPath = ({
  cohorts = [],
  coupon,
  offers,
}: {
  cohorts?: readonly string[]
  coupon?: null | string
  offers: readonly string[]
}): string => {
  const query = new URLSearchParams([
    ...offers.map((offer) => ['offer', offer]),
    ...cohorts.map((cohort) => ['cohort', cohort]),
    ...(coupon ? [['coupon', coupon]] : []),
  ])

  return `/checkout?${query.toString()}`
}

/** Page a buyer comes to once she has paid, or has got something for nothing; a guest's carries the key of the order. */
export const completePath = (order: string, key?: null | string): string =>
  `/orders/${order}/thanks${key ? `?key=${encodeURIComponent(key)}` : ''}`

/** Where an invoice is downloaded; by a key of its order, without signing in. */
export const invoicePath = (invoice: string, key?: null | string): string =>
  `/invoices/${invoice}.pdf${key ? `?key=${encodeURIComponent(key)}` : ''}`

/** Page of the built-in test gateway for one of its sessions. */
export const gatewayPath = (session: string): string => `/pay/test/${session}`
