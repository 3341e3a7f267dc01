import type { PayloadRequest } from 'payload'

import type { Returned } from '@/adapters/payments/types'

import { returnedSplits } from '@/domain/commerce/earnings'
import { refundEntries } from '@/domain/commerce/ledger'
import { returnedFee } from '@/domain/commerce/merchants'

import { holdLedger, post } from './post'
import { returnedLines } from './returnedLines'
import { withheldOf } from './withheld'
import { keepsFee } from '../splitTerms'

type Refunded = {
  currency: string
  /** Of a refund that a merchant of record made: what it took back of the school's earnings; null where the school was the seller. */
  merchant?: null | Returned
  order: string
  refund: string
  req: PayloadRequest
  tenant: string
}

/**
 * Posts the money that a refund gave back, line by line, once; fees and earnings go back with it in proportion. In the transaction that
 * settles the refund, in which it has succeeded already.
 */
export const postRefund = async ({
  currency,
  merchant = null,
  order,
  refund,
  req,
  tenant,
}: Refunded): Promise<void> => {
  await holdLedger({ req, tenant })
  const lines = await returnedLines({ refund, req, tenant })
  const isKept = await keepsFee({ req, tenant })
  const splits = returnedSplits(lines, { keepsFee: isKept })
  const entries = refundEntries(lines, {
    merchantFee: merchant && returnedFee({ ...merchant, lines }),
    splits,
    withheld: await withheldOf({ keepsFee: isKept, order, refund, req }),
  })
  await post({
    currency,
    entries,
    key: `refund:${refund}`,
    kind: 'refund',
    order,
    refund,
    req,
    tenant,
  })
}
