'use client'

import { CloudAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'

/** Something broke on our side; `retry` renders the page again. */
export const Failure = ({ retry }: { retry: () => void }) => {
  const t = useTranslations()

  return (
    <div className="flex flex-1 flex-col justify-center" role="alert">
      <EmptyState
        action={<Button onClick={retry}>{t('common.tryAgain')}</Button>}
        body={t('pages.errorBody')}
        icon={CloudAlert}
        level={1}
        title={t('pages.errorTitle')}
      />
    </div>
  )
}
