'use client'

import { useTranslations } from 'next-intl'

import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { RadioGroup } from '@/components/ui/RadioGroup'

import { OfferPrice } from './OfferPrice'
import { useAccessText } from './useAccessText'
import { useLibraryText } from './useLibraryText'
import { useTrialText } from './useTrialText'

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
  const accessText = useAccessText()
  const libraryText = useLibraryText()
  const trialText = useTrialText()

  return (
    <RadioGroup
      name={name}
      legend={t('offers')}
      onValueChange={onChoose}
      options={offers.map((offer) => ({
        aside: <OfferPrice offer={offer} />,
        hint: (
          <>
            {libraryText(offer) && <span className="block">{libraryText(offer)}</span>}
            {!offer.library && offer.courses.length > 1 && (
              <span className="block">{t('bundleOf', { count: offer.courses.length })}</span>
            )}
            <span className="block">{trialText(offer) ?? accessText(offer)}</span>
          </>
        ),
        label: <bdi>{offer.title}</bdi>,
        value: offer.id,
      }))}
      value={value}
      variant="cards"
    />
  )
}
