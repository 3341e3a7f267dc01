'use client'

import { Button, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { DisputeState } from '@/domain/commerce/disputes'

import { formatMoney } from '@/components/ui/formatMoney'
import { disputeReason } from '@/domain/commerce/disputeReasons'
import { isOver } from '@/domain/commerce/disputes'
import { isLocale } from '@/domain/tenancy/locales'

import { ask } from './ask'
import { DISPUTE_WORDS, type DisputeWords } from './disputes/words'
import { useSchoolZone } from './useSchoolZone'
import { wordsIn } from './words'

type Dispute = {
  amount: number
  currency: string
  dueAt: null | string
  fee: number
  id: string
  openedAt: string
  reason: null | string
  state: DisputeState
}

const DisputeRow = ({
  day,
  dispute: { amount, currency, dueAt, fee, openedAt, reason, state },
  language,
  words,
}: {
  day: (at: string) => string
  dispute: Dispute
  language: string
  words: DisputeWords
}) => {
  const money = (sum: number) => formatMoney({ amount: sum, currency, locale: language })

  return (
    <li>
      <span className="lectern-stage" data-stage={state}>
        {words.states[state]}
      </span>{' '}
      <strong>
        <bdi>{money(amount)}</bdi>
      </strong>{' '}
      <span>{day(openedAt)}</span>
      {reason && (
        <p>
          <bdi>{disputeReason(reason, isLocale(language) ? language : 'en')}</bdi>
        </p>
      )}
      {fee > 0 && <p>{words.cost(money(fee))}</p>}
      {dueAt && !isOver(state) && <p>{words.answerBy(day(dueAt))}</p>}
    </li>
  )
}

/** On an order's form: how buyers contested it and how that stands; where it was paid in the test gateway, a dispute can be played. */
export const OrderDisputeDesk = () => {
  const { id, savedDocumentData } = useDocumentInfo()
  const { i18n } = useTranslation()
  const zone = useSchoolZone()
  const words = wordsIn(i18n.language, DISPUTE_WORDS)
  const [disputes, setDisputes] = useState<Dispute[] | null>(null)
  const [isBusy, setBusy] = useState(false)
  const read = useCallback(async () => {
    const told = await ask<{ docs: Dispute[] }>(
      `/api/disputes?depth=0&limit=20&where[order][equals]=${id}`,
    )
    if (told.ok) {
      setDisputes(told.value.docs)
    }
  }, [id])
  useEffect(() => {
    const begin = () => void read()
    if (id) {
      begin()
    }
  }, [id, read])
  const isTest = savedDocumentData?.provider === 'test' && savedDocumentData.status === 'paid'
  const isEnded = disputes?.some(({ state }) => state === 'won') === true
  if (!disputes || (disputes.length === 0 && !isTest)) {
    return null
  }
  const days = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeZone: zone ?? undefined,
  })
  const play = async (act: keyof DisputeWords['acts']) => {
    setBusy(true)
    const told = await ask(`/api/orders/${id}/test-dispute`, { act })
    if (!told.ok) {
      toast.error(words.failed)
    }
    await read()
    setBusy(false)
  }
  const acts = disputes.length === 0 ? (['open'] as const) : (['review', 'win', 'lose'] as const)

  return (
    <section aria-label={words.heading} className="lectern-publication" id="disputes">
      <h3>{words.heading}</h3>
      <ul className="lectern-refunds">
        {disputes.map((dispute) => (
          <DisputeRow
            day={(at) => days.format(new Date(at))}
            dispute={dispute}
            key={dispute.id}
            language={i18n.language}
            words={words}
          />
        ))}
      </ul>
      {isTest && !isEnded && (
        <fieldset className="lectern-disputes-play" disabled={isBusy}>
          <legend>{words.play}</legend>
          <p>{words.playHint}</p>
          {acts.map((act) => (
            <Button buttonStyle="secondary" key={act} onClick={() => void play(act)} size="medium">
              {words.acts[act]}
            </Button>
          ))}
        </fieldset>
      )}
    </section>
  )
}
