import { RuleError } from '../errors'

/**
 * What a school can be limited in: accounts that may sign in, those of staff among them, courses out of
 * the trash, stored files, and mails with a course's news in a calendar month (UTC).
 */
export const LIMIT_NAMES = ['courses', 'accounts', 'staff', 'storage', 'mails'] as const

export type LimitName = (typeof LIMIT_NAMES)[number]

/** Bytes of the megabyte in which storage is limited: a million, as those who sell storage count. */
export const MEGABYTE = 1_000_000

/** How much is used, in single accounts and courses or in bytes, and the limit in its own unit; null is none. */
export type Usage = { limit: LimitName; most: null | number; used: number }

/** How many single things or bytes one unit of a limit holds. */
const sizeOf = (limit: LimitName): number => (limit === 'storage' ? MEGABYTE : 1)

/**
 * Throws limitReached, with the limit's name and value, when `more` does not fit any more. Only growth
 * is refused: a school above a limit that was lowered keeps, and may change, all it has.
 */
export const checkRoom = ({ limit, more, most, used }: Usage & { more: number }): void => {
  if (most !== null && more > 0 && used + more > most * sizeOf(limit)) {
    throw new RuleError('limitReached', { limit, most })
  }
}

/** Whether not even the smallest thing fits. */
export const isFull = ({ limit, most, used }: Usage): boolean =>
  most !== null && used >= most * sizeOf(limit)

/** The used part of a limit in per cent: a whole number, 100 and more once it is full; null without a limit. */
export const percentUsed = ({ limit, most, used }: Usage): null | number => {
  if (most === null) {
    return null
  }
  const all = most * sizeOf(limit)

  return all === 0 ? 100 : Math.floor((used / all) * 100)
}

/** `used` in the unit of its limit; megabytes to one decimal, rounded up so that what is full never looks free. */
export const inUnits = ({ limit, used }: Pick<Usage, 'limit' | 'used'>): number =>
  limit === 'storage' ? Math.ceil((used / MEGABYTE) * 10) / 10 : used

/** A limit as it may be set: a whole number that is not below zero, or none. */
export const isLimit = (value: unknown): boolean =>
  value == null || (Number.isSafeInteger(value) && Number(value) >= 0)
