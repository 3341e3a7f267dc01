import type { UIFieldServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { idOf } from '@/domain/ids'
import { splitTerms } from '@/operations/commerce/splitTerms'

import { KeptOfPrices } from './offers/KeptOfPrices'

/** Beneath the prices of an offer: what the school keeps of each once the platform took its fee; nothing where it takes none. */
export const KeptOfPrice = async ({ payload, user }: UIFieldServerProps) => {
  const tenant = (user as null | { tenant?: string | { id: string } })?.tenant
  if (!tenant) {
    return null
  }
  const req = await createLocalReq({ user }, payload)
  const { fee } = await splitTerms({ currency: '', req, tenant: idOf(tenant) })

  return fee > 0 ? <KeptOfPrices fee={fee} /> : null
}
