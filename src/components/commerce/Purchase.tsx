'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'

import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import { BuyBar } from './BuyBar'
import { OfferChoice } from './OfferChoice'
import { Price } from './Price'
import { PurchaseButton } from './PurchaseButton'
import { useOwned } from './useOwned'

/** Price, offers and the button of a course; with `bar`, the button follows on phones. */
export const Purchase = ({
  bar = false,
  course,
  offers,
}: {
  bar?: boolean
  /** The course's slug. */
  course: string
  offers: readonly CourseOffer[]
}) => {
  const t = useTranslations('course')
  const name = useId()
  const button = useRef<HTMLDivElement>(null)
  const owned = useOwned(course)
  const [chosen, setChosen] = useState<null | string>(null)
  const offer =
    offers.find(({ id }) => id === chosen) ?? offers.find(({ isDefault }) => isDefault) ?? offers[0]
  if (!offer) {
    return <Text tone="muted">{t('notForSale')}</Text>
  }
  const { amount, currency } = offer

  return (
    <Stack gap={4}>
      {owned ? (
        <Text className="flex items-center gap-2" strong>
          <CircleCheck aria-hidden className="size-5 text-success" strokeWidth={1.5} />
          {t('owned')}
        </Text>
      ) : offers.length > 1 ? (
        <OfferChoice name={name} offers={offers} onChoose={setChosen} value={offer.id} />
      ) : (
        <Price amount={amount} className="text-3xl font-semibold" currency={currency} />
      )}
      <div ref={button}>
        <PurchaseButton course={course} offer={offer} owned={owned} wide />
      </div>
      {!owned && amount > 0 && (
        <Text className="text-center" size="small" tone="muted">
          {t('checkoutNote')}
        </Text>
      )}
      {bar && (
        <BuyBar watched={button}>
          {!owned && (
            <Price amount={amount} className="text-xl font-semibold" currency={currency} />
          )}
          <PurchaseButton course={course} offer={offer} owned={owned} wide={owned} />
        </BuyBar>
      )}
    </Stack>
  )
}
