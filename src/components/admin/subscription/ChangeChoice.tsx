'use client'

import { useEffect, useState } from 'react'

import type { ShownChange } from '@/operations/commerce/shownChanges'

import { callApi } from '@/components/shell/api'
import { formatMoney } from '@/components/ui/formatMoney'

import type { SubscriptionWords } from './words'

import { Choice } from '../places/Choice'

/** The plans to which a subscription can be changed, and what the chosen one costs now. */
export const ChangeChoice = ({
  id,
  locale,
  onChange,
  words,
}: {
  id: string
  locale: string
  onChange: (change: null | { expects: number; offer: string }) => void
  words: SubscriptionWords
}) => {
  const [changes, setChanges] = useState<null | ShownChange[]>(null)
  const [offer, setOffer] = useState('')
  const [fault, setFault] = useState<null | string>(null)
  useEffect(() => {
    let isGone = false
    void callApi<{ changes: ShownChange[] }>(`/api/subscriptions/${id}/changes`).then((answer) => {
      if (!isGone) {
        setChanges(answer.ok ? answer.data.changes : [])
        setFault(answer.ok ? null : answer.code)
      }
    })

    return () => {
      isGone = true
    }
  }, [id])
  const chosen = changes?.find((one) => one.offer === offer)
  const choose = (value: string) => {
    setOffer(value)
    const found = changes?.find((one) => one.offer === value)
    onChange(found ? { expects: found.due, offer: value } : null)
  }
  if (fault) {
    return <p role="alert">{words.refused[fault] ?? words.failed}</p>
  }
  if (!changes) {
    return <p aria-busy="true">…</p>
  }
  if (changes.length === 0) {
    return <p>{words.noChanges}</p>
  }
  const money = (amount: number, currency: string) => formatMoney({ amount, currency, locale })

  return (
    <>
      <Choice
        id="subscription-plan"
        label={words.plan}
        onChange={choose}
        options={changes.map((one) => ({
          label: `${one.title} (${money(one.terms.amount, one.currency)})`,
          value: one.offer,
        }))}
        placeholder={words.choose}
        value={offer}
      />
      {chosen && (
        <p aria-live="polite">
          {words.due(money(chosen.due, chosen.currency))}{' '}
          {chosen.credit > 0 && words.credited(money(chosen.credit, chosen.currency))}
        </p>
      )}
    </>
  )
}
