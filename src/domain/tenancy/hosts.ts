/** Host names, without port, lower case: `aurora.localhost`, `learn.example.com`. */
export const bareHost = (host: string): string =>
  host.trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')

/** The school's slug when `host` is a sub-domain of the platform's root; null for anything else. */
export const slugOfHost = (host: string, rootDomain: string): null | string => {
  const bare = bareHost(host)
  const tail = `.${rootDomain}`
  if (!bare.endsWith(tail)) {
    return null
  }
  const slug = bare.slice(0, -tail.length)

  return isSlug(slug) ? slug : null
}

/** A DNS label: letters, digits and inner hyphens, at most 63 characters. */
export const isSlug = (value: string): boolean =>
  /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(value)

/** Sub-domains a school can never take, since the platform or its mail may need them. */
export const RESERVED_SLUGS: readonly string[] = [
  'admin',
  'api',
  'app',
  'assets',
  'cdn',
  'docs',
  'help',
  'mail',
  'platform',
  'static',
  'status',
  'support',
  'www',
]

/** A full domain name of at least two labels, none of them empty or over 63 characters. */
export const isDomainName = (value: string): boolean =>
  value.length <= 253 &&
  value.includes('.') &&
  value.split('.').every(isSlug) &&
  !/^\d+$/.test(value.split('.').at(-1) ?? '')
