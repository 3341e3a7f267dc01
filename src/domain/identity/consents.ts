/** Texts of the school that one agrees to by an act; each is a page, and its slug the purpose. */
export const AGREED_BY_SIGNING_UP = ['terms', 'privacy'] as const

/** What a visitor is asked before it loads: films and documents of other sites, which learn who looks and may keep cookies. */
export const CHOICES = ['embeds'] as const

export type Choice = (typeof CHOICES)[number]

/** Mails that somebody agrees to rather than asks for by an act. */
const AGREED_MAILS = ['courseUpdates', 'reminders'] as const

export type AgreedMail = (typeof AGREED_MAILS)[number]

export const isAgreedMail = (topic: string): topic is AgreedMail =>
  AGREED_MAILS.some((one) => one === topic)

/** What somebody can agree to. */
export const PURPOSES = ['terms', 'privacy', 'refunds', ...CHOICES, ...AGREED_MAILS] as const

export type Purpose = (typeof PURPOSES)[number]

/** Consents that outlive an account: what was agreed to with a contract. */
export const KEPT_PURPOSES: readonly Purpose[] = ['terms', 'privacy', 'refunds']

/** Whether somebody can take a consent back and stay: a contract ends with the account alone. */
export const isRevocable = (purpose: Purpose): boolean => !KEPT_PURPOSES.includes(purpose)

/** By what act a consent was given or taken back. */
export const MEANS = ['signUp', 'checkout', 'banner', 'account', 'unsubscribe'] as const

export type Means = (typeof MEANS)[number]

/** How a consent stands: what was said of its purpose last, and when (ISO 8601). */
export type ConsentState = {
  at: string
  isGiven: boolean
  /** The title of the text agreed to; null for what has none. */
  page: null | string
  purpose: Purpose
}

/** Groups of four hexadecimal digits that are left of an IPv6 address: a site of its own has at least a /48. */
const GROUPS = 3

/**
 * An address as it is kept as evidence: the network that it is of, a /24 of IPv4 and a /48 of IPv6, which names no machine. Null
 * for what is none.
 */
export const shortenedAddress = (address: null | string): null | string => {
  const four = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address?.trim() ?? '')
  if (four) {
    return `${four[1]}.0`
  }
  const [head = '', tail] = address?.trim().toLowerCase().split('::') ?? []
  const groups = head ? head.split(':') : []
  const isSix =
    address?.includes(':') === true && [...groups, ...(tail ?? '').split(':')].every(isGroup)

  return isSix
    ? `${[...groups, '0', '0', '0']
        .slice(0, GROUPS)
        .map((group) => group.replace(/^0+(?=.)/, ''))
        .join(':')}::`
    : null
}

const isGroup = (text: string): boolean => /^[\da-f]{0,4}$/.test(text)
