import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

import { ISLANDS } from '@/browser/islands'

/** Where the pages that are documents stand. */
const DOCUMENTS = 'src/app/(site)/s/[[]tenant[]]/[[]locale[]]/{(read),(buy)}/**/*.tsx'

/** What runs in the browser elsewhere, and in a document only has to look right. */
const STILL = [
  'app/(site)/s/[tenant]/[locale]/(read)/error.tsx',
  'components/shell/NotFound.tsx',
  'components/shell/Sentences.tsx',
  'components/ui/AsideSheet.tsx',
  'components/ui/Checkbox.tsx',
  'components/ui/Field.tsx',
  'components/ui/Input.tsx',
  'components/ui/RadioGroup.tsx',
  'components/ui/Select.tsx',
]

const ROOTS = { '@/': 'src/', '@blocks/': 'blocks/' }

const IMPORT = /^\s*(?:import|export)\s+(?!type\b)[^'"]*?from\s+'([^']+)'/gm

const fileOf = (from: string, name: string): string | undefined => {
  const [root] = Object.entries(ROOTS).filter(([alias]) => name.startsWith(alias))
  const base = root
    ? `${root[1]}${name.slice(root[0].length)}`
    : name.startsWith('.')
      ? path.join(path.dirname(from), name)
      : undefined

  return ['.tsx', '.ts', '/index.ts', '']
    .map((end) => `${base}${end}`)
    .find((file) => base && existsSync(file) && statSync(file).isFile())
}

/** Files that run in the browser and are reached from `files` through such as do not. */
const clientsFrom = (files: readonly string[], seen = new Set<string>()): string[] =>
  files.flatMap((file) => {
    if (seen.has(file)) {
      return []
    }
    seen.add(file)
    const text = readFileSync(file, 'utf8')

    return text.startsWith("'use client'")
      ? [file]
      : clientsFrom(
          [...text.matchAll(IMPORT)].flatMap(([, name = '']) => fileOf(file, name) ?? []),
          seen,
        )
  })

const nameOf = (file: string): string => path.basename(file, '.tsx')

describe('documents', () => {
  const clients = clientsFrom(globSync(DOCUMENTS))

  it('hold nothing that waits for React: what comes alive in them is an island', () => {
    const others = clients.filter(
      (file) => !(nameOf(file) in ISLANDS) && !STILL.includes(file.replace(/^src\//, '')),
    )

    expect(others).toEqual([])
  })

  it('are all found, with every island that there is', () => {
    expect(clients.map(nameOf)).toEqual(expect.arrayContaining(Object.keys(ISLANDS)))
  })

  it.each(Object.entries(ISLANDS))('find the island %s under its name', async (_, load) => {
    expect(await load()).toBeInstanceOf(Function)
  })
})
