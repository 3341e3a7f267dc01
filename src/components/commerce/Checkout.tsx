'use client'

import { ShoppingBag } from 'lucide-react'
import { useTranslations } from 'next-intl'

import type { Features } from '@/domain/tenancy/features'
import type { CheckoutStart } from '@/operations/commerce/checkoutStart'

import { Alert } from '@/components/ui/Alert'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import { CohortPicker } from './cohorts/CohortPicker'
import { MissingCourses } from './MissingCourses'
import { useErrorText } from '../shell/useErrorText'
import { AcceptedTerms } from './AcceptedTerms'
import { CheckoutAccount } from './CheckoutAccount'
import { CheckoutColumns } from './CheckoutColumns'
import { CheckoutSkeleton } from './CheckoutSkeleton'
import { CouponField } from './CouponField'
import { OrderSummary } from './OrderSummary'
import { PayPanel } from './PayPanel'
import { useCheckout } from './useCheckout'

/** A purchase from what is bought to the payment, in all its states. */
export const Checkout = ({
  accepted,
  features,
  start,
}: {
  /** The pages that are agreed to by paying. */
  accepted: readonly { slug: string; title: string }[]
  features: Pick<Features, 'certificates' | 'coupons' | 'registration'>
  /** Null where the browser has to ask. */
  start: CheckoutStart | null
}) => {
  const t = useTranslations()
  const errorText = useErrorText()
  const checkout = useCheckout(start)
  const { quote, user } = checkout
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
  const [first] = quote.lines
  const terms = <AcceptedTerms pages={accepted} />

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
        {quote.cohorts && !quote.isOwned && !quote.missing && (
          <CohortPicker
            choices={quote.cohorts}
            isBusy={checkout.isQuoting || checkout.isPaying}
            onChoose={(course, cohort) => void checkout.choose(course, cohort)}
          />
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
        ) : quote.cohorts?.some(({ chosen }) => !chosen) ? null : user ? (
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
