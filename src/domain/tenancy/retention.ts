/** What is cleared away once it is old, class by class. */
export const DATA_CLASSES = [
  'checkouts',
  'consents',
  'films',
  'lines',
  'mails',
  'notifications',
  'origins',
  'reports',
  'sessions',
] as const

export type DataClass = (typeof DATA_CLASSES)[number]

/** Days that the platform keeps a class for, and how far a school may shorten and lengthen that. */
export type Keeping = { days: number; least: number; most: number }

export const KEEPING: Readonly<Record<DataClass, Keeping>> = {
  checkouts: { days: 180, least: 30, most: 730 },
  consents: { days: 1095, least: 180, most: 2555 },
  films: { days: 365, least: 30, most: 1095 },
  lines: { days: 90, least: 7, most: 365 },
  mails: { days: 365, least: 30, most: 1095 },
  notifications: { days: 180, least: 30, most: 730 },
  origins: { days: 365, least: 90, most: 1095 },
  reports: { days: 730, least: 180, most: 2555 },
  sessions: { days: 30, least: 0, most: 365 },
}

/** Days that a school keeps a class for: its own choice within the bounds, else the platform's. */
export const daysFor = (of: DataClass, chosen: null | number | undefined): number => {
  const { days, least, most } = KEEPING[of]

  return chosen === null || chosen === undefined ? days : Math.min(most, Math.max(least, chosen))
}
