import type { ToReview } from '@/domain/learning/assignments/review'
import type { Given, Levels, Remark } from '@/domain/learning/assignments/reviews'

/** What a grader has typed about one submission, as it stands in the form. */
export type Typed = {
  /** By which day it is wanted again, ISO 8601; empty where that is open. */
  again: string
  comment: string
  levels: Levels
  points: string
  remarks: readonly Remark[]
}

/** What the form begins with: what was said before. */
export const typedOf = ({ feedback }: ToReview): Typed => ({
  again: '',
  comment: feedback.comment,
  levels: feedback.levels,
  points: typeof feedback.points === 'number' ? String(feedback.points) : '',
  remarks: feedback.remarks,
})

/** What is sent of it; null where the points are none, or a remark has no words yet. */
export const givenOf = (
  { comment, levels, points, remarks }: Typed,
  most: number,
): Given | null => {
  const number = points.trim() === '' ? null : Number(points.replace(',', '.'))
  const isWrong = number !== null && !(number >= 0 && number <= most)

  return isWrong || remarks.some(({ text }) => text.trim() === '')
    ? null
    : {
        comment,
        levels,
        points: number === null ? null : Math.round(number * 100) / 100,
        remarks,
      }
}
