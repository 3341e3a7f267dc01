import type { RuleCode } from '@/domain/errors'

import { RuleError } from '@/domain/errors'

import { CodedError, NotHere } from '../support/errors'

const LOCKED: RuleCode = 'lessonLocked'

/** Answers of learning operations at the edge: null becomes 404, a locked lesson 403. */
export const found = async <T>(work: Promise<null | T>): Promise<T> => {
  const answer = await work.catch((error: unknown) => {
    throw error instanceof RuleError && error.code === LOCKED
      ? new CodedError({ code: LOCKED, status: 403 })
      : error
  })
  if (answer === null) {
    throw new NotHere()
  }

  return answer
}
