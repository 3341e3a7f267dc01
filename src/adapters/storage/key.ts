const SEGMENT = /^[^\u0000-\u001f\u007f./\\][^\u0000-\u001f\u007f/\\]*$/
const LONGEST = 512

/**
 * The key itself when it is `<tenantId>/<path>` of plain segments. Throws on traversal, absolute and
 * empty paths, hidden names, backslashes and control characters: no key leaves its school's folder.
 */
export const safeKey = (key: string): string => {
  const segments = key.split('/')
  if (
    segments.length < 2 ||
    key.length > LONGEST ||
    !segments.every((segment) => SEGMENT.test(segment))
  ) {
    throw new Error(`Not a storage key: ${JSON.stringify(key.slice(0, 80))}`)
  }

  return key
}
