/** What a file system says that has no room: full, or more than the account may have there. */
const CODES = ['ENOSPC', 'EDQUOT']

export const isNoSpace = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  CODES.includes(String(error.code))
