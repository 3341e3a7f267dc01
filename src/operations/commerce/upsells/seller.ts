import type { PayloadRequest } from 'payload'

import type { OpenOrder } from '../openOrders'

import { taxSettings } from '../tax/settings'

/** Who sells an order, by the tax that was put on it: the school, a merchant of record; null where the school charges none and it may be either. */
export const sellerOf = async ({
  order: { taxation },
  req,
  tenant,
}: {
  order: Pick<OpenOrder, 'taxation'>
  req: PayloadRequest
  tenant: string
}): Promise<'merchant' | 'school' | null> =>
  taxation ? 'school' : (await taxSettings({ req, tenant })) ? 'merchant' : null
