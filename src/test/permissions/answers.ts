import type { Answered } from '@/test/isolation/calls'

/** What came of a request: what it gave, `denied`, or what else it said. */
export type Outcome<T> = 'denied' | { other: string } | { gave: T }

const REFUSALS: readonly number[] = [401, 403, 404]

export const isRefused = (status: number): boolean => REFUSALS.includes(status)

const short = (text: string): string => text.slice(0, 300)

/** An answer over REST: 401, 403 and 404 are refusals, and all but 2xx is something else. */
export const overRest = <T>({ status, text }: Answered): Outcome<T> => {
  if (isRefused(status)) {
    return 'denied'
  }

  return status < 300 ? { gave: JSON.parse(text) as T } : { other: `${status} ${short(text)}` }
}

type GraphQLError = {
  extensions?: { statusCode?: number }
  message: string
  path?: string[]
}

type Body = { data?: null | Record<string, unknown>; errors?: GraphQLError[] }

const isUnknownField = ({ message }: GraphQLError): boolean =>
  /^Cannot query field "\w+" on type "(?:Query|Mutation)"/.test(message)

/** One field of an answer over GraphQL. A field that the schema does not have is a refusal too. */
export const overGraphql = <T>({ text }: Answered, field: string): Outcome<T> => {
  const { data, errors = [] } = JSON.parse(text) as Body
  const error = errors.find(({ path }) => !path || path[0] === field)
  if (!error) {
    return { gave: data?.[field] as T }
  }

  return isUnknownField(error) || isRefused(error.extensions?.statusCode ?? 0)
    ? 'denied'
    : { other: short(`${error.extensions?.statusCode} ${error.message}`) }
}

/** A row, however an answer wraps it. */
export type Written = { doc?: { id: string }; docs?: { id: string }[]; id?: string }

const written = (gave: null | Written): Outcome<string> => {
  const id = gave?.doc?.id ?? gave?.docs?.[0]?.id ?? gave?.id

  // A change of many that reaches no row is a refusal.
  return id ? { gave: id } : 'denied'
}

/** The id of the row that an answer gives. */
export const idIn = (outcome: Outcome<null | Written>): Outcome<string> =>
  outcome !== 'denied' && 'gave' in outcome ? written(outcome.gave) : outcome

/** An outcome as a line tells it: `denied`, what was given, or what else was said. */
export const told = <T>(outcome: Outcome<T>, tell: (gave: T) => string): string => {
  if (outcome === 'denied') {
    return outcome
  }

  return 'gave' in outcome ? tell(outcome.gave) : outcome.other
}
