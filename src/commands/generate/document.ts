import { readdir } from 'node:fs/promises'
import path from 'node:path'

import type { Source } from './facts'
import type { GeneratedFile } from './files'

import { factsInUse, factsTable } from './facts'
import { textOf } from './files'

const DOCUMENT = 'docs/architecture.md'
const PLACES = ['collections', 'endpoints', 'hooks', 'src/operations']
const START = '<!-- facts: written by `npm run generate` -->'
const END = '<!-- end of facts -->'

/** The document of the architecture with its table of facts as the sources have it; throws without the table's marks. */
export const documentFacts = async (root: string): Promise<GeneratedFile> => {
  const text = await textOf(path.join(root, DOCUMENT))
  const [start, end] = [text.indexOf(START), text.indexOf(END)]
  if (start < 0 || end < start) {
    throw new Error(`${DOCUMENT} has lost the marks around its table of facts: ${START} … ${END}`)
  }
  const table = factsTable(
    factsInUse({
      declaration: await textOf(path.join(root, 'src/domain/facts.ts')),
      sources: await sourcesIn(root),
    }),
  )

  return {
    file: DOCUMENT,
    text: `${text.slice(0, start)}${START}\n\n${table}\n\n${text.slice(end)}`,
  }
}

/** Every source in which facts are announced or reacted to, tests left out, in the order of their paths. */
const sourcesIn = async (root: string): Promise<Source[]> => {
  const found = await Promise.all(
    PLACES.map(async (place) =>
      (await readdir(path.join(root, place), { recursive: true }))
        .filter((file) => /(?<!\.test)\.ts$/.test(file))
        .map((file) => `${place}/${file.split(path.sep).join('/')}`),
    ),
  )

  return Promise.all(
    found
      .flat()
      .sort()
      .map(async (file) => ({ file, text: await textOf(path.join(root, file)) })),
  )
}
