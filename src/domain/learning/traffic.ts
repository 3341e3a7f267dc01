/** How many times what is usual is told to the school. */
const TIMES = 5

/** Bytes of a day below which nobody is told, however little is usual: two hours of the best quality. */
const LEAST = 100_000_000

/** What is usual of earlier days, in bytes: the middle one of those on which anything was sent; null where there are too few to say. */
export const usualOf = (days: readonly number[]): null | number => {
  const sorted = [...days].sort((one, other) => one - other)
  const middle = sorted[Math.floor(sorted.length / 2)]

  return sorted.length < 3 || middle === undefined ? null : middle
}

/**
 * Whether a viewer was sent far more in a day than is usual: for them, or, where they are too new to say, for
 * everybody in the school.
 */
export const isUnusual = ({
  bytes,
  own,
  school,
}: {
  bytes: number
  own: null | number
  school: null | number
}): boolean => {
  const usual = own ?? school

  return usual !== null && bytes >= LEAST && bytes > usual * TIMES
}
