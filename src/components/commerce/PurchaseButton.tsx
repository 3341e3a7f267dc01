'use client'

import { useTranslations } from 'next-intl'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { checkoutPath } from '@/domain/commerce/paths'

import type { OfferIn } from './offerIn'

import { usePriceText } from './usePriceText'

/** The one button of a course: buy at the price it says, start for free, or go on learning. */
export const PurchaseButton = ({
  amount,
  cohort,
  course,
  offer,
  owned,
  wide,
}: {
  /** The price that was named, in minor units, where it is the buyer's to name. */
  amount?: null | number
  /** The one that was chosen, where the offer is for one. */
  cohort?: null | string
  /** The course's slug. */
  course: string
  offer: OfferIn
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
      href={checkoutPath({
        cohorts: cohort ? [cohort] : [],
        offers: [offer.id],
        wishes: {
          amounts: amount == null ? {} : { [offer.id]: amount },
          currency: offer.foreign,
          tip: 0,
        },
      })}
      prefetch={false}
      rel="nofollow"
      size="large"
      wide={wide}
    >
      {buy(amount == null ? offer : { ...offer, amount })}
    </ButtonLink>
  )
}
