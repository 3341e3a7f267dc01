import { DOCUMENT, FORM_ISLANDS, ISLAND, READER_PART } from '@/domain/pages/document'
import { LATER } from '@/domain/pages/later'
import { SPECULATION } from '@/domain/pages/speculation'

/** The files of the browser's part of documents: those of the script that starts, and of each island and language. */
export type IslandFiles = {
  parts: Readonly<Record<string, readonly string[]>>
  start: readonly string[]
}

const MARK = `<meta ${Object.entries(DOCUMENT)
  .map(([name, value]) => `${name}="${value}"`)
  .join(' ')}/>`

/** Whether the beginning of a page says that it is a document. */
export const isDocument = (beginning: string): boolean => beginning.includes(MARK)

/** Next's own: its scripts, what has them fetched early, and the page written out once more for React. */
const REACT = [
  /<script\b[^>]*\bsrc="[^"]*\/_next\/static\/[^"]*"[^>]*><\/script>/g,
  /<link\b(?=[^>]*\brel="preload")(?=[^>]*\bas="script")[^>]*>/g,
  /<script\b[^>]*>(?:\(?self\.__next_|\(globalThis\["TURBOPACK"\])[\s\S]*?<\/script>/g,
]

const ISLANDS = new RegExp(
  `<(?:${ISLAND}\\b[^>]*\\bdata-island|${READER_PART}\\b[^>]*\\bdata-islands)="([\\w ]+)"`,
  'g',
)

const FORMS = new RegExp(`<${ISLAND}\\b[^>]*\\bdata-form=`)

/**
 * A document as it goes out: without React, which has nothing to do in it, and with the script that brings its
 * islands to life. The script is told all files that will be asked for, so that it has them fetched at once, and none
 * before the page is painted. `base` stands before their paths.
 */
export const documentOf = (html: string, { parts, start }: IslandFiles, base = ''): string => {
  const plain = REACT.reduce((text, part) => text.replace(part, ''), html).replace(MARK, '')
  const names = [...plain.matchAll(ISLANDS)].flatMap(([, found = '']) => found.split(' '))
  const [language = ''] = /(?<=<html\b[^>]*\blang=")\w+/.exec(plain) ?? []
  const hasForm = names.some((name) => FORM_ISLANDS.includes(name)) || FORMS.test(plain)
  const further = hasForm ? [`${language}.form`] : []
  const wanted = [language, ...further, ...names].flatMap((name) => parts[name] ?? [])
  const [first = '', ...later] = [...new Set([...start, ...wanted])].map((file) => `${base}${file}`)
  const head = [
    `<script type="module" src="${first}" ${LATER}="${later.join(' ')}" fetchpriority="low"></script>`,
    `<script type="speculationrules">${SPECULATION}</script>`,
  ]

  return plain.replace('</head>', `${head.join('')}</head>`)
}
