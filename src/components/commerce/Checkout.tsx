'use client'

import { ShoppingBag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'

import type { Features } from '@/domain/tenancy/features'
import type { CheckoutStart } from '@/operations/commerce/checkoutStart'

import { Alert } from '@/components/ui/Alert'
import { Checkbox } from '@/components/ui/Checkbox'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { withNext } from '@/domain/identity/nextPath'

import { AcceptedTexts } from '../shell/AcceptedTexts'
import { useErrorText } from '../shell/useErrorText'
import { CheckoutAccount } from './CheckoutAccount'
import { CheckoutColumns } from './CheckoutColumns'
import { CheckoutSkeleton } from './CheckoutSkeleton'
import { CouponField } from './CouponField'
import { OrderSummary } from './OrderSummary'
import { PayPanel } from './PayPanel'
import { useCheckout } from './useCheckout'

// What few purchases show is fetched where it is shown.
const Bumps = lazy(async () => ({ default: (await import('./besides/Bumps')).Bumps }))
const CohortPicker = lazy(async () => ({
  default: (await import('./cohorts/CohortPicker')).CohortPicker,
}))
const GiftFields = lazy(async () => ({ default: (await import('./gifts/GiftFields')).GiftFields }))
const MissingCourses = lazy(async () => ({
  default: (await import('./MissingCourses')).MissingCourses,
}))
const ProviderChoice = lazy(async () => ({
  default: (await import('./ProviderChoice')).ProviderChoice,
}))

/** A purchase from what is bought to the payment, in all its states. */
export const Checkout = ({
  accepted,
  asksToRemind,
  features,
  start,
}: {
  /** The pages that are agreed to by paying. */
  accepted: readonly { slug: string; title: string }[]
  /** Whether the buyer has to agree before they are reminded of what they leave. */
  asksToRemind: boolean
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
        action={
          checkout.fault === 'requestNeeded' && user === null ? (
            <ButtonLink href={withNext('/sign-in', checkout.here)}>{t('auth.signIn')}</ButtonLink>
          ) : (
            <ButtonLink href="/courses">{t('checkout.seeCourses')}</ButtonLink>
          )
        }
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
  const { gift } = checkout
  const canGive =
    quote.total > 0 && !quote.cohorts && quote.lines.every(({ terms }) => terms === null)
  const isGift = canGive && gift.isGift
  const terms = <AcceptedTexts lead={t('checkout.accept')} pages={accepted} />
  const choice = (
    <>
      {checkout.provider && (
        <Suspense>
          <ProviderChoice
            disabled={checkout.isPaying}
            onChoose={checkout.setProvider}
            providers={quote.providers}
            value={checkout.provider}
          />
        </Suspense>
      )}
      {asksToRemind && quote.total > 0 && (
        <Checkbox
          checked={checkout.mayRemind}
          label={t('checkout.mayRemind')}
          onChange={({ target }) => checkout.setMayRemind(target.checked)}
        />
      )}
    </>
  )

  return (
    <CheckoutColumns
      side={
        <OrderSummary
          amountFault={checkout.amountFault}
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
          onName={checkout.name}
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
          <Suspense>
            <CohortPicker
              choices={quote.cohorts}
              isBusy={checkout.isQuoting || checkout.isPaying}
              onChoose={(course, cohort) => void checkout.choose(course, cohort)}
            />
          </Suspense>
        )}
        {quote.bumps && !isGift && (
          <Suspense>
            <Bumps
              bumps={quote.bumps}
              currency={quote.currency}
              isBusy={checkout.isQuoting || checkout.isPaying}
              onChange={(offer, isTaken) => void checkout.take(offer, isTaken)}
            />
          </Suspense>
        )}
        {canGive && user && (
          <Suspense>
            <GiftFields {...gift} />
          </Suspense>
        )}
        {isGift && !user && <Alert tone="warning">{t('gifts.needsAccount')}</Alert>}
        {quote.isOwned && !isGift ? (
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
        ) : quote.missing && !isGift ? (
          <Suspense>
            <MissingCourses courses={quote.missing} />
          </Suspense>
        ) : quote.cohorts?.some(({ chosen }) => !chosen) ? null : user ? (
          <PayPanel
            billing={checkout.billing}
            choice={choice}
            fault={checkout.payFault}
            isPaying={checkout.isPaying}
            isQuoting={checkout.isQuoting}
            onBilling={checkout.changeBilling}
            onPay={() => void checkout.pay()}
            quote={isGift ? { ...quote, keepsCard: undefined } : quote}
            terms={terms}
            user={user}
          />
        ) : (
          <CheckoutAccount
            billing={checkout.billing}
            choice={choice}
            features={features}
            here={checkout.here}
            onBilling={checkout.changeBilling}
            onPay={checkout.payAsGuest}
            quote={quote}
            terms={terms}
          />
        )}
      </Stack>
    </CheckoutColumns>
  )
}
