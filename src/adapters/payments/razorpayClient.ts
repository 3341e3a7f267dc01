import Razorpay from 'razorpay'
import { z } from 'zod'

import { PaymentUnavailable } from './types'

export type RazorpayOptions = {
  /** Replaces Razorpay's own address. */
  apiBase?: string
  keyId: string
  keySecret: string
  /** How long an answer is waited for, in milliseconds. */
  timeout?: number
}

const TIMEOUT_MS = 20_000

/** The connection inside the SDK, which offers no settings of its own for it. */
type Inside = {
  api: {
    rq: {
      defaults: object
      interceptors: { request: { use: (change: (request: Asked) => Asked) => void } }
    }
  }
}

type Asked = {
  data?: unknown
  headers: { set: (name: string, value: string) => void }
  url?: string
}

/** The header under which a refund is made once, however often it is asked for. */
const REFUND_KEY = 'X-Refund-Idempotency'

const receiptShape = z.object({ receipt: z.string() })

/** The SDK's client; each request of a refund bears its receipt as its idempotency key. */
export const razorpayClient = ({
  apiBase,
  keyId,
  keySecret,
  timeout = TIMEOUT_MS,
}: RazorpayOptions): Razorpay => {
  const razorpay = new Razorpay({ key_id: keyId, key_secret: keySecret })
  const { rq } = (razorpay as unknown as Inside).api
  Object.assign(rq.defaults, { timeout, ...(apiBase && { baseURL: apiBase }) })
  rq.interceptors.request.use((request) => {
    const asked = receiptShape.safeParse(request.data).data
    if (asked && request.url?.endsWith('/refund')) {
      request.headers.set(REFUND_KEY, asked.receipt)
    }

    return request
  })

  return razorpay
}

const refusalShape = z.object({
  error: z.object({ code: z.string(), description: z.string() }),
  statusCode: z.literal([400, 404]),
})

/** What Razorpay says against a request; null where it did not answer, or answered something else. */
export const refusalIn = (error: unknown): null | string =>
  refusalShape.safeParse(error).data?.error.description ?? null

/** Whether the account itself is refused, which asking again does not help. */
const isRefused = (error: unknown): boolean =>
  z.object({ statusCode: z.literal([401, 403]) }).safeParse(error).success

/**
 * What Razorpay answers. One that fails without a refusal is asked once more: a link has a reference and a refund a
 * key, under which there is one. Throws PaymentUnavailable, and Razorpay's refusal as it came.
 */
export const orUnavailable = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask().catch((error: unknown) => {
      if (refusalIn(error) !== null || isRefused(error)) {
        throw error
      }

      return ask()
    })
  } catch (error) {
    if (refusalIn(error) !== null) {
      throw error
    }
    throw new PaymentUnavailable('Razorpay does not answer, or refuses the account.', {
      cause: error,
    })
  }
}

/** The answer, or null where Razorpay refuses in words like these; throws PaymentUnavailable for any other refusal. */
export const unless = async <T>(words: RegExp, ask: () => Promise<T>): Promise<null | T> => {
  try {
    return await orUnavailable(ask)
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === null) {
      throw error
    }
    if (words.test(refusal)) {
      return null
    }
    throw new PaymentUnavailable(`Razorpay: ${refusal}`, { cause: error })
  }
}
