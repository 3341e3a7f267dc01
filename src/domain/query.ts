/** Comparisons a filter may make; Payload knows more, for fields of maps that no collection has. */
const OPERATORS: readonly string[] = [
  'contains',
  'equals',
  'exists',
  'greater_than',
  'greater_than_equal',
  'in',
  'less_than',
  'less_than_equal',
  'like',
  'not_equals',
  'not_in',
  'not_like',
]

/** Deeper than any screen asks, shallower than any stack. */
const MOST_DEPTH = 12

/** JSON's plain values, and dates, which Payload's admin asks by inside the server. */
const isScalar = (value: unknown): boolean =>
  value === null ||
  value instanceof Date ||
  ['boolean', 'number', 'string', 'undefined'].includes(typeof value)

/** Whether a value is a JSON object, and neither a list nor null. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A document of a relation to several collections. */
const isPointer = (value: unknown): boolean =>
  isRecord(value) && Object.keys(value).sort().join() === 'relationTo,value'

const isComparison = (operator: string, value: unknown, depth: number): boolean => {
  if (!OPERATORS.includes(operator)) {
    return false
  }
  if (operator === 'contains' && isRecord(value)) {
    return isSoundFilter(value, depth + 1)
  }
  const isList = ['contains', 'in', 'not_in'].includes(operator) && Array.isArray(value)

  return isList
    ? value.every((one) => isScalar(one) || isPointer(one))
    : isScalar(value) || (operator === 'equals' && isPointer(value))
}

/**
 * Whether a filter is one that the database layer takes as it stands: paths of fields, the comparisons
 * above, plain values, lists where lists belong. Of any other, that layer fails, or leaves the
 * condition out, and a change meant for no row would reach every row.
 */
export const isSoundFilter = (where: unknown, depth = 0): boolean =>
  isRecord(where) &&
  depth < MOST_DEPTH &&
  Object.entries(where).every(([path, condition]) =>
    /^(?:and|or)$/i.test(path)
      ? Array.isArray(condition) && condition.every((one) => isSoundFilter(one, depth + 1))
      : isRecord(condition) &&
        Object.entries(condition).every(([operator, value]) =>
          isComparison(operator, value, depth),
        ),
  )

/** The most rows that one answer lists. */
export const MOST_ROWS = 500

/** How many rows a list shows at most, and whether it counts the others. */
export type Page = { limit?: number; pagination?: boolean }

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0

/**
 * The page that is answered to somebody who asks for `limit` rows, or null where `limit` is no whole
 * number. All rows, asked for by a limit of 0 or by no limit without pagination, are `MOST_ROWS` too;
 * whoever gets fewer than there are is told how many there are.
 */
export const pageFor = ({
  limit,
  pagination,
}: {
  limit?: unknown
  pagination?: unknown
}): null | Page => {
  const isUnpaged = pagination === false
  const asked = limit ?? (isUnpaged ? 0 : undefined)
  if (asked === undefined) {
    return {}
  }
  if (!isCount(asked)) {
    return null
  }

  return asked === 0 || asked > MOST_ROWS
    ? { limit: MOST_ROWS, pagination: true }
    : { limit: asked, pagination: !isUnpaged }
}

/**
 * PostgreSQL's codes for a value that does not fit its column (class 22), and for an operator that its
 * type does not have or that got no value. Appendix A, "PostgreSQL Error Codes".
 */
const isMisfit = (code: unknown): boolean =>
  typeof code === 'string' && (code.startsWith('22') || ['42601', '42883'].includes(code))

type Failure = { cause?: unknown; code?: unknown; message?: unknown; name?: unknown }

/** PostgreSQL's code for a change where nothing may be written, `read_only_sql_transaction`: staff see the school as a learner does. */
const READ_ONLY = '25006'

/** Whether what went wrong is that the database wrote nothing for a view. */
export const isRefusedWriting = (error: unknown): boolean =>
  (isRecord(error) || error instanceof Error) &&
  ((error as Failure).code === READ_ONLY || isRefusedWriting((error as Failure).cause))

/**
 * Whether what went wrong is the caller's text rather than the platform: text that is no JSON, no date,
 * does not fit its column, or asks a relation to several collections for what it cannot be asked.
 */
export const isCallersFault = (error: unknown): boolean => {
  if (!isRecord(error) && !(error instanceof Error)) {
    return false
  }
  const { name, cause, code, message } = error as Failure
  const text = typeof message === 'string' ? message : ''

  return (
    isMisfit(code) ||
    (name === 'SyntaxError' && text.includes('JSON')) ||
    (name === 'RangeError' && text === 'Invalid time value') ||
    (name === 'APIError' && text === 'Not supported') ||
    isCallersFault(cause)
  )
}
