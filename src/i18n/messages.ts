import type { RuleCode } from '@/domain/errors'
import type { Locale } from '@/domain/tenancy/locales'

import { DOCUMENT_SENTENCES } from './documentSentences'

import en from '@/messages/en.json' with { type: 'json' }
import he from '@/messages/he.json' with { type: 'json' }
import ru from '@/messages/ru.json' with { type: 'json' }

/** Every sentence of the interface, by namespace and key. English is the shape the others follow. */
export type Messages = typeof en

/** Codes of the edge that no rule throws. */
type EdgeCode =
  | 'badInput'
  | 'badLink'
  | 'challengeNeeded'
  | 'conflict'
  | 'crossOrigin'
  | 'forbidden'
  | 'maintenance'
  | 'notFound'
  | 'rateLimited'
  | 'serverError'
  | 'signInRequired'
  | 'tooLarge'
  | 'tooMany'
  | 'unavailable'

/** A code that an answer of the API can carry; `errors.<code>` is its sentence. */
type ErrorCode = EdgeCode | RuleCode

const MESSAGES: Record<Locale, Messages> = {
  en: en satisfies { errors: Record<ErrorCode, string> },
  he,
  ru,
}

/** The interface's sentences in one language. */
export const messagesOf = (locale: Locale): Messages => MESSAGES[locale]

/**
 * The sentences that components in the browser need, by the kind of page: the rest stays on the
 * server, and out of what every visitor downloads.
 */
const IN_BROWSER = {
  account: [
    'account',
    'auth',
    'certificate',
    'checkout',
    'common',
    'course',
    'errors',
    'gifts',
    'pages',
    'shell',
    'signIn',
    'ui',
  ],
  class: ['common', 'course', 'embeds', 'errors', 'learn', 'pages', 'shell', 'ui'],
  discussion: ['common', 'discussion', 'errors', 'pages', 'shell', 'ui'],
  form: [
    'auth',
    'checkout',
    'common',
    'course',
    'errors',
    'gateway',
    'gifts',
    'pages',
    'shell',
    'signIn',
    'ui',
    'upsell',
  ],
  public: DOCUMENT_SENTENCES,
} as const satisfies Record<string, readonly (keyof Messages)[]>

const texts = new Map<string, string>()

/** Those sentences as JSON, for `Sentences`. */
export const browserMessages = (locale: Locale, kind: keyof typeof IN_BROWSER): string => {
  const key = `${locale} ${kind}`
  const all = messagesOf(locale)
  const text =
    texts.get(key) ??
    JSON.stringify(Object.fromEntries(IN_BROWSER[kind].map((name) => [name, all[name]])))
  texts.set(key, text)

  return text
}
