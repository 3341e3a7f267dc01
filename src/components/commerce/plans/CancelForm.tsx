'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { OwnPlan } from '@/operations/commerce/ownPlans'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { Stack } from '@/components/ui/Stack'
import { Textarea } from '@/components/ui/Textarea'
import { CANCEL_REASONS } from '@/domain/commerce/lifecycle'

import { usePlanCall } from './usePlanCall'

/** Asks why, offers what the school offers instead, and cancels; no answer is needed for it. */
export const CancelForm = ({
  onClose,
  onPause,
  plan: { id, counter, mostPauseMonths, status },
}: {
  onClose: () => void
  onPause: () => void
  plan: OwnPlan
}) => {
  const t = useTranslations('account.plans')
  const errorText = useErrorText()
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const { call, fault, isBusy } = usePlanCall(id)
  const options = CANCEL_REASONS.map((value) => ({ label: t(`reasons.${value}`), value }))
  const offersPause = counter.kind === 'pause' && mostPauseMonths > 0 && status === 'active'

  const ask = async (step: 'cancel' | 'stay') => {
    const said = { ...(reason && { reason }), ...(note.trim() && { note }) }
    if (await call(step, step === 'cancel' ? said : {})) {
      onClose()
    }
  }

  return (
    <Stack className="w-full max-w-md" gap={6}>
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      <RadioGroup
        legend={t('whyCancel')}
        name={`reason-${id}`}
        onValueChange={setReason}
        options={options}
        value={reason}
      />
      <Field label={t('whyNote')} optional>
        <Textarea
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
          rows={2}
          value={note}
        />
      </Field>
      {counter.kind === 'discount' && (
        <Alert
          action={
            <Button loading={isBusy} onClick={() => void ask('stay')} variant="secondary">
              {t('takeDiscount')}
            </Button>
          }
          isQuiet
          title={t('discountTitle', { percent: counter.percent })}
        >
          {t('discountBody', { count: counter.periods })}
        </Alert>
      )}
      {offersPause && (
        <Alert
          action={
            <Button onClick={onPause} variant="secondary">
              {t('pause')}
            </Button>
          }
          isQuiet
          title={t('pauseInstead')}
        >
          {t('pauseNote')}
        </Alert>
      )}
      <Stack gap={3} row>
        <Button loading={isBusy} onClick={() => void ask('cancel')}>
          {t('cancelNow')}
        </Button>
        <Button onClick={onClose} variant="quiet">
          {t('back')}
        </Button>
      </Stack>
    </Stack>
  )
}
