import { env } from '@/env'

/** `https://learn.example.com`: where browsers reach a host of ours, with the public port where it is not the scheme's own. */
export const originOf = (host: string): string => {
  const { PORT, PUBLIC_PORT, PUBLIC_PROTOCOL, ROOT_DOMAIN } = env()
  const port = PUBLIC_PORT ?? (ROOT_DOMAIN === 'localhost' ? PORT : undefined)
  const own = PUBLIC_PROTOCOL === 'https' ? 443 : 80

  return `${PUBLIC_PROTOCOL}://${host}${port && port !== own ? `:${port}` : ''}`
}

/** Host name of a school's sub-domain. */
export const subDomainOf = (slug: string): string => `${slug}.${env().ROOT_DOMAIN}`
