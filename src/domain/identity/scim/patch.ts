import { ScimRefused } from './refused'

/** One change, as RFC 7644, 3.5.2 has it; `path` is null where the value names the attributes. */
export type Operation = { op: 'add' | 'remove' | 'replace'; path: null | string; value: unknown }

type Plain = Record<string, unknown>

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Changes in one request, at most. */
const MOST = 1000

/** The changes that a request asks for; Entra writes “Replace”, Okta “replace”. Throws invalidSyntax. */
export const operationsIn = (body: unknown): Operation[] => {
  const sent = isPlain(body) ? (body.Operations ?? body.operations) : null
  if (!Array.isArray(sent) || sent.length === 0 || sent.length > MOST) {
    throw new ScimRefused(400, 'Operations are missing, or too many.', 'invalidSyntax')
  }

  return sent.map((one: unknown): Operation => {
    const { op, path, value } = isPlain(one) ? one : {}
    const kind = String(op).toLowerCase()
    if (kind !== 'add' && kind !== 'remove' && kind !== 'replace') {
      throw new ScimRefused(400, 'An operation adds, replaces or removes.', 'invalidSyntax')
    }
    if (path !== undefined && typeof path !== 'string') {
      throw new ScimRefused(400, 'A path is a text.', 'invalidPath')
    }
    if (kind === 'remove' && !path) {
      throw new ScimRefused(400, 'What is removed has a path.', 'invalidPath')
    }

    return { op: kind, path: path || null, value }
  })
}

/** Changes by path alone: one whose value names attributes becomes one for each. */
export const byPath = (operations: readonly Operation[]): { path: string; value: unknown }[] =>
  operations.flatMap(({ op, path, value }) => {
    if (path !== null) {
      return [{ path, value: op === 'remove' ? null : value }]
    }
    if (!isPlain(value)) {
      throw new ScimRefused(400, 'Without a path the value names attributes.', 'invalidValue')
    }

    return Object.entries(value).map(([name, given]) => ({ path: name, value: given }))
  })
