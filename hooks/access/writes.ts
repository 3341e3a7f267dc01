import type { CollectionBeforeOperationHook } from 'payload'

import { isRecord } from '@/domain/query'

/**
 * What is written is answered whole, whatever `select` says: hooks after a write see what is answered, and what they
 * announce and write down is of the whole document.
 */
export const answerWhole: CollectionBeforeOperationHook = ({ args, operation }) =>
  operation === 'read' ? args : { ...args, select: undefined }

const MOMENTS: readonly string[] = ['createdAt', 'updatedAt']

/** When a row was made and changed is written by the server, and by no caller of the API: Payload takes both as it gets them. */
export const keepMoments: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }) => {
  const { data } = args as { data?: unknown }
  if (overrideAccess || !['create', 'update'].includes(operation) || !isRecord(data)) {
    return args
  }

  return {
    ...args,
    data: Object.fromEntries(Object.entries(data).filter(([name]) => !MOMENTS.includes(name))),
  }
}
