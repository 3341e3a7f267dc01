export const MOST_STARS = 5

/** Characters of a review, and of an answer to it. */
export const LONGEST_REVIEW = 4000

/** Percent of a course after which its learner knows enough to judge it. */
export const REVIEW_FROM = 20

/** Whether a learner may review a course: far enough, or done with it. */
export const mayReview = ({
  isCompleted,
  percent,
}: {
  isCompleted: boolean
  percent: number
}): boolean => isCompleted || percent >= REVIEW_FROM

/** Stars as people read them, to one decimal place; halves away from nothing. */
export const shownRating = (average: number): number => Math.round(average * 10) / 10

/**
 * A name as strangers read it: the first one, and the initial of the last. What is not a name, such as
 * an address, keeps what stands before its first sign.
 */
export const publicName = (name: string): string => {
  const [first = '', ...others] = name.trim().split(/\s+/)
  const shown = first.split(/[@/:<>]/)[0] ?? ''
  const initial = [...(others.at(-1) ?? '')].find((letter) => /\p{L}/u.test(letter))

  return initial ? `${shown} ${initial.toLocaleUpperCase()}.` : shown
}
