/** Where the files of a play list lie beside it. */
const homeOf = (src: string): string => {
  const path = src.split('?')[0] ?? ''

  return path.slice(0, path.lastIndexOf('/') + 1)
}

/**
 * An address as it is to be asked for now: that of the play list, or one beside it, whose leave has been renewed since; `now` is
 * the play list's newest address, `before` those it had. Others stay.
 */
export const freshAddress = (
  url: string,
  { before, now }: { before: readonly string[]; now: string },
): string => {
  if (before.includes(url)) {
    return now
  }
  const [old] = before
    .map(homeOf)
    .filter((home) => home !== '' && home !== homeOf(now) && url.startsWith(home))

  return old === undefined ? url : homeOf(now) + url.slice(old.length)
}
