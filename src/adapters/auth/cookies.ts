/** `__Host-` binds a cookie to exactly one school's host; browsers allow it over https alone. */
const isSecure = (origin: string): boolean => origin.startsWith('https://')

/** Name of the session cookie on a school's origin. */
export const sessionCookie = (origin: string): string =>
  isSecure(origin) ? '__Host-session' : 'session'

/** Name of the cookie between the first step of signing in and the second. */
export const stepCookie = (origin: string): string => `${sessionCookie(origin)}_step`

/** Name of the cookie of a device on which the second step is not asked for. */
export const deviceCookie = (origin: string): string => `${sessionCookie(origin)}_device`

/** Name of the cookie of a browser in which an account was signed in to by its password. */
export const knownCookie = (origin: string): string => `${sessionCookie(origin)}_known`

/** Name of the cookie of a browser that asked for a mail to sign in with. */
export const mailSignInCookie = (origin: string): string => `${sessionCookie(origin)}_mail`

/** Name of the cookie of a browser that is away at a provider to sign in. */
export const awayCookie = (origin: string): string => `${sessionCookie(origin)}_away`

/** Name of the cookie of a browser that may come from a linked school. */
export const linkedCookie = (origin: string): string => `${sessionCookie(origin)}_linked`

/** Name of the cookie of a browser in which staff see the school as a learner does. */
export const viewCookie = (origin: string): string => `${sessionCookie(origin)}_view`

/** The value of a cookie as it was sent; null without it. */
export const cookieIn = (headers: Headers, name: string): null | string => {
  const pair = (headers.get('cookie') ?? '').split(/;\s*/).find((one) => one.startsWith(`${name}=`))

  return pair ? pair.slice(name.length + 1) : null
}

/** How every cookie of signing in is kept: by the browser alone, for this host, and not sent along from other sites' forms. */
export const attributesFor = (origin: string) => ({
  httpOnly: true,
  path: '/',
  sameSite: 'lax' as const,
  secure: isSecure(origin),
})

/** A cookie as a header; `value` needs no escaping, `maxAge` is in seconds, and 0 takes the cookie away. */
export const cookieHeader = ({
  name,
  maxAge,
  origin,
  value,
}: {
  maxAge: number
  name: string
  origin: string
  value: string
}): string =>
  `${name}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${isSecure(origin) ? '; Secure' : ''}`
