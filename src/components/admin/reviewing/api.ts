import type { ReviewPage, ToReview } from '@/domain/learning/assignments/review'
import type { Given } from '@/domain/learning/assignments/reviews'

import { sendFile } from '@/components/shell/sendFile'

import { ask } from '../ask'

const PATH = '/api/submission-reviews'

/** What of the queue is shown. */
export type Filter = { isLate: boolean; lesson: string }

export const readReviews = ({ isLate, lesson }: Filter, after?: null | string) =>
  ask<ReviewPage>(
    `${PATH}?${new URLSearchParams({
      ...(after && { after }),
      ...(isLate && { late: 'true' }),
      ...(lesson && { lesson }),
    }).toString()}`,
  )

export const readReview = (id: string) => ask<ToReview>(`${PATH}/${id}`)

export const decideOn = (
  id: string,
  body: { action: 'grade' | 'return'; again: null | string; version: number } & Given,
) =>
  ask<{ version: number; worth: { passed: boolean; percent: number } | null }>(
    `${PATH}/${id}`,
    body,
  )

export const answerTo = (id: string, text: string) =>
  ask<{ id: string }>(`${PATH}/${id}/replies`, { text })

/** Sends what a grader recorded about a submission, and tells how far it is, from 0 to 1. */
export const sendRecording = (
  submission: string,
  { file, onProgress }: { file: Blob; onProgress: (share: number) => void },
) => {
  const isSound = file.type.startsWith('audio/')
  const query = new URLSearchParams({
    name: isSound ? 'sound' : 'film',
    sound: String(isSound),
    submission,
  })

  return sendFile<{ id: string }>(`${PATH}/recordings?${query.toString()}`, { file, onProgress })
}
