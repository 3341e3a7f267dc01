import { PADDLE_PAGE } from '../commerce/paths'

/** Addresses on which somebody pays, or looks after what pays. */
const PAYMENT_PAGES = /^\/(?:checkout|account|orders|pay)(?:\/|$)/

/** Whether a page has to do with payments, and is kept from running any script but our own. */
export const isPaymentPage = (path: string): boolean => PAYMENT_PAGES.test(path)

/** Whether two pages stand under the same policy, so that one may be shown in the document that was loaded for the other. */
export const isSamePolicy = (one: string, other: string): boolean =>
  isPaymentPage(one) === isPaymentPage(other) && (one === PADDLE_PAGE) === (other === PADDLE_PAGE)

/** What a page may take from the servers of whoever's checkout it opens: scripts, styles, and the frame of the checkout. */
export type CheckoutSources = {
  frames: readonly string[]
  scripts: readonly string[]
  styles: readonly string[]
}

const NO_CHECKOUT: CheckoutSources = { frames: [], scripts: [], styles: [] }

/**
 * Paddle's checkout, as its script opens it over `/pay/paddle` and over no other page; all of it from `apiBase` where
 * another server speaks Paddle's protocol.
 */
export const checkoutOn = (path: string, { apiBase }: { apiBase?: string }): CheckoutSources => {
  if (path !== PADDLE_PAGE) {
    return NO_CHECKOUT
  }
  if (apiBase) {
    const { origin } = new URL(apiBase)

    return { frames: [origin], scripts: [`${origin}/paddle/`], styles: [] }
  }

  return {
    frames: ['https://buy.paddle.com', 'https://sandbox-buy.paddle.com'],
    scripts: ['https://cdn.paddle.com/paddle/'],
    styles: ['https://cdn.paddle.com', 'https://sandbox-cdn.paddle.com'],
  }
}

/** Where the build's files are at a host; nowhere, where its name could be read as more than one source. */
const filesAt = (host: string): string =>
  /^[\w.-]+(?::\d+)?$/.test(host) ? `${host}/_next/static/` : "'none'"

/**
 * The Content-Security-Policy of a page that has to do with payments (CSP level 3). Scripts are those that the build put
 * under `/_next/static/`, the few inline ones whose `hashes` (`sha256-…`) are named and, where the page is run by React,
 * those that carry its `nonce`. It is in no frame but the school's own, has none itself but that of the `checkout` it opens, and sends its forms nowhere else.
 */
export const paymentPolicy = ({
  cdn,
  checkout = NO_CHECKOUT,
  hashes,
  host,
  nonce,
}: {
  /** Origin that brings the build's files, where it is not the page's own. */
  cdn?: string
  checkout?: CheckoutSources
  hashes: readonly string[]
  host: string
  nonce?: string
}): string => {
  const files = cdn ? [cdn] : []
  const scripts = [
    ...(cdn ? [`${cdn}/_next/static/`] : []),
    filesAt(host),
    ...hashes.map((hash) => `'${hash}'`),
    ...(nonce ? [`'nonce-${nonce}'`] : []),
    ...checkout.scripts,
  ]
  const directives = {
    'base-uri': ["'none'"],
    'connect-src': ["'self'", ...files],
    'default-src': ["'self'"],
    'font-src': ["'self'", 'data:', ...files],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
    'frame-src': checkout.frames.length > 0 ? checkout.frames : ["'none'"],
    'img-src': ['*', 'blob:', 'data:'],
    // Whoever goes on from here to a lesson stays in this document, where a player feeds its film piece by piece.
    'media-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'script-src': scripts,
    'style-src': ["'self'", "'unsafe-inline'", ...files, ...checkout.styles],
    'worker-src': ["'self'"],
  }

  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}
