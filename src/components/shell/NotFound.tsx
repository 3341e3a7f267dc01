'use client'

import { Compass } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'

/** There is nothing at this address. */
export const NotFound = () => {
  const t = useTranslations('pages')

  return (
    <div className="flex flex-1 flex-col justify-center">
      <EmptyState
        action={<ButtonLink href="/">{t('toHome')}</ButtonLink>}
        body={t('notFoundBody')}
        icon={Compass}
        level={1}
        title={t('notFoundTitle')}
      />
    </div>
  )
}
