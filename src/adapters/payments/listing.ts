import type { Movement, ProviderEvent } from './types'

/** The event of something that was found in a list rather than told; the same state has the same id. */
export const listedEvent = (
  event: Omit<ProviderEvent, 'id'>,
  { id, kind }: Pick<Movement, 'id' | 'kind'>,
): ProviderEvent => ({
  ...event,
  id: ['listed', kind, id, stateIn(event), ...(event.dispute ? [event.dispute.fee] : [])].join('_'),
})

/** How what an event tells of stands, in one word. */
export const stateIn = ({ type, dispute }: Pick<ProviderEvent, 'dispute' | 'type'>): string =>
  dispute?.state ?? type.split('.')[1] ?? ''
