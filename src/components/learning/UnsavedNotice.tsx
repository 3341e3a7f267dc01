'use client'

import { useTranslations } from 'next-intl'

import { Text } from '@/components/ui/Text'

/** Says, for as long as it `isWaiting`, that what was done has yet to be kept. */
export const UnsavedNotice = ({ isWaiting }: { isWaiting: boolean }) => {
  const t = useTranslations('learn')

  return (
    isWaiting && (
      <Text aria-live="polite" as="div" size="small" tone="muted">
        {t('saveFailed')}
      </Text>
    )
  )
}
