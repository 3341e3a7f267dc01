import type { RuleCode } from '@/domain/errors'

import { StampBusy } from '@/adapters/pdf/stamp'
import { RuleError } from '@/domain/errors'

import { CodedError, NotHere } from '../support/errors'

const LOCKED: readonly RuleCode[] = ['accessEnded', 'lessonLocked', 'lessonNotYet']

/** Answers of learning operations at the edge: null becomes 404, a lesson that is locked, or closed again, 403. */
export const found = async <T>(work: Promise<null | T>): Promise<T> => {
  const answer = await work.catch((error: unknown) => {
    throw error instanceof RuleError && LOCKED.includes(error.code)
      ? new CodedError({ code: error.code, status: 403 })
      : error
  })
  if (answer === null) {
    throw new NotHere()
  }

  return answer
}

/** What was made, or 503 busy where too many documents are being marked to make one more. */
export const unlessBusy = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    throw error instanceof StampBusy ? new CodedError({ code: 'busy', status: 503 }) : error
  }
}
