import type { Cell } from '../csv'

import { csvLine } from '../csv'

/** An entry of the audit log as its readers are shown it. */
export type AuditEntry = {
  actor: null | { email: string; id: string; name: string }
  agent: null | string
  /** ISO 8601. */
  at: string
  changes: Record<string, unknown>
  collection: null | string
  document: null | string
  hash: string
  ip: null | string
  /** Whether what was said of a person was taken out since. */
  isReduced: boolean
  number: number
  operation: string
  personal: null | Record<string, unknown>
  roles: string[]
  subject: null | { email: string; id: string; name: string }
}

export const AUDIT_HEAD = csvLine([
  'number',
  'at',
  'actor',
  'actor email',
  'roles',
  'ip',
  'device',
  'operation',
  'collection',
  'row',
  'about',
  'changes',
  'personal',
  'hash',
])

/** Entries as lines of a file. */
export const auditLines = (entries: readonly AuditEntry[]): string =>
  entries
    .map((entry) => {
      const cells: Cell[] = [
        entry.number,
        entry.at,
        entry.actor?.name ?? null,
        entry.actor?.email ?? null,
        entry.roles.join(' '),
        entry.ip,
        entry.agent,
        entry.operation,
        entry.collection,
        entry.document,
        entry.subject?.email ?? null,
        JSON.stringify(entry.changes),
        entry.personal && JSON.stringify(entry.personal),
        entry.hash,
      ]

      return csvLine(cells)
    })
    .join('')
