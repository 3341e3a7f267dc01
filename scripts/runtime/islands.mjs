import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { build } from 'esbuild'
import compile from 'icu-minify/compile'

import {
  DOCUMENT_SENTENCES,
  ELSEWHERE,
  FORM_SENTENCES,
  UNHEARD,
} from '../../src/i18n/documentSentences.ts'
import { inRoot, root } from './paths.mjs'

/** Where Next serves built files for ever, each under a name that says what is in it. */
const PLACE = '.next/static/islands'

/** What stands in for Next where a component runs without it. */
const NEXTS = {
  'next-intl': 'use-intl',
  'next/image': inRoot('src/browser/next/image.tsx'),
  'next/link': inRoot('src/browser/next/link.tsx'),
  'next/navigation': inRoot('src/browser/next/navigation.ts'),
}

/** What islands are made with: React's interface, at a tenth of its weight, and sentences that were parsed before. */
const LIGHTER = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'use-intl/format-message': 'use-intl/format-message/format-only',
}

/** @typedef {{ [name: string]: Messages | string }} Messages */

/**
 * Messages as the browser takes them, which then need no parser.
 * @param {Messages} messages
 * @returns {object}
 */
const compiled = (messages) =>
  Object.fromEntries(
    Object.entries(messages).map(([name, message]) => [
      name,
      typeof message === 'string' ? compile(message) : compiled(message),
    ]),
  )

/**
 * Some namespaces of the messages in the file of a language, without what is said elsewhere alone and the errors that nobody hears of there.
 * @param {string} file
 * @param {readonly string[]} names
 * @returns {Promise<import('esbuild').OnLoadResult>}
 */
const sentencesOf = async (file, names) => {
  const { default: all } = await import(file, { with: { type: 'json' } })
  const left = new Set([...ELSEWHERE, ...UNHEARD.map((code) => `errors.${code}`)].map(String))
  const some = names.map((name) => [
    name,
    Object.fromEntries(Object.entries(all[name]).filter(([key]) => !left.has(`${name}.${key}`))),
  ])

  return { contents: JSON.stringify(compiled(Object.fromEntries(some))), loader: 'json' }
}

/**
 * Leaves of the messages what documents say, and makes of them a file of its own for what only forms say.
 * @type {import('esbuild').Plugin}
 */
const fewSentences = {
  name: 'few-sentences',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^@\/messages\/\w+\.form\.json$/ }, ({ path }) => ({
      namespace: 'form',
      path: inRoot(path.replace('@/', 'src/')),
    }))
    onLoad({ filter: /\.form\.json$/, namespace: 'form' }, ({ path }) =>
      sentencesOf(path.replace('.form', ''), FORM_SENTENCES),
    )
    onLoad({ filter: /src\/messages\/\w+\.json$/ }, ({ path }) =>
      sentencesOf(path, DOCUMENT_SENTENCES),
    )
  },
}

/** What the browser's part of a page and the server's have in common. */
const COMMON = /** @type {const} */ ({
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  define: { 'process.env.NODE_ENV': '"production"' },
  jsx: 'automatic',
  legalComments: 'none',
})

/** What the script that starts runs once the page can be seen, on every page. */
const AFTER_PAINT = 'alive'

const urlOf = (/** @type {string} */ file) => `/_next/static/islands/${basename(file)}`

/**
 * Everything a file needs before it runs, itself first; what it may ask for later is left out.
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @param {string} file
 * @param {Set<string>} [found]
 * @returns {string[]}
 */
const neededBy = (outputs, file, found = new Set()) => {
  if (!found.has(file)) {
    found.add(file)
    for (const { kind, path } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement') {
        neededBy(outputs, path, found)
      }
    }
  }

  return [...found]
}

/**
 * Builds what makes documents alive, beside what Next has built, and a list of it: the script that starts, and for each
 * island and language the files that it will need, so that a page can name them all at once.
 */
export const buildIslands = async () => {
  rmSync(inRoot(PLACE), { force: true, recursive: true })
  const { metafile } = await build({
    ...COMMON,
    alias: { ...NEXTS, ...LIGHTER },
    chunkNames: '[name]-[hash]',
    entryNames: '[name]-[hash]',
    entryPoints: ['src/browser/main.ts'],
    format: 'esm',
    metafile: true,
    minify: true,
    outdir: PLACE,
    plugins: [fewSentences],
    splitting: true,
    target: 'es2022',
  })
  const { outputs } = metafile
  const urlsOf = (/** @type {string} */ file) => neededBy(outputs, file).map(urlOf)
  const [start = ''] = Object.keys(outputs).filter((file) => /\/main-\w+\.js$/.test(file))
  const parts = Object.fromEntries(
    Object.entries(outputs).flatMap(([file, { entryPoint }]) =>
      entryPoint && file !== start
        ? [[basename(entryPoint).replace(/\.\w+$/, ''), urlsOf(file)]]
        : [],
    ),
  )
  const { [AFTER_PAINT]: after = [], ...islands } = parts
  mkdirSync(inRoot('.next'), { recursive: true })
  writeFileSync(
    join(inRoot('.next'), 'islands.json'),
    JSON.stringify({ parts: islands, start: [...new Set([...urlsOf(start), ...after])] }),
  )
}

/** Builds what renders, on the server and without Next, the parts of pages that are one reader's. */
export const buildParts = async () => {
  await build({
    ...COMMON,
    alias: NEXTS,
    entryPoints: ['src/browser/parts.tsx'],
    format: 'cjs',
    outfile: '.next/parts.cjs',
    platform: 'node',
    target: 'node24',
  })
}
