/** Hours after which a school reminds of an unfinished checkout, unless it chooses others. */
export const USUAL_REMINDER_HOURS = { first: 1, second: 24 } as const

/** The longest either of them may be, in hours. */
export const MOST_REMINDER_HOURS = 168

/** Hours for which something unfinished can still be begun to be reminded of; what is older is left alone. */
export const REMINDABLE_HOURS = 240

/** Days for which nobody is reminded of another checkout than the one they were reminded of. */
export const QUIET_DAYS = 7

/** Days for which the link of a reminder opens the checkout, and for which what is bought counts as brought back by it. */
export const REMINDER_LINK_DAYS = 14
