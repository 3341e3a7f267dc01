/** A key under which a mail is told an address. */
const LINK = /url$/i

const without = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(without)
  }

  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).flatMap(([key, one]) =>
          LINK.test(key) ? [] : [[key, without(one)]],
        ),
      )
    : value
}

/**
 * What is kept of a mail to say the same elsewhere: what it is told, without its reader's name, which may change, and without
 * addresses, of which `link` is that of its button as a path of the school, since a school may move.
 */
export const noticeOf = (data: { name: string; url: string }): { link: string; said: object } => {
  const { hash, pathname, search } = new URL(data.url)
  const said = Object.entries(data).filter(([key]) => key !== 'name')

  return { link: `${pathname}${search}${hash}`, said: without(Object.fromEntries(said)) as object }
}
