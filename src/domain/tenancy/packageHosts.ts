/** The host on which one package plays: its own, so that it shares neither cookies nor storage with a school or another package. */
export const packageHost = (media: string, root: string): string =>
  `${media.replaceAll('-', '')}.packages.${root}`

/** The id of the package that plays on a host; null where it is another kind of host. */
export const packageOn = (host: string, root: string): null | string => {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  const tail = `.packages.${root}`
  const label = name.endsWith(tail) ? name.slice(0, -tail.length) : ''
  const parts = /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/.exec(label)

  return parts ? parts.slice(1).join('-') : null
}
