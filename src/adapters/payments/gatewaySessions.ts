import type { PaymentLine, SessionRequest } from './types'

/** A session of the test gateway. `payment` is set once it is paid. */
export type GatewaySession = {
  amount: number
  cancelUrl: string
  /** Whether the card that paid takes further charges. */
  cardWorks: boolean
  currency: string
  expiresAt: Date
  lines: readonly PaymentLine[]
  order: null | string
  payment: null | string
  /** Whether its card is kept. */
  recurs: boolean
  session: string
  status: 'expired' | 'failed' | 'open' | 'paid'
  /** Whose card it takes, where that is all it does. */
  subscription: null | string
  successUrl: string
  tenant: string
}

/** Where the test gateway keeps its sessions. */
export type GatewaySessions = {
  find: (session: string) => Promise<GatewaySession | null>
  /** Keeps the card of a session no more. */
  forget: (session: string) => Promise<void>
  /** Opens a session, or answers the one that the same idempotency key opened before. */
  open: (request: SessionRequest) => Promise<GatewaySession>
  setCard: (args: { session: string; works: boolean }) => Promise<boolean>
  /** Moves an open session to its end, once; answers the session as it stands then. */
  settle: (args: {
    payment: null | string
    session: string
    status: GatewaySession['status']
  }) => Promise<GatewaySession | null>
}
