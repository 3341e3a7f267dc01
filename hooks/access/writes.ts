import type { CollectionBeforeOperationHook } from 'payload'

/**
 * What is written is answered whole, whatever `select` says: hooks after a write see what is answered, and what they
 * announce and write down is of the whole document.
 */
export const answerWhole: CollectionBeforeOperationHook = ({ args, operation }) =>
  operation === 'read' ? args : { ...args, select: undefined }
