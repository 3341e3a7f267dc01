import type { PayloadRequest } from 'payload'

import type { OpenOrder } from '../openOrders'

import { ableNow } from '../providers'

/** Whether an open order has no page yet, or one at a provider that still takes new money of this kind. */
export const isPageInUse = async ({
  order: { currency, isRecurring, provider, total },
  req,
}: {
  order: OpenOrder
  req: PayloadRequest
}): Promise<boolean> => {
  if (provider === null || (total === 0 && !isRecurring)) {
    return true
  }
  const able = await ableNow({ money: { amount: total, currency }, recurs: isRecurring, req })

  return able.some((name) => name === provider)
}
