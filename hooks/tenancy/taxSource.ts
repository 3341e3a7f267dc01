import { stripeTaxIfSet } from '@/adapters/tax/index'

/** Whether whoever is chosen to calculate tax is there on this installation; else why not. */
export const taxSourceIsThere = (source: unknown): string | true =>
  source !== 'stripe' ||
  stripeTaxIfSet() !== undefined ||
  'This installation has no Stripe account.'
