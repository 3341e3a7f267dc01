import type { KeyRate } from './apiKeys'

import { KEY_RATES } from './apiKeys'

/** By what requests are counted: the address they come from, the session or token they carry, the whole school. */
export type CountedBy = 'address' | 'caller' | 'school'

export type RequestLimit = {
  /** Whether a form is behind it that, beyond half of the limit, is taken only with something worked out (see `challenges.ts`). */
  asks?: true
  /** Requests in a window, by what they are counted. */
  most: Readonly<Partial<Record<CountedBy, number>>>
  name: string
  /** Whether it concerns a request. */
  of: (asked: { hasToken: boolean; isSearch: boolean; method: string; path: string }) => boolean
  /** Length of a window. */
  seconds: number
}

const isPost = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/**
 * Whether a request counts among all that an address asks of a school. Reading does not, nor what players report every ten seconds: hundreds of
 * students may learn behind one address.
 */
export const countsForAddress = ({ method, path }: { method: string; path: string }): boolean =>
  isPost(method) && !path.startsWith('/api/progress/')

const posts =
  (paths: RegExp): RequestLimit['of'] =>
  ({ method, path }) =>
    isPost(method) && paths.test(path)

/**
 * Whether a request has a password hashed, which fills a core for its while: such requests of a school wait in a line of their own, and nobody who
 * reads waits behind them.
 */
export const isHashing: (asked: { method: string; path: string }) => boolean = ({ method, path }) =>
  isPost(method) &&
  /^\/api\/(?:account\/proof|auth\/(?:change-password|reset-password|sign-in\/email|sign-up\/email)|tokens)$/.test(
    path,
  )

/** Requests a minute of an API client, where its school's plan says nothing else. */
const API_DEFAULT = 100

/** How many an API client may make in a minute: with a key as its class says, and no more than `plan` where that says anything; else as the plan says. */
export const apiMost = ({ plan, rate }: { plan: null | number; rate: KeyRate | null }): number =>
  rate === null ? (plan ?? API_DEFAULT) : Math.min(KEY_RATES[rate], plan ?? KEY_RATES[rate])

/**
 * What may be asked how often. The numbers for an address leave room for a class behind one router; those for a school are what an attack by
 * many addresses meets. Windows begin with their first request, so twice the number fits around the end of one.
 */
export const REQUEST_LIMITS: readonly RequestLimit[] = [
  {
    name: 'sign-in',
    most: { address: 30, school: 1200 },
    of: posts(
      /^\/api\/(?:auth\/sign-in\/.+|sign-in\/(?:mail\/(?:code|open)|passkey|step)|switch|tokens)$/,
    ),
    seconds: 60,
  },
  {
    name: 'sign-up',
    asks: true,
    most: { address: 20, school: 600 },
    of: posts(/^\/api\/auth\/sign-up(?:\/|$)/),
    seconds: 60,
  },
  {
    name: 'mail',
    asks: true,
    most: { address: 10, school: 300 },
    of: posts(
      /^\/api\/(?:auth\/(?:request-password-reset|send-verification-email|forget-password)|sign-in\/mail)$/,
    ),
    seconds: 60,
  },
  {
    name: 'checkout',
    most: { address: 60, caller: 30, school: 1200 },
    of: posts(/^\/api\/(?:checkout|orders|upsells|gifts)(?:\/|$)/),
    seconds: 60,
  },
  {
    name: 'search',
    most: { address: 600, school: 3000 },
    of: ({ isSearch }) => isSearch,
    seconds: 60,
  },
  {
    name: 'posting',
    most: { address: 600, caller: 30, school: 1200 },
    of: posts(
      /^\/api\/(?:cohorts\/[^/]+\/discussion|discussion|courses\/[^/]+\/reviews|notes)(?:\/|$)/,
    ),
    seconds: 60,
  },
  {
    // Directories send their people one by one, and thousands of them on the first day.
    name: 'scim',
    most: { address: 1200, caller: 1200, school: 3000 },
    of: ({ path }) => path.startsWith('/api/scim/'),
    seconds: 60,
  },
  {
    name: 'api',
    most: { address: 1200, caller: API_DEFAULT, school: 6000 },
    of: ({ hasToken, path }) =>
      hasToken && path.startsWith('/api/') && !path.startsWith('/api/scim/'),
    seconds: 60,
  },
]

/** The form that a request sends, where it is one that something may have to be worked out for. */
export const formOf = (asked: Parameters<RequestLimit['of']>[0]): null | string =>
  REQUEST_LIMITS.find(({ asks, of }) => asks && of(asked))?.name ?? null

/** What was counted in one window: how often so far, and in how many ms it ends. */
export type Counted = { count: number; ends: number; most: number; name: string; seconds: number }

/** Whether one request more is too many. */
export const isOver = ({ count, most }: Counted): boolean => count > most

/** Whether more than half of a limit is used up: whoever sends the form now has to show that it is worth some work. */
export const isPressed = ({ count, most }: Counted): boolean => 2 * count > most

const left = ({ count, most }: Counted): number => Math.max(0, most - count)

const secondsLeft = ({ ends }: Counted): number => Math.max(1, Math.ceil(ends / 1000))

/** The window of which least is left: what a client has to know. */
const tightest = (all: readonly Counted[]): Counted | undefined =>
  [...all].sort((one, other) => left(one) / one.most - left(other) / other.most)[0]

/**
 * Headers that tell a client where it stands (draft-ietf-httpapi-ratelimit-headers-10: a name with `q` the quota, `w` the window, `r` what is
 * left and `t` the seconds until it begins anew), and how long to wait once it was too often (RFC 9110, 10.2.3).
 */
export const limitHeaders = (all: readonly Counted[]): Record<string, string> => {
  const one = tightest(all)
  if (!one) {
    return {}
  }
  const over = all.filter(isOver)

  return {
    RateLimit: `"${one.name}";r=${left(one)};t=${secondsLeft(one)}`,
    'RateLimit-Policy': `"${one.name}";q=${one.most};w=${one.seconds}`,
    ...(over.length > 0 && { 'Retry-After': String(Math.max(...over.map(secondsLeft))) }),
  }
}

/**
 * Wrong passwords for one account, in so many seconds, from browsers that never were signed in to it, wherever they are (OWASP ASVS 4.0.3, 2.2.1:
 * a hundred failures an hour at most).
 */
export const STRANGERS = { most: 100, seconds: 3600 }

/** Seconds that somebody waits after failing to sign in `failures` times in a row: none at first, then twice as long each time, up to a quarter of an hour. */
export const waitAfter = (failures: number): number =>
  failures < 5 ? 0 : Math.min(2 ** (failures - 4), 900)
