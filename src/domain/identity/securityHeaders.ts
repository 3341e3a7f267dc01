/** Two years, as browsers' preload lists ask; not for sub-domains, since a school's own domain may have others than ours. */
const HSTS = 'max-age=63072000'

const ADMIN = /^\/admin(?:\/|$)/

/**
 * Headers of every answer at a `path`, but for its policy of contents (`src/domain/pages/contentSecurity.ts`). Whoever reviews work in the
 * admin may speak or film what they have to say of it. An opener is told nothing where browsers trust the origin (`isTrusted`: https, or this machine).
 */
export const securityHeaders = ({
  isHttps,
  isTrusted,
  path,
}: {
  isHttps: boolean
  isTrusted: boolean
  path: string
}): Readonly<Record<string, string>> => ({
  ...(isTrusted && { 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' }),
  'Permissions-Policy': ADMIN.test(path)
    ? 'camera=(self), geolocation=(), microphone=(self)'
    : 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  ...(isHttps && { 'Strict-Transport-Security': HSTS }),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
})
