'use client'

import { useTranslations } from 'next-intl'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'

import { usePlanCall } from './usePlanCall'

/** Has a card that is not charged any more forgotten, by its provider and here. */
export const ForgetCard = ({ id }: { id: string }) => {
  const t = useTranslations('account.plans')
  const errorText = useErrorText()
  const { call, fault, isBusy } = usePlanCall(id)

  return (
    <>
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      <Button loading={isBusy} onClick={() => void call('card/forget')} variant="secondary">
        {t('cardRemove')}
      </Button>
    </>
  )
}
