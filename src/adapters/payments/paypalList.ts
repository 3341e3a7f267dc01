import type { SearchResponse, TransactionInformation } from '@paypal/paypal-server-sdk'

import type { PayPal } from './paypalClient'
import type { Listing, Movement, Range } from './types'

import { bankMovement, feeMovement, listedEvent, otherMovement } from './listing'
import { fromPayPal } from './paypalAmounts'
import { unless } from './paypalClient'
import { disputesAtPayPal } from './paypalDisputeList'
import { namedAtPayPal } from './paypalIds'
import { PaymentUnavailable } from './types'

/** The longest time that one search covers, and how many transactions one page of it holds. */
const LONGEST_MS = 31 * 24 * 3600_000
const AT_ONCE = 500

/**
 * Codes of transactions by which money comes in and goes back, of PayPal's own fees, of what it sends to a bank, and of corrections that
 * it makes by hand.
 */
const PAYMENT = /^T00/
const REFUND = /^T11/
const OWN_FEE = /^T01/
const BANK = /^T04/
const CORRECTION = /^T12(?!0[1-9])/

/**
 * Payments and refunds of a PayPal account, with what PayPal took for each, its own fees, and what it sent to the bank, as its transaction
 * search lists them, up to three hours late; and disputes, of which it keeps another list, where its app may see them.
 */
export const listAtPayPal = async (paypal: PayPal, { from, to }: Range): Promise<Listing> => {
  const movements: Movement[] = []
  for (let start = from.getTime(); start < to.getTime(); start += LONGEST_MS) {
    const end = new Date(Math.min(to.getTime(), start + LONGEST_MS))
    const pages = await pagesOf(paypal, { from: new Date(start), to: end })
    movements.push(...pages.flatMap(movementsIn))
  }
  const disputes = await disputesAtPayPal(paypal, to)

  return {
    kinds: [
      'payment',
      'refund',
      ...(disputes ? (['dispute'] as const) : []),
      'fee',
      'payout',
      'other',
    ],
    movements: [...movements, ...(disputes ?? [])],
  }
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
    transactionInfo
      ? [
          ...movementOf(transactionInfo).flatMap((moved) => [
            moved,
            ...feeFor(moved, transactionInfo),
          ]),
          ...accountOf(transactionInfo),
        ]
      : [],
  )

/** What PayPal took for a payment, or gave back of that with a refund. */
const feeFor = ({ id, event }: Movement, { feeAmount }: TransactionInformation): Movement[] =>
  feeAmount
    ? feeMovement({
        ...costOf(feeAmount),
        id,
        at: event.occurredAt,
        of: { payment: event.payment, tenant: event.tenant },
        provider: 'paypal',
      })
    : []

/** What moved on the account itself, and was not denied. */
const accountOf = ({
  paypalReferenceId,
  transactionAmount,
  transactionEventCode: code = '',
  transactionId: id,
  transactionInitiationDate,
  transactionStatus = '',
}: TransactionInformation): Movement[] => {
  if (!id || !transactionAmount || transactionStatus === 'D') {
    return []
  }
  const money = {
    ...costOf(transactionAmount),
    id,
    at: new Date(transactionInitiationDate ?? 0),
    provider: 'paypal' as const,
  }
  if (BANK.test(code)) {
    return [bankMovement({ ...money, isReturned: transactionStatus === 'V' })]
  }
  if (OWN_FEE.test(code)) {
    return feeMovement(money)
  }

  return CORRECTION.test(code) && !paypalReferenceId
    ? [otherMovement({ ...money, amount: -money.amount })]
    : []
}

/** One that succeeded, and bears a name of ours or refunds something that may. */
const movementOf = ({
  customField,
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

  return [{ id, event: listedEvent(event, { id, kind }), fee: null, kind }]
}

/** What goes out is below zero there, and a cost here. */
const costOf = (money: { currencyCode: string; value: string }) => {
  const { amount, currency } = unsigned(money)

  return { amount: money.value.startsWith('-') || amount === 0 ? amount : -amount, currency }
}

const unsigned = ({ currencyCode: currency, value }: { currencyCode: string; value: string }) => ({
  amount: fromPayPal({ currency, value: value.replace(/^-/, '') }),
  currency,
})
