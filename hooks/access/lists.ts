import type { CollectionBeforeOperationHook } from 'payload'

import { APIError } from 'payload'

import { isRecord, pageFor } from '@/domain/query'

type Asked = {
  currentDepth?: null | number
  id?: unknown
  joins?: unknown
  limit?: unknown
  pagination?: unknown
}

const misnumbered = () =>
  new APIError('A limit is a whole number of rows.', 400, { code: 'badInput' }, true)

const pageOf = (asked: { limit?: unknown; pagination?: unknown }) => {
  const page = pageFor(asked)
  if (!page) {
    throw misnumbered()
  }

  return page
}

/** Lists within a row, each by the path of its field; `false` leaves one out. */
const boundJoins = (joins: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(joins).map(([path, join]) => [
      path,
      isRecord(join) ? { ...join, limit: pageOf({ limit: join.limit }).limit } : join,
    ]),
  )

/**
 * Nobody is answered more than `MOST_ROWS` rows at once over REST or GraphQL, whatever they ask for;
 * 400 badInput for a limit that is no whole number. Documents that a list refers to are loaded by
 * their ids, and so are as many as they are.
 */
export const boundLists: CollectionBeforeOperationHook = ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  const asked = args as Asked
  const isLoadedById = asked.currentDepth !== undefined
  if (operation !== 'read' || overrideAccess || req.payloadAPI === 'local' || isLoadedById) {
    return args
  }

  return {
    ...args,
    ...(asked.id === undefined && pageOf(asked)),
    ...(isRecord(asked.joins) && { joins: boundJoins(asked.joins) }),
  }
}
