import type { OwnEvent } from './ownEvents'
import type { ChargeFailure, ChargeRequest } from './types'

/** What an event of a charge says of what was asked. */
export const askedIn = ({ amount, currency, order, tenant }: ChargeRequest) => ({
  amount,
  currency,
  order,
  tenant,
})

/** A charge that came to nothing before its provider made a payment of it; the same for the same key. */
export const refusedCharge = (request: ChargeRequest, failure: ChargeFailure): OwnEvent => {
  const id = `${failure === 'cardMissing' ? 'none' : 'refused'}_${request.idempotencyKey}`

  return {
    ...askedIn(request),
    id: `evt_${id}`,
    type: 'payment.failed',
    failure,
    payment: id,
    session: id,
  }
}
