import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { waitingCourses } from '@/operations/catalog/publication'

import { Queue } from './publication/Queue'

/** Above the steps of all courses: those that wait to be approved, for whoever may. */
export const ApprovalQueue = async ({ payload, user }: BeforeListTableServerProps) => {
  if (!(user as null | { tenant?: unknown })?.tenant) {
    return null
  }
  const courses = await waitingCourses({ req: await createLocalReq({ user }, payload) })

  return courses && <Queue courses={courses} />
}
