import type { WaitingPage } from '@/operations/learning/gradingQueue'
import type { AttemptToGrade } from '@/operations/learning/attemptToGrade'

import { ask } from '../ask'

const PATH = '/api/grading'

/** Points and a comment by question. */
export type GivenMarks = Record<string, { comment: string; points: number }>

export const readQueue = ({ after, course }: { after?: string; course?: string }) =>
  ask<WaitingPage>(
    `${PATH}?${new URLSearchParams({ ...(after && { after }), ...(course && { course }) }).toString()}`,
  )

export const readAttempt = (id: string) => ask<AttemptToGrade>(`${PATH}/${id}`)

export const giveMarks = (id: string, marks: GivenMarks) =>
  ask<{ passed: boolean; percent: number }>(`${PATH}/${id}`, { marks })
