/** For how many days an approved place is kept until it is paid for, where the offer says nothing else. */
export const DAYS_TO_PAY = 7

/** Most days for which an offer keeps one. */
export const MOST_DAYS_TO_PAY = 90
