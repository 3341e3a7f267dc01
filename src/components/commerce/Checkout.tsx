'use client'

import { ShoppingBag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import type { Features } from '@/domain/tenancy/features'

import { Alert } from '@/components/ui/Alert'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import { MissingCourses } from './MissingCourses'
import { useErrorText } from '../shell/useErrorText'
import { CheckoutAccount } from './CheckoutAccount'
import { CheckoutColumns } from './CheckoutColumns'
import { CheckoutSkeleton } from './CheckoutSkeleton'
import { CouponField } from './CouponField'
import { OrderSummary } from './OrderSummary'
import { PayPanel } from './PayPanel'
import { useCheckout } from './useCheckout'
import { useCourses } from './useCourses'

/** A purchase from what is bought to the payment, in all its states. */
export const Checkout = ({
  features,
  terms,
}: {
  features: Features
  /** What is agreed to by paying. */
  terms: ReactNode
}) => {
  const t = useTranslations()
  const errorText = useErrorText()
  const checkout = useCheckout()
  const { quote, user } = checkout
  const courses = useCourses(quote?.lines.map(({ course }) => course) ?? [])
  if (checkout.isEmpty || checkout.fault) {
    return (
      <EmptyState
        action={<ButtonLink href="/courses">{t('checkout.seeCourses')}</ButtonLink>}
        body={checkout.fault ? errorText(checkout.fault) : t('checkout.emptyBody')}
        icon={ShoppingBag}
        title={t('checkout.emptyTitle')}
      />
    )
  }
  if (!quote || user === undefined) {
    return <CheckoutSkeleton />
  }
  const [first] = courses

  return (
    <CheckoutColumns
      side={
        <OrderSummary
          coupon={
            features.coupons ? (
              <CouponField
                code={quote.coupon}
                fault={checkout.couponFault}
                onApply={checkout.apply}
                onRemove={checkout.remove}
              />
            ) : (
              checkout.couponFault && (
                <Text role="status" size="small">
                  {errorText(checkout.couponFault)}
                </Text>
              )
            )
          }
          courses={courses}
          quote={quote}
        />
      }
    >
      <Stack gap={6}>
        {checkout.wasDeclined && (
          <Alert title={t('checkout.cancelledTitle')} tone="warning">
            {t('checkout.cancelledBody')}
          </Alert>
        )}
        {quote.isOwned ? (
          <Alert
            action={
              <ButtonLink href={first ? `/learn/${first.slug}` : '/dashboard'} prefetch={false}>
                {t('course.continue')}
              </ButtonLink>
            }
            title={t('course.owned')}
            tone="success"
          >
            {t('checkout.ownedBody')}
          </Alert>
        ) : quote.missing ? (
          <MissingCourses courses={quote.missing} />
        ) : user ? (
          <PayPanel
            billing={checkout.billing}
            fault={checkout.payFault}
            isPaying={checkout.isPaying}
            isQuoting={checkout.isQuoting}
            onBilling={checkout.setBilling}
            onPay={() => void checkout.pay()}
            quote={quote}
            terms={terms}
            user={user}
          />
        ) : (
          <CheckoutAccount
            billing={checkout.billing}
            features={features}
            here={checkout.here}
            onBilling={checkout.setBilling}
            onPay={checkout.payAsGuest}
            quote={quote}
            terms={terms}
          />
        )}
      </Stack>
    </CheckoutColumns>
  )
}
