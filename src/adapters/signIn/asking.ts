import { createHash } from 'node:crypto'

import { env } from '@/env'

import type { GuardedAnswer } from '../web/guarded'

import { askGuarded } from '../web/guarded'
import { ProviderAway, ProviderRefused } from './types'

type Said = Record<string, unknown>

/** The challenge of PKCE (RFC 7636, 4.2, S256). */
export const challengeOf = (verifier: string): string =>
  createHash('sha256').update(verifier).digest('base64url')

/** An address with these parameters besides its own. */
export const addressWith = (address: string, parameters: Record<string, string>): string => {
  const url = new URL(address)
  for (const [name, value] of Object.entries(parameters)) {
    url.searchParams.set(name, value)
  }

  return url.href
}

type Asked = {
  /** A form to be posted. */
  form?: Record<string, string>
  headers?: Record<string, string>
}

/**
 * Asks a provider, and answers its JSON with the status. Hosts of the installation's network are asked only where
 * PRIVATE_HOSTS names them, and the others over https alone. Throws ProviderAway and ProviderRefused.
 */
export const askProvider = async (
  address: string,
  { form, headers }: Asked = {},
): Promise<{ said: Said; status: number }> => {
  const url = URL.canParse(address) ? new URL(address) : null
  const isTrusted = Boolean(url && isOurs(url))
  if (!url || (url.protocol !== 'https:' && !isTrusted)) {
    throw new ProviderRefused(`${url?.origin ?? address} is not reached over https.`)
  }
  const answer = await askGuarded(url, {
    body: form && new URLSearchParams(form).toString(),
    headers: {
      Accept: 'application/json',
      ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    isTrusted,
    method: form ? 'POST' : 'GET',
    patience: 10_000,
  }).catch((error: unknown) => {
    throw new ProviderAway(`${url.host} does not answer.`, { cause: error })
  })

  return { said: read(answer, url.host), status: answer.status }
}

const isOurs = ({ host, origin }: URL): boolean => {
  const { PRIVATE_HOSTS, SIGN_IN_API_BASE } = env()

  return (
    PRIVATE_HOSTS.includes(host) ||
    (SIGN_IN_API_BASE ? new URL(SIGN_IN_API_BASE).origin === origin : false)
  )
}

const read = ({ answer, status }: GuardedAnswer, host: string): Said => {
  if (status === 429 || status >= 500) {
    throw new ProviderAway(`${host} answers ${status}.`)
  }
  try {
    const said: unknown = JSON.parse(answer.toString('utf8'))
    if (typeof said === 'object' && said) {
      return said as Said
    }
  } catch {
    // What is no JSON is no answer.
  }
  throw new ProviderRefused(`${host} answers ${status}, and not as it should.`)
}

/** What a provider says that should be a text; null for anything else. */
export const textIn = (said: Said, name: string): null | string => {
  const value = said[name]

  return typeof value === 'string' && value !== '' ? value : null
}

/** The one of these that a provider says; throws ProviderRefused where it says why not. */
export const granted = ({ said, status }: { said: Said; status: number }, name: string): string => {
  const value = status < 400 ? textIn(said, name) : null
  if (value === null) {
    throw new ProviderRefused(reasonIn(said) ?? `There is no ${name} in the answer.`)
  }

  return value
}

/** Why a provider says no (RFC 6749, 5.2), or as Facebook says it. */
export const reasonIn = (said: Said): null | string => {
  const { error } = said
  if (typeof error === 'object' && error) {
    return textIn(error as Said, 'message')
  }

  return textIn(said, 'error_description') ?? textIn(said, 'error')
}
