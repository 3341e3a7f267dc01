'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useState, type FormEvent } from 'react'

import type { Transaction } from '@/operations/commerce/financeSearch'

import { ask } from './ask'
import { TransactionRow } from './finance/TransactionRow'
import { FINANCE_WORDS } from './finance/words'
import { useSchoolZone } from './useSchoolZone'
import { wordsIn } from './words'

type Page = { next: null | string; transactions: Transaction[] }
type Found = 'failed' | null | Page

const FIELDS = ['text', 'amount', 'currency', 'from', 'to'] as const

/** What was typed, as a query without what is empty. */
const queryOf = (form: FormData): URLSearchParams =>
  new URLSearchParams(
    FIELDS.flatMap((name): [string, string][] => {
      const value = form.get(name)
      const text = typeof value === 'string' ? value.trim() : ''

      return text ? [[name, name === 'currency' ? text.toUpperCase() : text]] : []
    }),
  )

/** Above the list of payments: finds any movement of money by whose, what, how much and when, and asks its provider about it. */
export const FinanceDesk = () => {
  const { i18n } = useTranslation()
  const zone = useSchoolZone()
  const words = wordsIn(i18n.language, FINANCE_WORDS)
  const [found, setFound] = useState<Found>(null)
  const [query, setQuery] = useState('')
  const [isBusy, setBusy] = useState(false)
  const moments = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone ?? undefined,
  })
  const look = async (asked: string, earlier: Transaction[]) => {
    setBusy(true)
    const told = await ask<Page>(`/api/finance/transactions?${asked}`)
    setFound(
      told.ok
        ? { ...told.value, transactions: [...earlier, ...told.value.transactions] }
        : 'failed',
    )
    setBusy(false)
  }
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asked = queryOf(new FormData(event.currentTarget)).toString()
    setQuery(asked)
    void look(asked, [])
  }
  const input = (name: (typeof FIELDS)[number], label: string, more: object = {}) => (
    <label className="lectern-finance__field">
      <span>{label}</span>
      <input name={name} type={name === 'from' || name === 'to' ? 'date' : 'text'} {...more} />
    </label>
  )

  return (
    <section aria-label={words.heading} className="lectern-finance" id="finance">
      <h2>{words.heading}</h2>
      <p>{words.lead}</p>
      <form onSubmit={search} role="search">
        {input('text', words.text, { maxLength: 200, title: words.textHint })}
        {input('amount', words.amount, { inputMode: 'decimal', maxLength: 20 })}
        {input('currency', words.currency, { maxLength: 3, size: 4 })}
        {input('from', words.from)}
        {input('to', words.to)}
        <Button disabled={isBusy} size="medium" type="submit">
          {isBusy ? words.searching : words.find}
        </Button>
      </form>
      <div aria-live="polite">
        {found === 'failed' && <p>{words.failed}</p>}
        {found && found !== 'failed' && found.transactions.length === 0 && <p>{words.none}</p>}
      </div>
      {found && found !== 'failed' && found.transactions.length > 0 && (
        <div aria-label={words.heading} className="lectern-books" role="region" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.who}</th>
                <th scope="col">{words.order}</th>
                <th scope="col">{words.here}</th>
                <th scope="col">{words.there}</th>
                <th scope="col">
                  <span className="lectern-recovered-said">{words.refund}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.transactions.map((transaction) => (
                <TransactionRow
                  key={transaction.id}
                  language={i18n.language}
                  moment={(at) => moments.format(new Date(at))}
                  transaction={transaction}
                  words={words}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found && found !== 'failed' && found.next && (
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          onClick={() =>
            void look(
              `${query}${query ? '&' : ''}before=${encodeURIComponent(found.next ?? '')}`,
              found.transactions,
            )
          }
          size="medium"
        >
          {words.more}
        </Button>
      )}
    </section>
  )
}
