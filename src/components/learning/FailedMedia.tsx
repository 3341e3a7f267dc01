'use client'

import type { ReactNode } from 'react'

import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'

/** Says in the place of a lesson's medium, or beside it, that it could not be had, and has it fetched again. */
export const FailedMedia = ({
  children,
  onRetry,
}: {
  children: ReactNode
  onRetry: () => void
}) => {
  const t = useTranslations('common')

  return (
    <Alert
      action={
        <Button onClick={onRetry} size="small" variant="secondary">
          {t('tryAgain')}
        </Button>
      }
      tone="danger"
    >
      {children}
    </Alert>
  )
}
