/** A part of a film under a title of its own, from `at` seconds to where the next one begins. */
export type Chapter = { at: number; title: string }

/** A time as it stands on a player, `1:02:03` or `2:05`, in seconds; null for anything else. */
export const secondsOf = (clock: string): null | number => {
  const [, hours, minutes, seconds] = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/.exec(clock.trim()) ?? []
  const rest = Number(minutes) * 60 + Number(seconds)

  return seconds === undefined ||
    Number(seconds) > 59 ||
    (hours !== undefined && (minutes?.length !== 2 || Number(minutes) > 59))
    ? null
    : Number(hours ?? 0) * 3600 + rest
}

/** Seconds as they stand on a player. */
export const clockOf = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const two = (value: number) => String(value).padStart(2, '0')

  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`
}

/** What an author wrote down of a film's parts, in the order of their times; what has no time or title is left out. */
export const chaptersOf = (
  rows: readonly { at?: null | string; title?: null | string }[],
): Chapter[] =>
  rows
    .flatMap(({ at, title }) => {
      const [second, name] = [secondsOf(at ?? ''), title?.trim()]

      return second !== null && name ? [{ at: second, title: name }] : []
    })
    .sort((one, other) => one.at - other.at)
