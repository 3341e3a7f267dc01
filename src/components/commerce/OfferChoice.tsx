'use client'

import { useTranslations } from 'next-intl'

import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { RadioGroup } from '@/components/ui/RadioGroup'

import { Price } from './Price'

/** The offers of a course as cards; nothing to choose where there is only one. */
export const OfferChoice = ({
  name,
  offers,
  onChoose,
  value,
}: {
  name: string
  offers: readonly CourseOffer[]
  onChoose: (offer: string) => void
  value: string
}) => {
  const t = useTranslations('course')

  return (
    <RadioGroup
      name={name}
      legend={t('offers')}
      onValueChange={onChoose}
      options={offers.map(({ id, amount, currency, title }) => ({
        aside: <Price amount={amount} currency={currency} />,
        label: <bdi>{title}</bdi>,
        value: id,
      }))}
      value={value}
      variant="cards"
    />
  )
}
