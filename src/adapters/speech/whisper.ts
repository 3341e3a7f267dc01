import { z } from 'zod'

import { env } from '@/env'

import type { GuardedAnswer } from '../web/guarded'
import type { Speech, SpeechAccount } from './types'

import { askGuarded } from '../web/guarded'
import { SpeechRefused, SpeechUnavailable } from './types'

/** How long nothing may come, in ms: what was said in an hour is answered at once, at the end. */
const PATIENCE = 15 * 60_000

const answerShape = z.object({
  segments: z.array(z.object({ end: z.number(), start: z.number(), text: z.string() })).default([]),
})

/**
 * Services that speak as OpenAI's `POST /v1/audio/transcriptions` does (multipart; `verbose_json`), its own and those of one's own machines. Hosts
 * of the installation's network are asked only where PRIVATE_HOSTS names them.
 */
export const whisper =
  ({ address, key, model }: SpeechAccount): Speech =>
  async ({ language, signal, sound }) => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(sound)], 'sound.mp3', { type: 'audio/mpeg' }))
    form.set('model', model)
    form.set('language', language)
    form.set('response_format', 'verbose_json')
    const body = new Response(form)
    const url = new URL(`${address.replace(/\/+$/, '')}/audio/transcriptions`)
    const answer = await askGuarded(url, {
      body: Buffer.from(await body.arrayBuffer()),
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': body.headers.get('content-type') ?? '',
      },
      isTrusted: env().PRIVATE_HOSTS.includes(url.host),
      method: 'POST',
      patience: PATIENCE,
      signal,
    }).catch((error: unknown) => {
      throw new SpeechUnavailable(`${url.host} does not answer.`, { cause: error })
    })

    return read(answer, url.host)
  }

const read = ({ answer, status }: GuardedAnswer, host: string) => {
  const said = answer.toString('utf8')
  if (status === 429 || status >= 500) {
    throw new SpeechUnavailable(`${host} answers ${status}: ${said.slice(0, 300)}`)
  }
  if (status >= 300) {
    throw new SpeechRefused(
      `${host} answers ${status}: ${said.slice(0, 300)}`,
      status === 401 || status === 403 ? 'account' : 'refused',
    )
  }
  try {
    return answerShape.parse(JSON.parse(said)).segments
  } catch (error) {
    throw new SpeechRefused(
      `${host} does not answer as it should: ${String(error).slice(0, 200)}`,
      'refused',
    )
  }
}
