'use client'

import type { AuditEntry } from '@/domain/identity/auditTable'

import type { AuditWords } from './words'

type Side = Record<string, unknown>

/** `named` are the parts of an address, `fact` the data of a fact: what they say stands after the act. */
const sideOf = (
  changes: null | Record<string, unknown>,
  side: 'after' | 'before' | 'fact' | 'named',
): Side => (changes?.[side] ?? {}) as Side

const text = (value: unknown): string =>
  value === undefined || value === null || value === ''
    ? '–'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

/** What an entry says of each field, before and after. */
const Difference = ({ entry, words }: { entry: AuditEntry; words: AuditWords }) => {
  const before = { ...sideOf(entry.changes, 'before'), ...sideOf(entry.personal, 'before') }
  const after = {
    ...sideOf(entry.changes, 'named'),
    ...sideOf(entry.changes, 'fact'),
    ...sideOf(entry.changes, 'after'),
    ...sideOf(entry.personal, 'after'),
  }
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()

  return fields.length === 0 ? (
    <p>{words.nothing}</p>
  ) : (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">
              <bdi dir="ltr">{field}</bdi>
            </th>
            <td>
              <bdi>{text(before[field])}</bdi>
            </td>
            <td>
              <bdi>{text(after[field])}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** An entry of the log: when, who and from where, what, and what changed by it. */
export const AuditRow = ({
  entry,
  kind,
  moment,
  operation,
  roles,
  words,
}: {
  entry: AuditEntry
  /** What the rows of its collection are called. */
  kind: string | undefined
  moment: (at: string) => string
  /** What its operation is called. */
  operation: string | undefined
  /** What the roles of a school are called. */
  roles: Readonly<Record<string, string>>
  words: AuditWords
}) => (
  <tr>
    <th scope="row">{entry.number}</th>
    <td>{moment(entry.at)}</td>
    <td>
      <bdi>{entry.actor?.name ?? words.machine}</bdi>
      <small>
        {entry.roles.map((role) => roles[role] ?? role).join(', ')}
        {entry.roles.length > 0 && entry.ip && ' · '}
        <bdi dir="ltr">{entry.ip}</bdi>
      </small>
      {entry.agent && (
        <small>
          <bdi dir="ltr">{entry.agent}</bdi>
        </small>
      )}
    </td>
    <td>
      {operation ?? <code dir="ltr">{entry.operation}</code>}
      {entry.subject && (
        <small>
          {words.about}: <bdi>{entry.subject.name}</bdi>
        </small>
      )}
    </td>
    <td>
      {kind ?? <bdi dir="ltr">{entry.collection}</bdi>}
      <small>
        <bdi dir="ltr">{entry.document}</bdi>
      </small>
    </td>
    <td>
      <details className="lectern-audit__details">
        <summary>{words.details}</summary>
        {entry.isReduced && <p>{words.reduced}</p>}
        <Difference entry={entry} words={words} />
      </details>
    </td>
  </tr>
)
