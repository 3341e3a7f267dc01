'use client'

import { useLocale, useTranslations } from 'next-intl'

import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { formatMoney } from '@/components/ui/formatMoney'
import { checkoutPath } from '@/domain/commerce/paths'

/** The one button of a course: buy at the price it says, start for free, or go on learning. */
export const PurchaseButton = ({
  course,
  offer,
  owned,
  wide,
}: {
  /** The course's slug. */
  course: string
  offer: CourseOffer
  owned: boolean
  wide?: boolean
}) => {
  const t = useTranslations('course')
  const locale = useLocale()
  if (owned) {
    return (
      <ButtonLink href={`/learn/${course}`} prefetch={false} size="large" wide={wide}>
        {t('continue')}
      </ButtonLink>
    )
  }
  const { id, amount, currency } = offer

  return (
    <ButtonLink
      href={checkoutPath({ offers: [id] })}
      prefetch={false}
      rel="nofollow"
      size="large"
      wide={wide}
    >
      {amount === 0
        ? t('enrollFree')
        : t('buy', { price: formatMoney({ amount, currency, locale, whole: true }) })}
    </ButtonLink>
  )
}
