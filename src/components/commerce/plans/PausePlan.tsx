'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { OwnPlan } from '@/operations/commerce/ownPlans'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Select } from '@/components/ui/Select'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import { usePlanCall } from './usePlanCall'

/** Pauses a subscription for some of the months that its offer allows. */
export const PausePlan = ({ onClose, plan }: { onClose: () => void; plan: OwnPlan }) => {
  const t = useTranslations('account.plans')
  const errorText = useErrorText()
  const [months, setMonths] = useState('1')
  const { call, fault, isBusy } = usePlanCall(plan.id)
  const options = Array.from({ length: plan.mostPauseMonths }, (_, index) => ({
    label: t('months', { count: index + 1 }),
    value: String(index + 1),
  }))

  const pause = async () => {
    if (await call('pause', { months: Number(months) })) {
      onClose()
    }
  }

  return (
    <Stack className="w-full max-w-md" gap={4}>
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      <Field hint={t('pauseNote')} label={t('pauseFor')}>
        <Select
          onChange={(event) => setMonths(event.target.value)}
          options={options}
          value={months}
        />
      </Field>
      <Stack gap={3} row>
        <Button loading={isBusy} onClick={() => void pause()}>
          {t('pauseNow')}
        </Button>
        <Button onClick={onClose} variant="quiet">
          {t('back')}
        </Button>
      </Stack>
      <Text size="small" tone="muted">
        {t('pauseKeeps')}
      </Text>
    </Stack>
  )
}
