import type { OAuthToken } from '@paypal/paypal-server-sdk'

import {
  ApiError,
  Client,
  Environment,
  OrdersController,
  PaymentsController,
  VaultController,
  TransactionSearchController,
} from '@paypal/paypal-server-sdk'
import { z } from 'zod'

import { PaymentUnavailable } from './types'

/** PayPal's own addresses. */
export const PAYPAL_LIVE = 'https://api-m.paypal.com'
export const PAYPAL_SANDBOX = 'https://api-m.sandbox.paypal.com'

export type PayPalOptions = {
  /** Address of PayPal's API: live, sandbox, or one for tests. */
  apiBase: string
  clientId: string
  secret: string
  /** How long an answer is waited for, in milliseconds. */
  timeout?: number
}

const TIMEOUT_MS = 20_000

/** How long before its end a token is renewed, in seconds. */
const CLOCK_SKEW = 300

/** When a token expires that is no good any more, in seconds of the epoch. */
const ENDED = BigInt(0)

/** Stands for a token that could not be had: the SDK refuses to send it, and asks again the next time. */
const NO_TOKEN: OAuthToken = { accessToken: '', expiry: ENDED, tokenType: 'Bearer' }

type Held = { token?: OAuthToken }

/**
 * The SDK's client, which asks `apiBase` in place of the two addresses that the SDK knows. The SDK keeps a token that
 * could not be had for good, and one that PayPal ended until it would have expired: here each is asked for anew.
 */
class PayPalClient extends Client {
  constructor(
    private readonly options: PayPalOptions,
    private readonly held: Held = {},
  ) {
    super({
      clientCredentialsAuthCredentials: {
        oAuthClientId: options.clientId,
        oAuthClientSecret: options.secret,
        oAuthClockSkew: CLOCK_SKEW,
        oAuthOnTokenUpdate: (token) => {
          held.token = token
        },
        oAuthTokenProvider: (last, manager) => manager.updateToken(last).catch(() => NO_TOKEN),
      },
      environment: Environment.Production,
      httpClientOptions: { retryConfig: { maxNumberOfRetries: 0 } },
      timeout: options.timeout ?? TIMEOUT_MS,
    })
  }

  override getRequestBuilderFactory(): ReturnType<Client['getRequestBuilderFactory']> {
    const make = super.getRequestBuilderFactory()

    return (...asked) => {
      const request = make(...asked)
      request.interceptRequest(({ url, ...rest }) => ({
        ...rest,
        url: url.replace(PAYPAL_LIVE, this.options.apiBase),
      }))
      request.interceptResponse((context) => {
        if (context.response.statusCode === 401 && this.held.token) {
          this.held.token.expiry = ENDED
        }

        return context
      })

      return request
    }
  }
}

export type PayPal = {
  /** Disputes, one by its id or a page of their list, as PayPal's JSON: of them the SDK knows nothing. */
  disputes: (asked: { id?: string; query?: Record<string, string> }) => Promise<unknown>
  orders: OrdersController
  payments: PaymentsController
  vault: VaultController
  transactions: TransactionSearchController
}

export const paypalClient = (options: PayPalOptions): PayPal => {
  const client = new PayPalClient(options)

  return {
    disputes: async ({ id, query = {} }) => {
      const request = client.getRequestBuilderFactory()('GET', '/v1/customer/disputes')
      if (id) {
        request.appendPath(encodeURIComponent(id))
      }
      request.query(query)
      request.authenticate([{ oauth2: true }])

      return JSON.parse((await request.callAsText()).result) as unknown
    },
    orders: new OrdersController(client),
    payments: new PaymentsController(client),
    transactions: new TransactionSearchController(client),
    vault: new VaultController(client),
  }
}

const problemShape = z.object({
  name: z.string().default(''),
  details: z.array(z.object({ issue: z.string() })).default([]),
})

/** What PayPal calls the reason of a refusal, its issue before its name; null where it is no refusal of what was asked. */
export const issueOf = (error: unknown): null | string => {
  if (!(error instanceof ApiError) || ![400, 404, 422].includes(error.statusCode)) {
    return null
  }
  const body: unknown = typeof error.body === 'string' ? parsed(error.body) : error.result
  const problem = problemShape.safeParse(body).data

  return problem?.details[0]?.issue ?? problem?.name ?? null
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * What PayPal answers. One that fails without a refusal is asked once more: every request that moves money carries a
 * key under which it happens once. Throws PaymentUnavailable.
 */
export const orUnavailable = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask().catch((error: unknown) => {
      if (issueOf(error) !== null) {
        throw error
      }

      return ask()
    })
  } catch (error) {
    if (issueOf(error) !== null) {
      throw error
    }
    throw new PaymentUnavailable(`PayPal: ${String(error)}`, { cause: error })
  }
}

/** The answer, or null where PayPal refuses for one of these reasons; throws PaymentUnavailable for any other. */
export const unless = async <T>(
  issues: readonly string[],
  ask: () => Promise<T>,
): Promise<null | T> => {
  try {
    return await orUnavailable(ask)
  } catch (error) {
    const issue = issueOf(error)
    if (issue === null) {
      throw error
    }
    if (issues.includes(issue)) {
      return null
    }
    throw new PaymentUnavailable(`PayPal: ${issue}`, { cause: error })
  }
}
