'use client'

import type { Transaction } from '@/operations/commerce/financeSearch'

import { formatMoney } from '@/components/ui/formatMoney'

import type { FinanceWords } from './words'

import { ProviderState } from './ProviderState'

/** One movement of money: what stands here, what the provider says, and the way to its order and to a refund. */
export const TransactionRow = ({
  language,
  moment,
  transaction: { id, amount, at, buyer, currency, kind, order, provider, providerId, state },
  words,
}: {
  language: string
  moment: (at: string) => string
  transaction: Transaction
  words: FinanceWords
}) => {
  const path = `/admin/collections/orders/${order.id}`

  return (
    <tr>
      <th scope="row">
        {words.kinds[kind]}
        <small>
          {provider} <bdi dir="ltr">{providerId}</bdi>
        </small>
      </th>
      <td>{moment(at)}</td>
      <td>
        <bdi>{buyer.name}</bdi>
        <small>
          <bdi dir="ltr">{buyer.email}</bdi>
        </small>
      </td>
      <td>
        <a href={path}>{order.number}</a>
      </td>
      <td>
        <bdi>{formatMoney({ amount, currency, locale: language })}</bdi>{' '}
        <span className="lectern-stage" data-stage={state}>
          {words.states[state] ?? state}
        </span>
      </td>
      <td>
        {kind === 'payment' && <ProviderState language={language} payment={id} words={words} />}
      </td>
      <td>
        {kind === 'payment' && state === 'succeeded' && (
          <a href={`${path}#refunds`}>{words.refund}</a>
        )}
      </td>
    </tr>
  )
}
