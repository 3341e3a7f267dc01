import type { PayloadRequest } from 'payload'

import { returnedSplits } from '@/domain/commerce/earnings'
import { refundEntries } from '@/domain/commerce/ledger'

import { holdLedger, post } from './post'
import { returnedLines } from './returnedLines'
import { withheldOf } from './withheld'
import { keepsFee } from '../splitTerms'

type Refunded = {
  currency: string
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
