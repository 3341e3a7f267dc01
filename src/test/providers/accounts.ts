import type { Payload } from 'payload'

import type { PaymentAccount } from '@payload-types'

import { asTenant } from '@/database/scope'

import { requestOf } from '../harness'
import { ACCOUNT_KEYS } from './keys'

/** Connects a school's own account with a provider. */
export const connect = (
  payload: Payload,
  {
    provider,
    tenant,
    ...given
  }: Partial<PaymentAccount> & { provider: keyof typeof ACCOUNT_KEYS; tenant: string },
): Promise<PaymentAccount> =>
  asTenant(tenant, async () =>
    payload.create({
      collection: 'payment-accounts',
      data: {
        isActive: true,
        position: 1,
        ...ACCOUNT_KEYS[provider],
        ...given,
        provider,
        tenant,
      },
      overrideAccess: true, // a test sets the scene
      req: await requestOf(),
    }),
  )
