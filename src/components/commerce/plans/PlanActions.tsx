'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { OwnPlan } from '@/operations/commerce/ownPlans'

import { callApi } from '@/components/shell/api'
import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'

/** The buyer's way out of a subscription, and back while it still runs: nothing is lost before its end. */
export const PlanActions = ({ plan: { id, cancelAtPeriodEnd } }: { plan: OwnPlan }) => {
  const t = useTranslations('account.plans')
  const errorText = useErrorText()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<null | string>(null)

  const change = async () => {
    setBusy(true)
    const path = `/api/subscriptions/${id}/${cancelAtPeriodEnd ? 'resume' : 'cancel'}`
    const answer = await callApi(path, { method: 'POST' })
    setBusy(false)
    setFault(answer.ok ? null : answer.code)
    router.refresh()
  }

  return (
    <div className="flex flex-col items-start gap-2">
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      <Button
        loading={isBusy}
        onClick={() => void change()}
        variant={cancelAtPeriodEnd ? 'primary' : 'secondary'}
      >
        {t(cancelAtPeriodEnd ? 'resume' : 'cancel')}
      </Button>
      <Text size="small" tone="muted">
        {t(cancelAtPeriodEnd ? 'resumeNote' : 'cancelNote')}
      </Text>
    </div>
  )
}
