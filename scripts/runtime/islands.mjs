import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { build } from 'esbuild'

import { DOCUMENT_SENTENCES } from '../../src/i18n/documentSentences.ts'
import { inRoot, root } from './paths.mjs'

/** Where Next serves built files for ever, each under a name that says what is in it. */
const PLACE = '.next/static/islands'

/** What islands are made with: React's interface, at a tenth of its weight, and a browser in place of Next's router. */
const INSTEAD = {
  'next-intl': 'use-intl',
  'next/image': inRoot('src/browser/next/image.tsx'),
  'next/link': inRoot('src/browser/next/link.tsx'),
  'next/navigation': inRoot('src/browser/next/navigation.ts'),
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
}

/**
 * Leaves of the messages what documents say.
 * @type {import('esbuild').Plugin}
 */
const fewSentences = {
  name: 'few-sentences',
  setup: ({ onLoad }) =>
    onLoad({ filter: /src\/messages\/\w+\.json$/ }, async ({ path }) => {
      const { default: all } = await import(path, { with: { type: 'json' } })

      return {
        contents: JSON.stringify(
          Object.fromEntries(DOCUMENT_SENTENCES.map((name) => [name, all[name]])),
        ),
        loader: 'json',
      }
    }),
}

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
    absWorkingDir: root,
    alias: INSTEAD,
    bundle: true,
    chunkNames: '[name]-[hash]',
    define: { 'process.env.NODE_ENV': '"production"' },
    entryNames: '[name]-[hash]',
    entryPoints: ['src/browser/main.ts'],
    format: 'esm',
    jsx: 'automatic',
    legalComments: 'none',
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
  const parts = Object.entries(outputs).flatMap(([file, { entryPoint }]) =>
    entryPoint && file !== start
      ? [[basename(entryPoint).replace(/\.\w+$/, ''), urlsOf(file)]]
      : [],
  )
  mkdirSync(inRoot('.next'), { recursive: true })
  writeFileSync(
    join(inRoot('.next'), 'islands.json'),
    JSON.stringify({ parts: Object.fromEntries(parts), start: urlsOf(start) }),
  )
}
