const MARK = '••••'

/** How many characters of a key are told, and how long it must be for that to give nothing away. */
const TOLD = 4
const LONG_ENOUGH = 12

/** What is shown of a key that is set: its last four characters, or none of a short one. */
export const maskOf = (key: string): string =>
  key.length < LONG_ENOUGH ? MARK : `${MARK} ${key.slice(-TOLD)}`

/** Whether a text is what `maskOf` shows, and so no key. */
export const isMask = (text: string): boolean => text.startsWith(MARK)
