import type { WaitingPage } from '@/operations/learning/gradingQueue'
import type { AttemptToGrade } from '@/operations/learning/attemptToGrade'
import type { MarkedAttempt } from '@/operations/learning/markedAttempt'

import { ask } from '../ask'

const PATH = '/api/grading'

/** Points and a comment by question. */
export type GivenMarks = Record<string, { comment: string; points: number }>

export const readQueue = ({
  after,
  course,
  state,
}: {
  after?: string
  course?: string
  state?: 'graded'
}) =>
  ask<WaitingPage>(
    `${PATH}?${new URLSearchParams({ ...(after && { after }), ...(course && { course }), ...(state && { state }) }).toString()}`,
  )

export const readAttempt = (id: string) => ask<AttemptToGrade>(`${PATH}/${id}`)

export const giveMarks = (id: string, marks: GivenMarks) =>
  ask<{ passed: boolean; percent: number }>(`${PATH}/${id}`, { marks })

export const readMarks = (id: string) => ask<MarkedAttempt>(`${PATH}/${id}/marks`)

/** Other marks in place of those that `version` names, and why. */
export const changeMarks = (
  id: string,
  change: { marks: GivenMarks; reason: string; version: string },
) => ask<{ passed: boolean; percent: number }>(`${PATH}/${id}/marks`, change)
