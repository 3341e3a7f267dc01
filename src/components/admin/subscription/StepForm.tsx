'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { CANCEL_REASONS } from '@/domain/commerce/lifecycle'

import type { SubscriptionStep, SubscriptionWords } from './words'

import { Choice } from '../places/Choice'
import { ChangeChoice } from './ChangeChoice'

type Given = {
  fault: null | string
  id: string
  isBusy: boolean
  locale: string
  mostMonths: number
  onBack: () => void
  onSend: (said: object) => void
  step: SubscriptionStep
  words: SubscriptionWords
}

/** Says what a step does, asks what it needs, and asks once more. It lies within the form of the subscription, and so is none of its own. */
export const StepForm = ({
  id,
  fault,
  isBusy,
  locale,
  mostMonths,
  onBack,
  onSend,
  step,
  words,
}: Given) => {
  const ids = useId()
  const [months, setMonths] = useState('1')
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [change, setChange] = useState<null | { expects: number; offer: string }>(null)
  const { ask, label } = words.steps[step]
  const isCancel = step === 'cancelEnd' || step === 'cancelNow'
  const said = {
    ...(step === 'pause' && { months: Number(months) }),
    ...(step === 'change' && change),
    ...(isCancel && reason && { reason }),
    ...(isCancel && note.trim() && { note: note.trim() }),
  }

  return (
    <div aria-label={label} className="lectern-publication-words lectern-refund" role="group">
      <p>{ask}</p>
      {step === 'pause' && (
        <Choice
          id={`${ids}-months`}
          label={words.months}
          onChange={setMonths}
          options={Array.from({ length: mostMonths }, (_, index) => String(index + 1)).map(
            (value) => ({ label: value, value }),
          )}
          value={months}
        />
      )}
      {step === 'change' && (
        <ChangeChoice id={id} locale={locale} onChange={setChange} words={words} />
      )}
      {isCancel && (
        <>
          <Choice
            id={`${ids}-reason`}
            label={words.reason}
            onChange={setReason}
            options={CANCEL_REASONS.map((value) => ({ label: words.reasons[value], value }))}
            placeholder={words.choose}
            value={reason}
          />
          <div className="field-type textarea">
            <label className="field-label" htmlFor={`${ids}-note`}>
              {words.note}
            </label>
            <textarea
              dir="auto"
              id={`${ids}-note`}
              maxLength={1000}
              onChange={({ target }) => setNote(target.value)}
              rows={2}
              value={note}
            />
          </div>
        </>
      )}
      {fault && <p role="alert">{words.refused[fault] ?? words.failed}</p>}
      <div className="lectern-publication-steps">
        <Button
          disabled={isBusy || (step === 'change' && change === null)}
          id="subscription-confirm"
          margin={false}
          onClick={() => onSend(said)}
          size="medium"
        >
          {label}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onBack} size="medium">
          {words.back}
        </Button>
      </div>
    </div>
  )
}
