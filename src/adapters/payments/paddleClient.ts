import { z } from 'zod'

import { PaymentUnavailable } from './types'

/** Paddle's own addresses: of its API, of its sandbox's, and of the script that opens its checkout. */
export const PADDLE_LIVE = 'https://api.paddle.com'
export const PADDLE_SANDBOX = 'https://sandbox-api.paddle.com'

export type PaddleOptions = {
  apiBase: string
  apiKey: string
  /** How long an answer is waited for, in milliseconds. */
  timeout?: number
}

type Asked = {
  body?: object
  method?: 'GET' | 'PATCH' | 'POST'
  query?: Readonly<Record<string, string>>
}

/** Asks Paddle and answers its JSON, read by `shape`. Throws PaddleRefusal, and PaymentUnavailable. */
export type Paddle = <T>(path: string, shape: z.ZodType<T>, asked?: Asked) => Promise<T>

const TIMEOUT_MS = 20_000

/** The version of the API whose shapes are read here. */
const VERSION = '1'

/** What Paddle says against a request; `code` as Paddle names it. */
export class PaddleRefusal extends Error {
  override name = 'PaddleRefusal'

  constructor(readonly code: string) {
    super(`Paddle: ${code}`)
  }
}

const refusalShape = z.object({ error: z.object({ code: z.string() }) })

const REFUSED = [400, 404, 409, 422]

/** A connection with an account at Paddle. What only reads is asked twice where nothing comes back; Paddle knows no keys under which anything is made once. */
export const paddleClient = ({ apiBase, apiKey, timeout = TIMEOUT_MS }: PaddleOptions): Paddle => {
  const ask = async (path: string, { body, method = 'GET', query = {} }: Asked) => {
    const url = new URL(path, apiBase)
    Object.entries(query).forEach(([name, value]) => url.searchParams.set(name, value))
    try {
      const answer = await fetch(url, {
        body: body && JSON.stringify(body),
        headers: {
          Authorization: `Bearer ${apiKey}`,
          'Content-Type': 'application/json',
          'Paddle-Version': VERSION,
        },
        method,
        signal: AbortSignal.timeout(timeout),
      })

      return { said: (await answer.json()) as unknown, status: answer.status }
    } catch (error) {
      throw new PaymentUnavailable('Paddle does not answer.', { cause: error })
    }
  }
  const readable = async (path: string, asked: Asked) => {
    const { said, status } = await ask(path, asked)
    if (status >= 500 || status === 429) {
      throw new PaymentUnavailable(`Paddle answers ${status}.`)
    }

    return { said, status }
  }

  return async (path, shape, asked = {}) => {
    const isReading = (asked.method ?? 'GET') === 'GET'
    const { said, status } = await readable(path, asked).catch((error: unknown) => {
      if (!isReading) {
        throw error
      }

      return readable(path, asked)
    })
    const code = REFUSED.includes(status) ? refusalShape.safeParse(said).data?.error.code : null
    if (code) {
      throw new PaddleRefusal(code)
    }
    const read = status < 300 ? shape.safeParse(said) : undefined
    if (!read?.success) {
      throw new PaymentUnavailable(`Paddle answers ${status}, not as it should.`, {
        cause: read?.error,
      })
    }

    return read.data
  }
}

/** The answer, or null where Paddle refuses by this code; throws PaymentUnavailable for any other refusal. */
export const unlessCode = async <T>(codes: RegExp, ask: () => Promise<T>): Promise<null | T> => {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof PaddleRefusal)) {
      throw error
    }
    if (codes.test(error.code)) {
      return null
    }
    throw new PaymentUnavailable(error.message, { cause: error })
  }
}

const pageShape = <T>(shape: z.ZodType<T>) =>
  z.object({
    data: z.array(shape),
    meta: z.object({ pagination: z.object({ has_more: z.boolean(), next: z.string() }) }),
  })

/** All of a list, page by page, until `isEnough` of one. */
export const allAtPaddle = async <T>({
  isEnough = () => false,
  paddle,
  path,
  query,
  shape,
}: {
  isEnough?: (page: readonly T[]) => boolean
  paddle: Paddle
  path: string
  query: Readonly<Record<string, string>>
  shape: z.ZodType<T>
}): Promise<T[]> => {
  const all: T[] = []
  let asked: Readonly<Record<string, string>> = query
  for (;;) {
    const { data, meta } = await paddle(path, pageShape(shape), { query: asked })
    all.push(...data)
    if (!meta.pagination.has_more || data.length === 0 || isEnough(data)) {
      return all
    }
    asked = Object.fromEntries(new URL(meta.pagination.next).searchParams)
  }
}
