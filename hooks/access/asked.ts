import type { AfterErrorHook, CollectionBeforeOperationHook } from 'payload'

import { APIError, NotFound } from 'payload'

import { isCallersFault, isRecord, isSoundFilter } from '@/domain/query'

const BAD_INPUT = { code: 'badInput' }

type Given = { data?: unknown; joins?: unknown; where?: unknown }

/** 400 badInput. */
export const misshapen = () =>
  new APIError('The filter or the document has a wrong shape.', 400, BAD_INPUT, true)

const filtersIn = ({ joins, where }: Given): unknown[] => [
  where,
  ...(isRecord(joins) ? Object.values(joins) : []).map((join) =>
    isRecord(join) ? join.where : undefined,
  ),
]

/**
 * 400 badInput for a filter or a document of a shape that Payload does not check itself, and 404 for
 * a version to be restored of what keeps none; for every API alike, before anything is read or written.
 */
export const refuseMisshapen: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess) {
    return
  }
  const given = args as Given
  const isFilterSound = filtersIn(given).every((where) => where == null || isSoundFilter(where))
  const isWritten = operation === 'create' || operation === 'update'
  if (!isFilterSound || (isWritten && !isRecord(given.data))) {
    throw misshapen()
  }
  if (operation === 'restoreVersion' && !collection.versions) {
    throw new NotFound(req.t)
  }
}

/** 400 badInput in place of 500 when the caller's own text made the database or a parser fail. */
export const blameTheCaller: AfterErrorHook = ({ error, graphqlResult }) => {
  const { originalError } = error as { originalError?: unknown }
  if (!isCallersFault(originalError ?? error)) {
    return
  }
  const message = 'Something in the request does not fit the field it is for.'

  return {
    graphqlResult: graphqlResult && {
      ...graphqlResult,
      extensions: { ...graphqlResult.extensions, data: BAD_INPUT, statusCode: 400 },
      message,
    },
    response: { ...BAD_INPUT, errors: [{ data: BAD_INPUT, message }] },
    status: 400,
  }
}
