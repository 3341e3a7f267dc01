'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { OwnPlan } from '@/operations/commerce/ownPlans'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'

import { CancelForm } from './CancelForm'
import { ChangePlan } from './ChangePlan'
import { PausePlan } from './PausePlan'
import { usePlanCall } from './usePlanCall'

type Open = 'cancel' | 'change' | 'pause' | null

/** What the buyer of a subscription can do with it: another plan, a pause, the way out, and back while it still runs. */
export const PlanActions = ({ plan }: { plan: OwnPlan }) => {
  const t = useTranslations('account.plans')
  const errorText = useErrorText()
  const [open, setOpen] = useState<Open>(null)
  const { call, fault, isBusy } = usePlanCall(plan.id)
  const { cancelAtPeriodEnd, mostPauseMonths, status } = plan
  const close = () => setOpen(null)
  const undo = cancelAtPeriodEnd ? 'resume' : status === 'paused' ? 'unpause' : null

  return (
    <div className="flex flex-col items-start gap-3">
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      {open === null && (
        <div className="flex flex-wrap gap-3">
          {undo && (
            <Button loading={isBusy} onClick={() => void call(undo)}>
              {t(undo)}
            </Button>
          )}
          {!undo && status === 'active' && plan.hasChanges && (
            <Button onClick={() => setOpen('change')} variant="secondary">
              {t('change')}
            </Button>
          )}
          {!undo && status === 'active' && mostPauseMonths > 0 && (
            <Button onClick={() => setOpen('pause')} variant="secondary">
              {t('pause')}
            </Button>
          )}
          {!cancelAtPeriodEnd && (
            <Button onClick={() => setOpen('cancel')} variant="secondary">
              {t('cancel')}
            </Button>
          )}
        </div>
      )}
      {open === null && (
        <Text size="small" tone="muted">
          {t(undo === 'resume' ? 'resumeNote' : undo ? 'pausedNote' : 'cancelNote')}
        </Text>
      )}
      {open === 'change' && <ChangePlan onClose={close} plan={plan} />}
      {open === 'pause' && <PausePlan onClose={close} plan={plan} />}
      {open === 'cancel' && (
        <CancelForm onClose={close} onPause={() => setOpen('pause')} plan={plan} />
      )}
    </div>
  )
}
