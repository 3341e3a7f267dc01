/** A source file; `file` is its path below the repository's root, with forward slashes. */
export type Source = { file: string; text: string }

/** A fact, the files that announce it, and the reactions to it, each with its domain. */
export type FactInUse = {
  announcedIn: string[]
  fact: string
  reactions: { domain: string; name: string }[]
}

const FACT = /^\s*'(\w+\.\w+)':/gm
const ANNOUNCED = /\bfact: '(\w+\.\w+)'/g
const REACTION = /\breaction\(\{\s*name: '(\w+)',(?:\s*concerns: [^\n]+,)?\s*on: '(\w+\.\w+)'/g

/** What is found of every fact in the sources: `declaration` is the text of `src/domain/facts.ts`. */
export const factsInUse = ({
  declaration,
  sources,
}: {
  declaration: string
  sources: readonly Source[]
}): FactInUse[] => {
  const announced = sources.flatMap(({ file, text }) =>
    [...text.matchAll(ANNOUNCED)].map(([, fact]) => ({ fact, file })),
  )
  const reactions = sources.flatMap(({ file, text }) =>
    [...text.matchAll(REACTION)].map(([, name = '', on]) => ({ name, domain: domainOf(file), on })),
  )

  return [...declaration.matchAll(FACT)].map(([, fact = '']) => ({
    announcedIn: [...new Set(announced.filter((one) => one.fact === fact).map(({ file }) => file))],
    fact,
    reactions: reactions
      .filter(({ on }) => on === fact)
      .map(({ name, domain }) => ({ name, domain })),
  }))
}

/** `hooks/<domain>/…` and `src/operations/<domain>/…`. */
const domainOf = (file: string): string =>
  /^(?:hooks|src\/operations)\/([^/]+)\//.exec(file)?.[1] ?? file

const HEAD = ['Fact', 'Announced in', 'Reactions']

/** The facts as a table of Markdown, its columns aligned as Prettier aligns them. */
export const factsTable = (facts: readonly FactInUse[]): string => {
  const rows = facts.map(({ announcedIn, fact, reactions }) => [
    code(fact),
    listed(announcedIn.map(code)),
    listed(reactions.map(({ name, domain }) => `${domain}: ${code(name)}`)),
  ])
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`

  return [
    line(HEAD),
    line(
      HEAD.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row)),
  ].join('\n')
}

const code = (text: string): string => `\`${text}\``

const listed = (items: readonly string[]): string => (items.length > 0 ? items.join(', ') : '-')
