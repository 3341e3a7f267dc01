/** How much more or less than before, in whole per cent; null where there was nothing before. */
export const changeOf = ({ before, now }: { before: number; now: number }): null | number =>
  before > 0 ? Math.round(((now - before) / before) * 100) : null

/** The later and the earlier half of a series of days, each with its sum. */
export const halvesOf = (
  days: readonly number[],
): { before: number; now: number; recent: number[] } => {
  const half = days.length / 2
  const recent = days.slice(half)
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0)

  return { before: sum(days.slice(0, half)), now: sum(recent), recent }
}
