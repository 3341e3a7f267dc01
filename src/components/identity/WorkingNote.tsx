'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'

import { Alert } from '@/components/ui/Alert'

import { hearWorking, isWorking } from '../shell/challenge'

/** Says, while this browser works something out for a form that was sent, why that takes its seconds. */
export const WorkingNote = () => {
  const t = useTranslations('auth')

  return useSyncExternalStore(hearWorking, isWorking, () => false) ? (
    <Alert>{t('working')}</Alert>
  ) : null
}
