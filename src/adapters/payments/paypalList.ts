import type { SearchResponse, TransactionInformation } from '@paypal/paypal-server-sdk'

import type { PayPal } from './paypalClient'
import type { Listing, Movement, Range } from './types'

import { listedEvent } from './listing'
import { fromPayPal } from './paypalAmounts'
import { unless } from './paypalClient'
import { namedAtPayPal } from './paypalIds'
import { PaymentUnavailable } from './types'

/** The longest time that one search covers, and how many transactions one page of it holds. */
const LONGEST_MS = 31 * 24 * 3600_000
const AT_ONCE = 500

/** Codes of transactions by which money comes in, and goes back: PayPal's T00 and T11. */
const PAYMENT = /^T00/
const REFUND = /^T11/

/** Payments and refunds of a PayPal account, as its transaction search lists them, up to three hours late; of disputes it has no such list. */
export const listAtPayPal = async (paypal: PayPal, { from, to }: Range): Promise<Listing> => {
  const movements: Movement[] = []
  for (let start = from.getTime(); start < to.getTime(); start += LONGEST_MS) {
    const end = new Date(Math.min(to.getTime(), start + LONGEST_MS))
    const pages = await pagesOf(paypal, { from: new Date(start), to: end })
    movements.push(...pages.flatMap(movementsIn))
  }

  return { kinds: ['payment', 'refund'], movements }
}

const pagesOf = async (
  { transactions }: PayPal,
  { from, to }: Range,
): Promise<SearchResponse[]> => {
  const pages: SearchResponse[] = []
  let page = 1
  for (;;) {
    const found = await unless([], () =>
      transactions.searchTransactions({
        endDate: to.toISOString(),
        fields: 'transaction_info',
        page,
        pageSize: AT_ONCE,
        startDate: from.toISOString(),
      }),
    )
    if (!found) {
      throw new PaymentUnavailable('PayPal answered no search.')
    }
    pages.push(found.result)
    if (page >= (found.result.totalPages ?? 1)) {
      return pages
    }
    page += 1
  }
}

const movementsIn = ({ transactionDetails = [] }: SearchResponse): Movement[] =>
  transactionDetails.flatMap(({ transactionInfo }) =>
    transactionInfo ? movementOf(transactionInfo) : [],
  )

/** One that succeeded, and bears a name of ours or refunds something that may. */
const movementOf = ({
  customField,
  feeAmount,
  paypalReferenceId,
  transactionAmount,
  transactionEventCode: code = '',
  transactionId: id,
  transactionInitiationDate,
  transactionStatus,
}: TransactionInformation): Movement[] => {
  const kind = PAYMENT.test(code) ? 'payment' : REFUND.test(code) ? 'refund' : null
  const name = namedAtPayPal(customField)
  if (!id || !kind || !transactionAmount || !/^[SV]$/.test(transactionStatus ?? '')) {
    return []
  }
  if (kind === 'payment' ? !name : !paypalReferenceId) {
    return []
  }
  const money = unsigned(transactionAmount)
  const event = {
    ...money,
    type: kind === 'payment' ? ('payment.succeeded' as const) : ('refund.succeeded' as const),
    occurredAt: new Date(transactionInitiationDate ?? 0),
    order: name?.order ?? null,
    payment: kind === 'payment' ? id : (paypalReferenceId ?? null),
    provider: 'paypal' as const,
    ...(kind === 'refund' && { refund: { id, failure: null, ours: name?.refund ?? null } }),
    session: null,
    tenant: name?.tenant ?? null,
  }
  const fee = feeAmount && unsigned(feeAmount)

  return [
    {
      id,
      event: listedEvent(event, { id, kind }),
      fee: kind === 'payment' && fee?.currency === money.currency ? fee.amount : null,
      kind,
    },
  ]
}

/** What goes out is below zero there. */
const unsigned = ({ currencyCode: currency, value }: { currencyCode: string; value: string }) => ({
  amount: fromPayPal({ currency, value: value.replace(/^-/, '') }),
  currency,
})
