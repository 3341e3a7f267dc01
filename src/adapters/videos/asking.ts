import type { z } from 'zod'

import type { Guarded, GuardedAnswer } from '../web/guarded'

import { askGuarded } from '../web/guarded'
import { VideosRefused, VideosUnavailable } from './types'

/** Asks; throws VideosUnavailable where nothing sensible comes back, VideosRefused where it is refused. */
export const asked = async (
  name: string,
  url: string | URL,
  { mayLack = false, ...given }: { /** Whether 404 is an answer. */ mayLack?: boolean } & Guarded,
): Promise<GuardedAnswer> => {
  const answer = await askGuarded(url, given).catch((error: unknown) => {
    throw new VideosUnavailable(`${name} does not answer.`, { cause: error })
  })
  const { status } = answer
  if (status < 300 || (status === 404 && mayLack)) {
    return answer
  }
  const said = answer.answer.toString('utf8').slice(0, 300)
  if (status >= 500 || status === 429 || status === 408) {
    throw new VideosUnavailable(`${name} answers ${status}: ${said}`)
  }
  throw new VideosRefused(
    `${name} answers ${status}: ${said}`,
    status === 401 || status === 403 ? 'keys' : 'provider',
  )
}

/** The JSON of an answer, as `shape` reads it. Throws VideosUnavailable. */
export const readAs = <T>(name: string, { answer }: GuardedAnswer, shape: z.ZodType<T>): T => {
  try {
    return shape.parse(JSON.parse(answer.toString('utf8')))
  } catch (error) {
    throw new VideosUnavailable(`${name} does not answer as it should.`, { cause: error })
  }
}
