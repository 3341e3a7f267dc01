'use client'

import type { JSONFieldClientComponent } from 'payload'

import { FieldLabel, useField, useTranslation } from '@payloadcms/ui'

import type { Total } from '@/domain/commerce/reconciliation'

import { formatMoney } from '@/components/ui/formatMoney'

import { RECONCILIATION_WORDS } from './reconciliation/words'
import { wordsIn } from './words'

type Totals = { ours?: Total[]; theirs?: Total[] }

/** What both sides sum up to, by kind and currency. */
export const ReconciliationTotals: JSONFieldClientComponent = ({ field: { label }, path }) => {
  const { value } = useField<null | Totals>({ path })
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, RECONCILIATION_WORDS)
  const { ours = [], theirs = [] } = value ?? {}
  const isSame = (one: Total) => (other: Total) =>
    other.kind === one.kind && other.currency === one.currency
  const all = [...theirs, ...ours.filter((one) => !theirs.some(isSame(one)))]
  const money = (amount: number, currency: string) => (
    <bdi>{formatMoney({ amount, currency, locale: i18n.language })}</bdi>
  )
  const side = (total: Total | undefined) =>
    total ? (
      <>
        {money(total.amount, total.currency)} <small>({total.count})</small>
      </>
    ) : (
      '–'
    )

  return (
    <div className="field-type">
      <FieldLabel as="span" label={label} />
      <div className="lectern-books" role="region" aria-label={words.moved} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.moved}</th>
              <th scope="col">{words.ours}</th>
              <th scope="col">{words.theirs}</th>
              <th scope="col">{words.fees}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((one) => (
              <tr key={`${one.kind} ${one.currency}`}>
                <th scope="row">
                  {words.kinds[one.kind]} <bdi>{one.currency}</bdi>
                </th>
                <td>{side(ours.find(isSame(one)))}</td>
                <td>{side(theirs.find(isSame(one)))}</td>
                <td>{money(theirs.find(isSame(one))?.fees ?? 0, one.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
