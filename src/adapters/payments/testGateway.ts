import { z } from 'zod'

import type { GatewaySession, GatewaySessions } from './gatewaySessions'
import type { ChargeRequest, Delivery, Payments, ProviderEvent, SessionState } from './types'

import { checkSignature, signatureOf } from './signature'
import { BadSignature } from './types'

/** Header that carries the signature of one of the gateway's deliveries. */
export const GATEWAY_SIGNATURE = 'lectern-signature'

/** What the buyer, playing her bank, answered on the gateway's page. */
type Decision = 'approve' | 'decline'

export type TestGateway = Payments & {
  charge: NonNullable<Payments['charge']>
  /** Says whether the card of a session takes further charges from now on; false where there is none. */
  setCard: (args: { session: string; works: boolean }) => Promise<boolean>
  /**
   * Settles a session and answers the signed event of it. Deciding the same again answers the same
   * event; null where the session is unknown, over, or was decided otherwise.
   */
  decide: (args: { decision: Decision; session: string }) => Promise<Delivery | null>
}

type Options = {
  clock: () => Date
  /** Address of the gateway's page for a session. */
  pageOf: (session: GatewaySession) => string
  secret: string
  sessions: GatewaySessions
}

/**
 * The built-in gateway: a payment provider without money, for trying a school out. It keeps its own
 * sessions, and its events are signed and take the same way in as any provider's.
 */
export const testGateway = ({ clock, pageOf, secret, sessions }: Options): TestGateway => {
  const stateOf = ({
    amount,
    currency,
    expiresAt,
    payment,
    status,
  }: GatewaySession): SessionState => ({
    amount,
    currency,
    payment,
    status: status === 'open' && clock() >= expiresAt ? 'expired' : status,
  })

  return {
    name: 'test',
    charge: async (request) => {
      const found = await sessions.find(request.session)

      return signed({ at: clock(), event: chargedBy(request, found), secret })
    },
    closeSession: async (session) => {
      await sessions.settle({ payment: null, session, status: 'expired' })
    },
    createSession: async (request) => {
      const opened = await sessions.open(request)

      return { session: opened.session, url: pageOf(opened) }
    },
    decide: async ({ decision, session }) => {
      const found = await sessions.find(session)
      if (!found || stateOf(found).status === 'expired') {
        return null
      }
      const status = decision === 'approve' ? 'paid' : 'failed'
      const payment = decision === 'approve' ? `pay_${session}` : null
      const settled = await sessions.settle({ payment, session, status })

      return settled?.status === status ? deliveryOf({ at: clock(), secret, settled }) : null
    },
    lookUp: async (session) => {
      const found = await sessions.find(session)

      return found && stateOf(found)
    },
    setCard: (args) => sessions.setCard(args),
    verifyEvent: ({ body, headers }) => {
      checkSignature({ body, header: headers.get(GATEWAY_SIGNATURE), now: clock(), secret })

      return eventOf(body)
    },
  }
}

const deliveryOf = ({
  at,
  secret,
  settled,
}: {
  at: Date
  secret: string
  settled: GatewaySession
}): Delivery => {
  const { amount, currency, order, payment, session, status, tenant } = settled
  const event: Omit<Event, 'occurredAt'> = {
    id: `evt_${session}_${status}`,
    type: status === 'paid' ? 'payment.succeeded' : 'payment.failed',
    amount,
    currency,
    order,
    payment,
    session,
    tenant,
  }

  return signed({ at, event, secret })
}

/** What becomes of a charge: a card works while its holder says so, and only where it has paid before. */
const chargedBy = (
  { amount, currency, idempotencyKey, order, tenant }: ChargeRequest,
  card: GatewaySession | null,
): Omit<Event, 'occurredAt'> => ({
  id: `evt_${idempotencyKey}`,
  type: card?.status === 'paid' && card.cardWorks ? 'payment.succeeded' : 'payment.failed',
  amount,
  currency,
  order,
  payment: `pay_${idempotencyKey}`,
  session: `tc_${idempotencyKey}`,
  tenant,
})

const signed = ({
  at,
  event,
  secret,
}: {
  at: Date
  event: Omit<Event, 'occurredAt'>
  secret: string
}): Delivery => {
  const body = JSON.stringify({ ...event, occurredAt: at.toISOString() })
  const signature = signatureOf({ at, body, secret })

  return { body, headers: new Headers({ [GATEWAY_SIGNATURE]: signature }) }
}

const eventShape = z.object({
  id: z.string(),
  type: z.enum(['payment.expired', 'payment.failed', 'payment.succeeded']),
  amount: z.int().nonnegative(),
  currency: z.string().length(3),
  occurredAt: z.iso.datetime().transform((text) => new Date(text)),
  order: z.string(),
  payment: z.string().nullable(),
  session: z.string(),
  tenant: z.string(),
})

type Event = z.input<typeof eventShape>

const eventOf = (body: string): ProviderEvent => {
  try {
    return { ...eventShape.parse(JSON.parse(body)), provider: 'test' }
  } catch (error) {
    throw new BadSignature('Not an event of the test gateway.', { cause: error })
  }
}
