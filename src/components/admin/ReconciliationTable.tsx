'use client'

import type { JSONFieldClientComponent } from 'payload'

import { FieldLabel, useField, useTranslation } from '@payloadcms/ui'

import type { DifferenceKind, Entry, Explained } from '@/domain/commerce/reconciliation'

import { formatMoney } from '@/components/ui/formatMoney'

import { RECONCILIATION_WORDS, type ReconciliationWords } from './reconciliation/words'
import { wordsIn } from './words'

const Side = ({
  entry,
  language,
  what,
  words,
}: {
  entry: Entry | null
  language: string
  what: DifferenceKind
  words: ReconciliationWords
}) =>
  entry ? (
    <>
      <bdi>{formatMoney({ amount: entry.amount, currency: entry.currency, locale: language })}</bdi>{' '}
      <small>
        {what === 'feeDiffers' && entry.fee !== null
          ? `${words.fees}: ${formatMoney({ amount: entry.fee, currency: entry.currency, locale: language })}`
          : (words.states[entry.state] ?? entry.state)}
      </small>
    </>
  ) : (
    '–'
  )

/** Over which movements of money the books differed, and what became of each. */
export const ReconciliationTable: JSONFieldClientComponent = ({ field: { label }, path }) => {
  const { value } = useField<Explained[] | null>({ path })
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, RECONCILIATION_WORDS)
  const found = Array.isArray(value) ? value : []

  return (
    <div className="field-type">
      <FieldLabel as="span" label={label} />
      {found.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div className="lectern-books" role="region" aria-label={words.whatHead} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.whatHead}</th>
                <th scope="col">{words.number}</th>
                <th scope="col">{words.ours}</th>
                <th scope="col">{words.theirs}</th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {found.map(({ id, isMended, kind, ours, refusal, theirs, what }) => (
                <tr key={`${kind} ${id}`}>
                  <th scope="row">
                    {words.kinds[kind]}: {words.what[what]}
                  </th>
                  <td>
                    <bdi dir="ltr">{id}</bdi>
                  </td>
                  <td>
                    <Side entry={ours} language={i18n.language} what={what} words={words} />
                  </td>
                  <td>
                    <Side entry={theirs} language={i18n.language} what={what} words={words} />
                  </td>
                  <td>
                    {isMended ? words.mended : words.open}
                    {refusal && ` (${words.refused(refusal)})`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
