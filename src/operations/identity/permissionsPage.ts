import type { Rule } from '@/domain/identity/permissions'

import {
  CALLERS,
  COLLECTION_RULES,
  ENDPOINT_RULES,
  grantOf,
  OPERATIONS,
} from '@/domain/identity/permissions'

const HEADING = `# Permissions

Written by \`npm run generate\` from \`src/domain/identity/permissions.ts\`; \`src/test/permissions/matrix.int.test.ts\` calls every cell over REST, and the reading, changing and
deleting ones over GraphQL as well, as an account that has that role alone, and as the same account of another school.

**allowed**: all rows of the caller's school. **own**: some of them, named in the last column; any other is answered like one that does not exist. **–**: refused. An
account of another school is a visitor here, whatever its role there. \`superAdmin\` is the platform's staff, on the platform's host and over the rows of all schools. Somebody with several roles may do what any of them may.
Single fields can be narrower still: nobody reads the value of a secret, and only what a rule names here can be changed by hand.
`

const NAMES = {
  ...Object.fromEntries(CALLERS.map((caller) => [caller, caller])),
  superAdmin: 'platform staff',
} as Record<string, string>

type Row = { name: string; rule: Rule }

const table = (first: string, rows: readonly Row[]): string => {
  const cells = [
    [first, ...CALLERS.map((caller) => NAMES[caller] ?? caller), 'own means, or except'],
    ...rows.map(({ name, rule }) => [
      name,
      ...CALLERS.map((caller) => grantOf(rule, caller).replace('denied', '–')),
      rule.note ?? '',
    ]),
  ]
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[], fill = ' ') =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width, fill)).join(' | ')} |`
  const [head = [], ...body] = cells

  return [line(head), line([], '-'), ...body.map((row) => line(row))].join('\n')
}

/** `docs/permissions.md`, whole: the matrix of who may do what, its columns aligned as Prettier aligns them. */
export const permissionsPage = (): string => {
  const collections = Object.entries(COLLECTION_RULES).flatMap(([slug, rules]) =>
    OPERATIONS.map((operation) => ({ name: `\`${slug}\` ${operation}`, rule: rules[operation] })),
  )
  const endpoints = Object.entries(ENDPOINT_RULES).map(([name, rule]) => ({
    name: `\`${name}\``,
    rule,
  }))

  return [
    HEADING,
    '## Collections\n',
    table('collection and operation', collections),
    '\n## Endpoints\n',
    table('request, below `/api`', endpoints),
    '',
  ].join('\n')
}
