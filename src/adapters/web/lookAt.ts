import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'

import type { Openness } from './openOnly'

import { NotOpen, openOnly } from './openOnly'
import { isPublicAddress } from './publicAddress'

/** What is at an address of the web: something, nothing, or that cannot be said now. */
export type Look = 'dead' | 'found' | 'unsure'

type Options = Openness & {
  /** How long to wait for an answer, in ms. */
  patience?: number
}

/** Redirections that are followed. */
const MOST_STEPS = 5

/** Answers by which a server says that nothing is there. */
const GONE = [404, 410]

/** What the domain name system says of a name that does not exist. */
const NAMELESS = ['ENOTFOUND', 'ENODATA']

type Answer = { location: string | undefined; status: number }

const ask = (
  url: URL,
  { method, signal, ...options }: Options & { method: string; signal: AbortSignal },
): Promise<Answer> =>
  new Promise((settle, reject) => {
    const { mayAsk = isPublicAddress } = options
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !mayAsk(host)) {
      reject(new NotOpen())

      return
    }
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const asked = send(
      url,
      {
        agent: false,
        headers: { Accept: '*/*', 'User-Agent': 'Mozilla/5.0 (compatible; link check)' },
        lookup: openOnly(options),
        method,
        signal,
      },
      (response) => {
        // Whether something is there is in the head: the rest is not read.
        response.destroy()
        settle({ location: response.headers.location, status: response.statusCode ?? 0 })
      },
    )
    asked.on('error', reject)
    asked.end()
  })

/** The answer at the end of all redirections. */
const final = async (
  url: URL,
  options: Options & { method: string; signal: AbortSignal },
  steps = 0,
): Promise<Answer | null> => {
  const answer = await ask(url, options)
  const { location, status } = answer
  if (status < 300 || status >= 400 || location === undefined) {
    return answer
  }
  const next = URL.canParse(location, url) ? new URL(location, url) : null

  return next && /^https?:$/.test(next.protocol) && steps < MOST_STEPS
    ? final(next, options, steps + 1)
    : null
}

/**
 * Looks whether anything is at an address of the web (http or https), without reading it. Only addresses of the open web are
 * asked, at every step of a redirection, so that nobody learns by it what is in the network of this machine. What a server
 * refuses to a program may be there for people. Never throws.
 */
export const lookAt = async (
  address: string,
  { patience = 8000, ...how }: Options = {},
): Promise<Look> => {
  try {
    const options = { ...how, signal: AbortSignal.timeout(patience) }
    const url = new URL(address)
    const head = await final(url, { ...options, method: 'HEAD' })
    // Some servers know no HEAD.
    const answer =
      head && head.status >= 400 ? await final(url, { ...options, method: 'GET' }) : head
    if (!answer) {
      return 'unsure'
    }

    return GONE.includes(answer.status) ? 'dead' : answer.status < 400 ? 'found' : 'unsure'
  } catch (error) {
    return NAMELESS.includes((error as NodeJS.ErrnoException).code ?? '') ? 'dead' : 'unsure'
  }
}
