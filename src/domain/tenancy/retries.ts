/** Days after a period's end on which a school that chose no others tries a declined charge again. */
export const USUAL_RETRY_DAYS: readonly number[] = [1, 3, 5]

/** Days for which access lasts meanwhile. */
export const USUAL_GRACE_DAYS = 7

const MOST_RETRIES = 8
const LATEST_RETRY = 60

/** Days as a school writes them down (`1, 3, 5, 7`): whole, rising, from 1 to 60, at most eight; null for anything else. */
export const retryDaysOf = (text: string): null | number[] => {
  const days = text.split(',').map((part) => part.trim())
  const numbers = days.map(Number)
  const rises = numbers.every((day, index) => day > (numbers[index - 1] ?? 0))

  return days.every((day) => /^\d{1,2}$/.test(day)) &&
    rises &&
    numbers.length <= MOST_RETRIES &&
    numbers.every((day) => day <= LATEST_RETRY)
    ? numbers
    : null
}
