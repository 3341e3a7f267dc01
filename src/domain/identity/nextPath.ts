/** Resolves relative paths; never asked for anything. */
const HERE = 'http://here.invalid'

/** Neither a control character nor a space, which browsers drop or read as something else. */
const PLAIN = /^[^\u0000-\u0020\u007f\\]+$/

/**
 * Where to go after signing in: the path that was asked for, with its query, when it lies on this very
 * origin, else `fallback`. Anything that a browser could read as another host is refused, as are
 * answers of the API, which are no pages.
 */
export const nextPath = (asked: null | string | undefined, fallback: string): string => {
  if (!asked?.startsWith('/') || !PLAIN.test(asked) || !URL.canParse(asked, HERE)) {
    return fallback
  }
  const { hash, origin, pathname, search } = new URL(asked, HERE)
  const isPage = origin === HERE && !pathname.startsWith('//') && !/^\/api(?:\/|$)/.test(pathname)

  return isPage ? `${pathname}${search}${hash}` : fallback
}

/** A path that carries where to go afterwards; itself alone when there is nowhere. */
export const withNext = (path: string, next: null | string | undefined): string => {
  const wanted = nextPath(next, '')

  return wanted
    ? `${path}${path.includes('?') ? '&' : '?'}next=${encodeURIComponent(wanted)}`
    : path
}
