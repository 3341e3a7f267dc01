import type { ProviderEvent } from './types'

/** What is read of a provider's event besides who told of it, and when. */
export type Read = Omit<ProviderEvent, 'id' | 'occurredAt' | 'provider'>

/** An event that says nothing of an order. */
export const NOTHING = {
  amount: null,
  currency: null,
  order: null,
  payment: null,
  session: null,
  tenant: null,
} as const
