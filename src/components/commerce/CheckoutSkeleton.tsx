import { useTranslations } from 'next-intl'

import { Card } from '@/components/ui/Card'
import { Skeleton } from '@/components/ui/Skeleton'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'

import { CheckoutColumns } from './CheckoutColumns'

/** The checkout's shape while its sum is being asked for. */
export const CheckoutSkeleton = () => {
  const t = useTranslations('ui')

  return (
    <div aria-busy>
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <CheckoutColumns
        side={
          <Card className="flex flex-col gap-4">
            <Skeleton className="h-6 w-1/3" />
            <div className="flex gap-4">
              <Skeleton className="h-14 w-24" />
              <Skeleton className="flex-1" />
            </div>
            <Skeleton className="h-24" />
          </Card>
        }
      >
        <div className="flex flex-col gap-6">
          <Skeleton className="h-6 w-1/3" />
          <Skeleton className="h-20" />
          <Skeleton className="h-13" />
        </div>
      </CheckoutColumns>
    </div>
  )
}
