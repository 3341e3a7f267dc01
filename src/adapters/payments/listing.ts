import type { Movement, ProviderEvent, ProviderName } from './types'

/** The event of something that was found in a list rather than told; the same state has the same id. */
export const listedEvent = (
  event: Omit<ProviderEvent, 'id'>,
  { id, kind }: Pick<Movement, 'id' | 'kind'>,
): ProviderEvent => ({
  ...event,
  id: [
    'listed',
    kind,
    id,
    stateIn(event),
    ...(event.dispute ? [event.dispute.fee] : []),
    ...(event.moved ? [event.amount] : []),
  ].join('_'),
})

type Moved = {
  /** In minor units of `currency`; below zero it came back. */
  amount: number
  at: Date
  currency: string
  id: string
  provider: ProviderName
}

const UNNAMED = { order: null, payment: null, session: null, tenant: null }

/** What a provider took for a payment or refund, `of` which it is, or for the account alone; none where it took nothing. */
export const feeMovement = ({
  id,
  amount,
  at: occurredAt,
  currency,
  of = {},
  provider,
}: Moved & { of?: Partial<Pick<ProviderEvent, 'payment' | 'tenant'>> }): Movement[] => {
  const event = {
    ...UNNAMED,
    ...of,
    type: 'fee.charged' as const,
    amount,
    currency,
    moved: id,
    occurredAt,
    provider,
  }

  return amount === 0
    ? []
    : [{ id, event: listedEvent(event, { id, kind: 'fee' }), fee: null, kind: 'fee' }]
}

/** What a provider sent from the account to its bank, and whether that came back. */
export const bankMovement = ({
  id,
  amount,
  at: occurredAt,
  currency,
  isReturned,
  provider,
}: Moved & { isReturned: boolean }): Movement => {
  const event = {
    ...UNNAMED,
    type: isReturned ? ('bank.returned' as const) : ('bank.sent' as const),
    amount,
    currency,
    moved: id,
    occurredAt,
    provider,
  }

  return { id, event: listedEvent(event, { id, kind: 'payout' }), fee: null, kind: 'payout' }
}

/** What moved on the account for a reason that is none of the others. */
export const otherMovement = ({ id, amount, at, currency, provider }: Moved): Movement => {
  const event = {
    ...UNNAMED,
    type: 'other' as const,
    amount,
    currency,
    moved: id,
    occurredAt: at,
    provider,
  }

  return { id, event: listedEvent(event, { id, kind: 'other' }), fee: null, kind: 'other' }
}

/** How what an event tells of stands, in one word. */
export const stateIn = ({
  type,
  dispute,
  state,
}: Pick<ProviderEvent, 'dispute' | 'state' | 'type'>): string =>
  dispute?.state ?? state ?? type.split('.')[1] ?? ''
