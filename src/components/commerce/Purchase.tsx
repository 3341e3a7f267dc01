'use client'

import { CalendarClock, CircleCheck, Infinity as Forever } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'

import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { useLater } from '@/components/ui/useLater'
import { checkoutPath } from '@/domain/commerce/paths'

import { AccessNote } from './AccessNote'
import { BuyBar } from './BuyBar'
import { StartNote } from './cohorts/StartNote'
import { cohortIn, hasPlace, useCohorts } from './cohorts/useCohorts'
import { OfferChoice } from './OfferChoice'
import { OfferContents } from './OfferContents'
import { OfferPrice } from './OfferPrice'
import { PurchaseButton } from './PurchaseButton'
import { useAccessText } from './useAccessText'
import { useOwned } from './useOwned'
import { useTrialText } from './useTrialText'

/** The dates a course begins on, where it is sold by them: most courses are not. */
const loadOnSale = () => import('./cohorts/onSale')

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
  const accessText = useAccessText()
  const trialText = useTrialText()
  const { endedAt, owned, startsWith, until } = useOwned(course)
  const [chosen, setChosen] = useState<null | string>(null)
  const [wished, setWished] = useState<null | string>(null)
  const offer =
    offers.find(({ id }) => id === chosen) ?? offers.find(({ isDefault }) => isDefault) ?? offers[0]
  const { cohorts, reload } = useCohorts(offer?.isForCohort && !owned ? offer.course : null)
  const onSale = useLater(loadOnSale, offer?.isForCohort === true)
  if (!offer) {
    return <Text tone="muted">{t('notForSale')}</Text>
  }
  if (startsWith) {
    return <StartNote cohort={startsWith} />
  }
  const cohort = offer.isForCohort ? cohortIn(cohorts, wished) : null
  const isSold = owned || !offer.isForCohort || (cohort !== null && hasPlace(cohort))
  const { access, amount, terms } = offer
  const isForGood = access.unit === 'forever'
  const trial = trialText(offer)
  const Lasting = isForGood ? Forever : CalendarClock

  return (
    <Stack gap={4}>
      {endedAt && <AccessNote date={endedAt} text="accessEndedOn" />}
      {owned ? (
        <Stack gap={1}>
          <Text className="flex items-center gap-2" strong>
            <CircleCheck aria-hidden className="size-5 text-success" strokeWidth={1.5} />
            {t(until ? 'open' : 'owned')}
          </Text>
          {until && <AccessNote date={until} text="openUntil" />}
        </Stack>
      ) : offers.length > 1 ? (
        <OfferChoice name={name} offers={offers} onChoose={setChosen} value={offer.id} />
      ) : (
        <Stack gap={1}>
          <OfferPrice className="text-3xl font-semibold" offer={offer} />
          {trial && <Text tone="muted">{trial}</Text>}
        </Stack>
      )}
      {!owned && <OfferContents offer={offer} />}
      {!owned && offer.isForCohort && onSale && (
        <onSale.CohortList
          name={`${name}-cohort`}
          canWait
          cohorts={cohorts}
          legend={t('cohort')}
          onChoose={setWished}
          value={cohort?.id ?? null}
        />
      )}
      <div ref={button}>
        {isSold && (
          <PurchaseButton cohort={cohort?.id} course={course} offer={offer} owned={owned} wide />
        )}
        {cohort && !isSold && onSale && (
          <onSale.Waitlist cohort={cohort} key={cohort.id} onChanged={reload} />
        )}
      </div>
      {cohort?.queued?.until && onSale && (
        <onSale.DeclineButton cohort={cohort.id} onChanged={reload} />
      )}
      {owned && until && (
        <ButtonLink
          href={checkoutPath({ offers: [offer.id] })}
          prefetch={false}
          variant="secondary"
          wide
        >
          {t(isForGood ? 'keep' : 'extend')}
        </ButtonLink>
      )}
      {!owned && (
        <Text className="flex items-center justify-center gap-2" size="small">
          <Lasting aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.5} />
          {accessText(offer)}
        </Text>
      )}
      {!owned && amount > 0 && (
        <Text className="text-center" size="small" tone="muted">
          {t(terms?.kind === 'subscription' ? 'cancelAny' : 'checkoutNote')}
        </Text>
      )}
      {bar && isSold && (
        <BuyBar watched={button}>
          {!owned && <OfferPrice className="text-xl font-semibold" offer={offer} />}
          <PurchaseButton
            cohort={cohort?.id}
            course={course}
            offer={offer}
            owned={owned}
            wide={owned}
          />
        </BuyBar>
      )}
    </Stack>
  )
}
