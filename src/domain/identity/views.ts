/** For how long staff see the school as a learner does, before it ends by itself. */
export const VIEW_MINUTES = 60

/** What of a request of a view is sent by POST all the same: what shows something, and the end of the view. */
const SHOWS = [
  /^\/api\/graphql$/,
  /^\/api\/learn\/videos\/[\da-f-]{36}\/open$/,
  /^\/api\/stream\//,
  /^\/api\/view\/end$/,
]

/** Whether a request of a view is refused for what it asks: a change, or anything of signing in. */
export const isRefusedInView = ({ method, path }: { method: string; path: string }): boolean =>
  path.startsWith('/api/auth/') ||
  (!['GET', 'HEAD', 'OPTIONS'].includes(method) && !SHOWS.some((one) => one.test(path)))
