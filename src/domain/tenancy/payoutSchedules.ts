/** When what was earned is paid out. */
export const PAYOUT_SCHEDULES = ['byHand', 'weekly', 'monthly'] as const
