import { PADDLE_PAGE } from '../commerce/paths'
import { REPORTS_PATH } from '../identity/policyReports'
import { FRAME_ORIGINS } from '../media/embeds'

/** Addresses on which somebody pays, or looks after what pays. */
const PAYMENT_PAGES = /^\/(?:checkout|account|orders|pay)(?:\/|$)/

/** Addresses on which films play and lessons of other sites stand, or are made. */
const LESSON_PAGES = /^\/(?:admin|learn|preview)(?:\/|$)/

/** Where the platform's staff read mails, with pictures of whichever school they are from. */
const LETTER_PAGES = /^\/outbox(?:\/|$)/

/** Whether a page has to do with payments, and is kept from running any script but our own. */
export const isPaymentPage = (path: string): boolean => PAYMENT_PAGES.test(path)

type Kind = 'lesson' | 'letter' | 'paddle' | 'payment' | 'read'

/** What kind of page stands at a path, without the language of its address. */
const kindOf = (path: string): Kind => {
  if (path === PADDLE_PAGE) {
    return 'paddle'
  }
  if (isPaymentPage(path)) {
    return 'payment'
  }
  if (LESSON_PAGES.test(path)) {
    return 'lesson'
  }

  return LETTER_PAGES.test(path) ? 'letter' : 'read'
}

/** Whether two pages stand under the same policy, so that one may be shown in the document that was loaded for the other. */
export const isSamePolicy = (one: string, other: string): boolean => kindOf(one) === kindOf(other)

/** What a page may take from the servers of whoever's checkout it opens: scripts, styles, and the frame of the checkout. */
type CheckoutSources = {
  frames: readonly string[]
  scripts: readonly string[]
  styles: readonly string[]
}

const NO_CHECKOUT: CheckoutSources = { frames: [], scripts: [], styles: [] }

/**
 * Paddle's checkout, as its script opens it over `/pay/paddle` and over no other page; all of it from `apiBase` where
 * another server speaks Paddle's protocol.
 */
const checkoutOn = (apiBase?: string): CheckoutSources => {
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

/** A host with its port; null where its name could be read as more than one source. */
const namedHost = (host: string): null | string => (/^[\w.-]+(?::\d+)?$/.test(host) ? host : null)

/** Origins of an installation that stand beside the page's own. */
export type Origins = {
  /** Brings the build's files. */
  cdn?: string
  /** Films of providers that are asked at another address than their own, and the bucket of an installation. */
  films?: readonly string[]
  /** Hosts on which packages play, as a source: `*.packages.example.com`. */
  packages?: string
  /** Where another server speaks Paddle's protocol. */
  paddle?: string
}

/**
 * The Content-Security-Policy of a page at `path` (CSP level 3). Scripts are those that the build put under `/_next/static/`, the few inline ones whose
 * `hashes` (`sha256-…`) are named and, where the page is rendered for each request, those that carry its `nonce`; never `'self'`, since what is uploaded
 * to a school stands on the same host. A page is in no frame but the school's own, and sends its forms nowhere else.
 *
 * One that has to do with payments has no frame but that of the checkout it opens (PCI DSS 4.0.1, 6.4.3). Lessons take films, pictures and what
 * goes with them from any host over https: each school's providers have hosts of their own. Nothing of those can run.
 */
export const pagePolicy = ({
  hashes,
  host,
  nonce,
  origins: { cdn, films = [], packages, paddle } = {},
  path,
}: {
  hashes: readonly string[]
  host: string
  nonce?: string
  origins?: Origins
  path: string
}): string => {
  const kind = kindOf(path)
  const isPaid = kind === 'payment' || kind === 'paddle'
  const files = cdn ? [cdn] : []
  const further = kind === 'lesson' ? ['https:', ...films] : [...files, ...(isPaid ? [] : films)]
  const checkout = kind === 'paddle' ? checkoutOn(paddle) : NO_CHECKOUT
  const own = namedHost(host)
  const scripts = [
    ...(cdn ? [`${cdn}/_next/static/`] : []),
    ...(own ? [`${own}/_next/static/`] : []),
    ...hashes.map((hash) => `'${hash}'`),
    ...(nonce ? [`'nonce-${nonce}'`] : []),
    ...checkout.scripts,
  ]
  const frames = isPaid
    ? checkout.frames
    : ["'self'", ...FRAME_ORIGINS, ...(packages && kind === 'lesson' ? [packages] : [])]
  const directives = {
    'base-uri': ["'none'"],
    'connect-src': ["'self'", ...further],
    'default-src': ["'self'"],
    'font-src': ["'self'", 'data:', ...files],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
    'frame-src': frames.length > 0 ? frames : ["'none'"],
    'img-src':
      kind === 'letter' || isPaid
        ? ['*', 'blob:', 'data:']
        : ["'self'", 'blob:', 'data:', ...further],
    'media-src': ["'self'", 'blob:', ...further],
    'object-src': ["'none'"],
    'report-uri': [REPORTS_PATH],
    'script-src': scripts.length > 0 ? scripts : ["'none'"],
    'style-src': ["'self'", "'unsafe-inline'", ...files, ...checkout.styles],
    'worker-src': kind === 'lesson' ? ["'self'", 'blob:'] : ["'self'"],
  }

  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

const DOCUMENT_POLICY = "default-src 'none'; frame-ancestors 'self'"

/**
 * The policy of an answer that is no page, by its media type: nothing in it runs, loads or is framed elsewhere. A browser shows no PDF in a
 * sandbox; a drawing may style itself; a service worker asks its own host for pages.
 */
export const answerPolicy = (type: string): string => {
  const [media = ''] = type.split(';')
  switch (media.trim().toLowerCase()) {
    case 'application/javascript':
    case 'text/javascript':
      return `${DOCUMENT_POLICY}; connect-src 'self'`
    case 'application/pdf':
      return "default-src 'self'; script-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    case 'image/svg+xml':
      return `${DOCUMENT_POLICY}; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox`
    default:
      return DOCUMENT_POLICY
  }
}
