/** Whether a text names a time zone of the IANA database, as in `Europe/Berlin`, that this machine knows. */
export const isTimeZone = (value: unknown): value is string => {
  try {
    return typeof value === 'string' && Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}

/** The zone as `Intl` names it: `europe/berlin` is `Europe/Berlin`. */
export const canonicalZone = (zone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
