import type { CollectionRules, Operation } from '@/domain/identity/permissions/collections'
import type { Permission } from '@/domain/identity/permissions/areas'
import type { Rule } from '@/domain/identity/permissions/grants'

import { PERMISSIONS } from '@/domain/identity/permissions/areas'
import { AUTH_RULES } from '@/domain/identity/permissions/auth'
import { COLLECTION_RULES, OPERATIONS } from '@/domain/identity/permissions/collections'
import {
  ENDPOINT_RULES,
  GRAPHQL_RULES,
  PAYLOAD_RULES,
} from '@/domain/identity/permissions/endpoints'
import { CALLERS, grantOf } from '@/domain/identity/permissions/grants'
import { reachesOf } from '@/domain/identity/permissions/held'

const HEADING = `# Permissions

Written by \`npm run generate\` from \`src/domain/identity/permissions\`. The tests in \`src/test/permissions\` ask for every cell, over REST and over GraphQL, as a visitor, as an
account that has that role alone, and as the same account of another school; an operation that is mounted and has no row here fails them.

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

/** Operations of a collection that have the same cells stand in one row. */
const collectionRows = ([slug, rules]: [string, CollectionRules]): Row[] => {
  const rows = new Map<string, { operations: Operation[]; rule: Rule }>()
  for (const operation of OPERATIONS) {
    const rule = rules[operation]
    const cells = [rule.note, ...CALLERS.map((caller) => grantOf(rule, caller))].join()
    const { operations } = rows.get(cells) ?? { operations: [] }
    rows.set(cells, { operations: [...operations, operation], rule })
  }

  return [...rows.values()].map(({ operations, rule }) => ({
    name: `\`${slug}\` ${operations.join(', ')}`,
    rule,
  }))
}

const namedRows = (rules: Readonly<Record<string, Rule>>): Row[] =>
  Object.entries(rules).map(([name, rule]) => ({ name: `\`${name}\``, rule }))

const PERMISSIONS_LEAD = `An API key reaches as far as its permissions, and its owner's roles. Whoever holds a role of the school's own may, where a permission of it reaches, what an administrator may. What
stands nowhere here, no permission reaches; \`write\` reaches what \`read\` does too.
`

const permissionLine = (permission: Permission): string => {
  const names = reachesOf(permission).map((name) => `\`${name}\``)

  return `- **${permission}**: ${names.length > 0 ? names.join(', ') : 'nothing yet'}`
}

/** `docs/permissions.md`, whole: the matrix of who may do what, its columns aligned as Prettier aligns them. */
export const permissionsPage = (): string =>
  [
    HEADING,
    '## Collections\n',
    table('collection and operations', Object.entries(COLLECTION_RULES).flatMap(collectionRows)),
    '\n## Endpoints\n',
    table('request, below `/api`', namedRows(ENDPOINT_RULES)),
    '\n## Signing in\n',
    table('request, below `/api`', namedRows(AUTH_RULES)),
    '\n## What Payload brings along\n',
    table('request, below `/api`', namedRows(PAYLOAD_RULES)),
    '\n## GraphQL\n',
    'Queries and mutations of a collection follow its rows above. The others:\n',
    table('field', namedRows(GRAPHQL_RULES)),
    '\n## Permissions of keys and of roles that a school makes\n',
    PERMISSIONS_LEAD,
    ...PERMISSIONS.map(permissionLine),
    '',
  ].join('\n')
