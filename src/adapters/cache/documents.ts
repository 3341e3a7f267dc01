import { DOCUMENT, FORM_ISLANDS, ISLAND, READER_PART } from '@/domain/pages/document'

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

/** Where a pointer rests is most likely gone to next; signing out, paying and the admin are nobody's guess. */
const SPECULATION = JSON.stringify({
  prefetch: [
    {
      eagerness: 'moderate',
      where: {
        and: [
          { href_matches: '/*' },
          {
            not: {
              href_matches: ['/admin*', '/api/*', '/checkout*', '/*.pdf', '/*\\?*'],
            },
          },
          { not: { selector_matches: '[target=_blank]' } },
        ],
      },
    },
  ],
})

const ISLANDS = new RegExp(
  `<(?:${ISLAND}\\b[^>]*\\bdata-island|${READER_PART}\\b[^>]*\\bdata-islands)="([\\w ]+)"`,
  'g',
)

/**
 * A document as it goes out: without React, which has nothing to do in it, and with the script that brings its
 * islands to life. All files which that will ask for are named at once, and none before what the page is painted with.
 * `base` stands before their paths.
 */
export const documentOf = (html: string, { parts, start }: IslandFiles, base = ''): string => {
  const plain = REACT.reduce((text, part) => text.replace(part, ''), html).replace(MARK, '')
  const names = [...plain.matchAll(ISLANDS)].flatMap(([, found = '']) => found.split(' '))
  const [language = ''] = /(?<=<html\b[^>]*\blang=")\w+/.exec(plain) ?? []
  const further = names.some((name) => FORM_ISLANDS.includes(name)) ? [`${language}.form`] : []
  const wanted = [language, ...further, ...names].flatMap((name) => parts[name] ?? [])
  const files = [...new Set([...start, ...wanted])]
  const head = [
    ...files.map((file) => `<link rel="modulepreload" href="${base}${file}" fetchpriority="low"/>`),
    `<script type="module" src="${base}${start[0] ?? ''}" fetchpriority="low"></script>`,
    `<script type="speculationrules">${SPECULATION}</script>`,
  ]

  return plain.replace('</head>', `${head.join('')}</head>`)
}
