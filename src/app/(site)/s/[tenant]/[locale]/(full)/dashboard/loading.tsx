'use client'

import { useTranslations } from 'next-intl'

import { Container } from '@/components/ui/Container'
import { Skeleton } from '@/components/ui/Skeleton'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'

/** The dashboard's shape, while it is read. On the client, since a loading page is not told its language on the server. */
export default function DashboardLoading() {
  const t = useTranslations('ui')

  return (
    <Container aria-busy className="flex flex-col gap-12 py-8 md:py-16">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <div className="flex flex-col gap-3">
        <Skeleton className="w-32" />
        <Skeleton className="h-10 w-64 max-w-full" />
      </div>
      <Skeleton className="h-44 rounded-card" />
      <div className="flex flex-col gap-4">
        <Skeleton className="h-6 w-40" />
        <Skeleton className="h-20" />
        <Skeleton className="h-20" />
      </div>
    </Container>
  )
}
