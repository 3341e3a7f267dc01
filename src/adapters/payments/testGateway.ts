import type { GatewaySession, GatewaySessions } from './gatewaySessions'
import type { OwnEvent } from './ownEvents'
import type {
  ChargeRequest,
  Delivery,
  Payments,
  RefundRequest,
  RefundState,
  SessionState,
} from './types'

import { facelessCard } from '@/domain/commerce/cards'

import type { DisputeRequest } from './testDisputes'

import { disputeEvent } from './testDisputes'
import { ownEventIn, signedEvent } from './ownEvents'

/** What the buyer, playing her bank, answered on the gateway's page. */
type Decision = 'approve' | 'decline'

export type TestGateway = Payments & {
  charge: NonNullable<Payments['charge']>
  keptCard: NonNullable<Payments['keptCard']>
  /** Says whether the card of a session takes further charges from now on; false where there is none. */
  setCard: (args: { session: string; works: boolean }) => Promise<boolean>
  /**
   * Settles a session and answers the signed event of it. Deciding the same again answers the same
   * event; null where the session is unknown, over, or was decided otherwise.
   */
  decide: (args: { decision: Decision; session: string }) => Promise<Delivery | null>
  /** The signed event of a buyer who contests a payment, or of how that goes on. */
  dispute: (request: DisputeRequest) => Delivery
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

      return signedEvent({ at: clock(), event: chargedBy(request, found), secret })
    },
    chargesAtOnce: true,
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
    dispute: (request) => {
      const now = clock()

      return signedEvent({ at: now, event: disputeEvent(request, now), secret })
    },
    forgetCard: async ({ token }) => {
      await sessions.forget(token)
    },
    keptCard: async (session) => {
      const found = await sessions.find(session)

      return found?.status === 'paid' && found.recurs
        ? { face: { ...facelessCard('test'), last4: '4242' }, keys: { token: session } }
        : null
    },
    lookUp: async (session) => {
      const found = await sessions.find(session)

      return found && stateOf(found)
    },
    refund: async (request) => refundOf(request, await sessions.find(request.session)),
    setCard: (args) => sessions.setCard(args),
    takes: () => true,
    verifyEvent: (given) =>
      Promise.resolve(given).then((delivery) =>
        ownEventIn({ delivery, now: clock(), provider: 'test', secret }),
      ),
  }
}

/** Money goes back to a card that works, and no more of it than was paid on its page. */
const refundOf = ({ amount, refund }: RefundRequest, card: GatewaySession | null): RefundState => {
  const failure = card?.cardWorks === false ? 'card_closed' : null
  const tooMuch = card && amount > card.amount ? 'amount_too_large' : null

  return failure || tooMuch
    ? { id: null, failure: failure ?? tooMuch, status: 'failed' }
    : { id: `re_${refund}`, failure: null, status: 'succeeded' }
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
  const { amount, currency, order, payment, recurs, session, status, subscription, tenant } =
    settled
  const isPaid = status === 'paid'
  const taken = isPaid ? ('card.saved' as const) : ('other' as const)
  const event: OwnEvent = {
    id: `evt_${session}_${status}`,
    type: order === null ? taken : isPaid ? 'payment.succeeded' : 'payment.failed',
    amount,
    currency,
    ...(isPaid && recurs && { keepsCard: true }),
    ...(subscription && { subscription }),
    order,
    payment,
    session,
    tenant,
  }

  return signedEvent({ at, event, secret })
}

/** What becomes of a charge: a card works while its holder says so, and only where it has paid before. */
const chargedBy = (
  { amount, currency, idempotencyKey, order, tenant }: ChargeRequest,
  card: GatewaySession | null,
): OwnEvent => {
  const isKept = card?.status === 'paid' && card.recurs
  const works = isKept && card.cardWorks

  return {
    id: `evt_${idempotencyKey}`,
    type: works ? 'payment.succeeded' : 'payment.failed',
    amount,
    currency,
    ...(!works && { failure: isKept ? ('declined' as const) : ('cardMissing' as const) }),
    order,
    payment: `pay_${idempotencyKey}`,
    session: `tc_${idempotencyKey}`,
    tenant,
  }
}
