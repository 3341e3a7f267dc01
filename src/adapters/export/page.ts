import { createTranslator } from 'next-intl'

import type { Locale } from '@/domain/tenancy/locales'

import en from '@/messages/export/en.json' with { type: 'json' }
import he from '@/messages/export/he.json' with { type: 'json' }
import ru from '@/messages/export/ru.json' with { type: 'json' }

const MESSAGES: Record<Locale, typeof en> = { en, he, ru }

export type PartName = keyof typeof en.parts

const wordsOf = (locale: Locale) => createTranslator({ locale, messages: MESSAGES[locale] })

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

const escaped = (text: string): string => text.replace(/["&'<>]/g, (sign) => ESCAPES[sign] ?? '')

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

/** A value as a person reads it: moments in UTC, lists line by line, anything else as it is. */
const shown = (value: unknown, locale: Locale): string => {
  if (value === null || value === undefined || value === '') {
    return '–'
  }
  if (typeof value === 'string') {
    return MOMENT.test(value) && !Number.isNaN(Date.parse(value))
      ? `<time datetime="${escaped(value)}">${escaped(moment(value, locale))}</time>`
      : `<span dir="auto">${escaped(value)}</span>`
  }
  if (typeof value === 'object') {
    return `<pre dir="ltr">${escaped(JSON.stringify(value, null, 2))}</pre>`
  }

  return escaped(JSON.stringify(value))
}

const moment = (value: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(value))

/** `paidAt` as “paid at”: the names are those of the JSON beside it. */
const label = (key: string): string => key.replace(/([A-Z])/g, ' $1').toLowerCase()

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;border-block-start:1px solid #8886;padding-block:1rem;margin:0}
dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}pre{margin:0;white-space:pre-wrap;font-size:.875rem}li{margin-block:.25rem}`

const opening = (locale: Locale, title: string): string =>
  `<!doctype html><html lang="${locale}" dir="${locale === 'he' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">` +
  `<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>`

const CLOSING = '</body></html>\n'

/** The page of one part, row by row as they come. */
export async function* partPage({
  name,
  locale,
  rows,
}: {
  locale: Locale
  name: PartName
  rows: AsyncIterable<Record<string, unknown>>
}): AsyncGenerator<string> {
  const t = wordsOf(locale)
  const title = t(`parts.${name}`)
  yield `${opening(locale, title)}<p><a href="../index.html">${escaped(t('all'))}</a></p><h1>${escaped(title)}</h1>`
  for await (const one of rows) {
    const lines = Object.entries(one).map(
      ([key, value]) => `<dt dir="ltr">${escaped(label(key))}</dt><dd>${shown(value, locale)}</dd>`,
    )
    yield `<dl>${lines.join('')}</dl>`
  }
  yield CLOSING
}

/** The first page: what there is, how much of it, and what could not be put in. */
export const indexPage = ({
  at,
  files,
  left,
  locale,
  parts,
  school,
}: {
  at: Date
  files: readonly string[]
  /** Files for which there was no room. */
  left: readonly string[]
  locale: Locale
  parts: readonly { count: number; name: PartName }[]
  school: string
}): string => {
  const t = wordsOf(locale)
  const title = t('title', { school })
  const link = (href: string, text: string) =>
    `<a href="${escaped(encodeURI(href))}">${escaped(text)}</a>`
  const filled = parts.filter(({ count }) => count > 0)
  const empty = parts.filter(({ count }) => count === 0)

  return [
    opening(locale, title),
    `<h1>${escaped(title)}</h1><p>${escaped(t('lead', { date: moment(at.toISOString(), locale) }))}</p><ul>`,
    ...filled.map(
      ({ name, count }) => `<li>${link(`html/${name}.html`, t(`parts.${name}`))} (${count})</li>`,
    ),
    '</ul>',
    ...(files.length > 0
      ? [
          `<h2>${escaped(t('files'))}</h2><ul>`,
          ...files.map((file) => `<li>${link(file, file)}</li>`),
          '</ul>',
        ]
      : []),
    ...(left.length > 0
      ? [
          `<h2>${escaped(t('left'))}</h2><ul>`,
          ...left.map((file) => `<li>${escaped(file)}</li>`),
          '</ul>',
        ]
      : []),
    `<h2>${escaped(t('empty'))}</h2><p>`,
    empty.map(({ name }) => escaped(t(`parts.${name}`))).join(', '),
    '</p>',
    CLOSING,
  ].join('')
}
