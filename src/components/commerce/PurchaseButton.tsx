'use client'

import { useTranslations } from 'next-intl'

import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { checkoutPath } from '@/domain/commerce/paths'

import { usePriceText } from './usePriceText'

/** The one button of a course: buy at the price it says, start for free, or go on learning. */
export const PurchaseButton = ({
  cohort,
  course,
  offer,
  owned,
  wide,
}: {
  /** The one that was chosen, where the offer is for one. */
  cohort?: null | string
  /** The course's slug. */
  course: string
  offer: CourseOffer
  owned: boolean
  wide?: boolean
}) => {
  const t = useTranslations('course')
  const { buy } = usePriceText()
  if (owned) {
    return (
      <ButtonLink href={`/learn/${course}`} prefetch={false} size="large" wide={wide}>
        {t('continue')}
      </ButtonLink>
    )
  }

  return (
    <ButtonLink
      href={checkoutPath({ cohorts: cohort ? [cohort] : [], offers: [offer.id] })}
      prefetch={false}
      rel="nofollow"
      size="large"
      wide={wide}
    >
      {buy(offer)}
    </ButtonLink>
  )
}
