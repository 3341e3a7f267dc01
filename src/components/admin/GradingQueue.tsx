import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { attemptsToRead } from '@/operations/learning/gradingQueue'

import { Grading } from './grading/Grading'

/** Above the list of attempts: what waits for somebody to read it, and where it is graded. */
export const GradingQueue = async ({ payload, user }: BeforeListTableServerProps) => {
  if (!(user as null | { tenant?: unknown })?.tenant) {
    return null
  }

  return <Grading first={await attemptsToRead({ req: await createLocalReq({ user }, payload) })} />
}
