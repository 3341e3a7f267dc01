import type { AfterErrorHook, CollectionBeforeOperationHook } from 'payload'

import { APIError, NotFound } from 'payload'

import type { SessionUser } from '@/operations/identity/session'

import { isCallersFault, isRecord, isRefusedWriting, isSoundFilter } from '@/domain/query'

const BAD_INPUT = { code: 'badInput' }

const VIEW_ONLY = { code: 'viewOnly' }

const LOOKS: readonly string[] = ['count', 'countVersions', 'read', 'readDistinct']

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
 * a version to be restored of what keeps none; 403 viewOnly for a change by staff who see the school as a learner does. For
 * every API alike, before anything is read or written.
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
  if ((req.user as null | Partial<SessionUser>)?.view && !LOOKS.includes(operation)) {
    throw new APIError('Nothing is changed while you look on.', 403, VIEW_ONLY, true)
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

/** 400 badInput in place of 500 when the caller's own text made the database or a parser fail, 403 viewOnly where a view would have written. */
export const blameTheCaller: AfterErrorHook = ({ error, graphqlResult }) => {
  const { originalError } = error as { originalError?: unknown }
  const cause = originalError ?? error
  if (isRefusedWriting(cause)) {
    return said({
      data: VIEW_ONLY,
      graphqlResult,
      message: 'Nothing is changed while you look on.',
      status: 403,
    })
  }

  return isCallersFault(cause)
    ? said({
        data: BAD_INPUT,
        graphqlResult,
        message: 'Something in the request does not fit the field it is for.',
        status: 400,
      })
    : undefined
}

type GraphqlResult = Parameters<AfterErrorHook>[0]['graphqlResult']

const said = ({
  data,
  graphqlResult,
  message,
  status,
}: {
  data: { code: string }
  graphqlResult: GraphqlResult
  message: string
  status: number
}) => ({
  graphqlResult: graphqlResult && {
    ...graphqlResult,
    extensions: { ...graphqlResult.extensions, data, statusCode: status },
    message,
  },
  response: { ...data, errors: [{ data, message }] },
  status,
})
