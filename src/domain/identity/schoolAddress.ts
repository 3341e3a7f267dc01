import { bareHost } from '../tenancy/hosts'

/** The host of an address as people type or paste it: with or without scheme, port and path; empty where there is none. */
export const hostIn = (address: string): string =>
  bareHost(
    address
      .trim()
      .replace(/^[a-z]+:\/\//i, '')
      .replace(/[/?#].*$/s, ''),
  )
