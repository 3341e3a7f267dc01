import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { reviewQueue } from '@/operations/learning/reviewQueue'

import { Reviewing } from './reviewing/Reviewing'

/** Above the list of submissions: what waits for a grader, and where it is read and graded. */
export const ReviewQueue = async ({ payload, user }: BeforeListTableServerProps) => {
  if (!(user as null | { tenant?: unknown })?.tenant) {
    return null
  }
  const req = await createLocalReq({ user }, payload)

  return <Reviewing first={await reviewQueue({ isLate: false, req })} />
}
