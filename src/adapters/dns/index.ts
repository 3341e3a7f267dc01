import { Resolver } from 'node:dns/promises'

import type { Answer } from '@/domain/tenancy/domains/records'

import { env } from '@/env'

/** What can be asked of the domain name system; names in lower case, without a dot at their end. */
export type Dns = {
  /** IPv4 and IPv6 addresses a name leads to, aliases followed. */
  addresses: (name: string) => Promise<Answer>
  /** What a name is an alias of (CNAME), one step on. */
  alias: (name: string) => Promise<Answer>
  /** Who may issue certificates for a name: the `issue` properties of its CAA records (RFC 8659). */
  authorities: (name: string) => Promise<Answer>
  /** Its TXT records, each put together from its parts. */
  texts: (name: string) => Promise<Answer>
}

/** One try waits so long, and there are two; a server that is silent for both has timed out. */
const TRY_MS = 2_000
const TRIES = 2

const PROBLEMS: Readonly<Record<string, Exclude<Answer['kind'], 'found'>>> = {
  ECANCELLED: 'timeout',
  ENODATA: 'noRecord',
  ENOTFOUND: 'noName',
  ETIMEOUT: 'timeout',
}

const answerOf = async (asked: Promise<string[]>): Promise<Answer> => {
  try {
    const values = await asked

    return values.length > 0 ? { kind: 'found', values } : { kind: 'noRecord' }
  } catch (error) {
    const { code = '' } = error as { code?: string }

    return { kind: PROBLEMS[code] ?? 'failed' }
  }
}

const bare = (name: string): string => name.toLowerCase().replace(/\.$/, '')

/** What two questions about one name say together: all that was found, else the more telling of the refusals. */
const both = (one: Answer, other: Answer): Answer => {
  const values = [one, other].flatMap((answer) => (answer.kind === 'found' ? answer.values : []))
  const silent = [one, other].find(({ kind }) => kind === 'failed' || kind === 'timeout')
  if (silent) {
    return silent
  }

  return values.length > 0 ? { kind: 'found', values } : one
}

/**
 * The domain name system as the servers of `DNS_SERVERS` know it, or those of this machine. Made for
 * one look at a domain, so that nothing is remembered from the one before.
 */
export const lookingUp = (servers: readonly string[] = env().DNS_SERVERS): Dns => {
  const resolver = new Resolver({ timeout: TRY_MS, tries: TRIES })
  if (servers.length > 0) {
    resolver.setServers(servers)
  }

  return {
    addresses: async (name) =>
      both(
        ...(await Promise.all([
          answerOf(resolver.resolve4(name)),
          answerOf(resolver.resolve6(name)),
        ])),
      ),
    alias: (name) => answerOf(resolver.resolveCname(name).then((names) => names.map(bare))),
    authorities: (name) =>
      answerOf(
        resolver
          .resolveCaa(name)
          .then((records) => records.flatMap(({ issue }) => (issue === undefined ? [] : [issue]))),
      ),
    texts: (name) =>
      answerOf(resolver.resolveTxt(name).then((records) => records.map((parts) => parts.join('')))),
  }
}
