'use client'

import { Button, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import type { OrderRefunds } from '@/domain/commerce/refunds'

import { formatMoney } from '@/components/ui/formatMoney'
import { creditNotePath } from '@/domain/commerce/paths'

import { RefundForm } from './refunds/RefundForm'
import { useRefunds } from './refunds/useRefunds'
import { REFUND_WORDS, type RefundWords } from './refunds/words'
import { useSchoolZone } from './useSchoolZone'
import { wordsIn } from './words'

type Shown = {
  money: (amount: number) => string
  moment: (at: string) => string
  refund: OrderRefunds['refunds'][number]
  words: RefundWords
}

const RefundRow = ({ moment, money, refund, words }: Shown) => {
  const { amount, askedAt, author, creditNote, failure, reason, settledAt, status } = refund

  return (
    <li>
      <span className="lectern-stage" data-stage={status}>
        {words.states[status]}
      </span>{' '}
      <strong>
        <bdi>{money(amount)}</bdi>
      </strong>{' '}
      <span>
        {moment(settledAt ?? askedAt)}, {author ? words.madeBy(author) : words.madeThere}
      </span>
      {reason && <p dir="auto">{reason}</p>}
      {failure && <p>{words.failures[failure] ?? failure}</p>}
      {creditNote && (
        <a href={creditNotePath(creditNote.id)} rel="noreferrer" target="_blank">
          {words.creditNote(creditNote.number)}
        </a>
      )}
    </li>
  )
}

/** On an order's form: what went back of it, when and why, and where more is given back. */
export const OrderRefundDesk = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const zone = useSchoolZone()
  const words = wordsIn(i18n.language, REFUND_WORDS)
  const { give, refunds } = useRefunds(id ? String(id) : null, words)
  const [isOpen, setOpen] = useState(false)
  if (!refunds || (refunds.lines.length === 0 && refunds.refunds.length === 0)) {
    return null
  }
  const { currency, left, refused } = refunds
  const money = (amount: number) => formatMoney({ amount, currency, locale: i18n.language })
  const moments = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone ?? undefined,
  })
  const canGive = left > 0 && refused === null
  const said = canGive
    ? words.left(money(left))
    : left > 0 && refused
      ? words.refused[refused]
      : refunds.refunds.length > 0
        ? words.all
        : words.none

  return (
    <section aria-label={words.heading} className="lectern-publication" id="refunds">
      <h3>{words.heading}</h3>
      <p>{said}</p>
      <ul className="lectern-refunds">
        {refunds.refunds.map((refund) => (
          <RefundRow
            key={refund.id}
            moment={(at) => moments.format(new Date(at))}
            money={money}
            refund={refund}
            words={words}
          />
        ))}
      </ul>
      {canGive && !isOpen && (
        <div className="lectern-publication-steps">
          <Button
            buttonStyle="secondary"
            id="refund-open"
            margin={false}
            onClick={() => setOpen(true)}
            size="medium"
          >
            {words.open}
          </Button>
        </div>
      )}
      {canGive && isOpen && (
        <RefundForm
          money={money}
          onCancel={() => setOpen(false)}
          onGive={async (asked) => {
            const isGiven = await give(asked)
            setOpen(!isGiven)

            return isGiven
          }}
          refunds={refunds}
          words={words}
        />
      )}
    </section>
  )
}
