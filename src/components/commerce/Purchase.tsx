'use client'

import { CalendarClock, CircleCheck, Infinity as Forever } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'

import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { useLater } from '@/components/ui/useLater'
import { amountFault } from '@/domain/commerce/wishes'
import { checkoutPath } from '@/domain/commerce/paths'

import { AccessNote } from './AccessNote'
import { chooseCurrency, useCurrency } from './currencyHere'
import { BuyBar } from './BuyBar'
import { AddToCart } from './cart/AddToCart'
import { StartNote } from './cohorts/StartNote'
import { cohortIn, hasPlace, useCohorts } from './cohorts/useCohorts'
import { OfferChoice } from './OfferChoice'
import { OfferContents } from './OfferContents'
import { currenciesIn, offerIn } from './offerIn'
import { OfferPrice } from './OfferPrice'
import { PurchaseButton } from './PurchaseButton'
import { useRequest } from './requests/useRequest'
import { useAccessText } from './useAccessText'
import { useOwned } from './useOwned'
import { useTrialText } from './useTrialText'

/** The dates a course begins on, where it is sold by them: most courses are not. */
const loadOnSale = () => import('./cohorts/onSale')

/** How a place is asked for, where it has to be: most courses are sold at once. */
const loadOnRequest = () => import('./requests/PlaceRequest')

/** How a currency is chosen, where there are several: most schools have one. */
const loadCurrencyChoice = () => import('./CurrencyChoice')

/** How a price is named, where it is the buyer's to name: most are fixed. */
const loadNamedPrice = () => import('./NamedPrice')

/** Price, offers and the button of a course; with `bar`, the button follows on phones. */
export const Purchase = ({
  bar = false,
  course,
  offers: given,
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
  const currency = useCurrency()
  const offers = given.map((one) => offerIn(one, currency))
  const currencies = currenciesIn(given)
  const choice = useLater(loadCurrencyChoice, currencies.length > 1)
  const { endedAt, owned, startsWith, until } = useOwned(course)
  const [chosen, setChosen] = useState<null | string>(null)
  const [wished, setWished] = useState<null | string>(null)
  const [typed, setTyped] = useState<Readonly<Record<string, null | number>>>({})
  const offer =
    offers.find(({ id }) => id === chosen) ?? offers.find(({ isDefault }) => isDefault) ?? offers[0]
  const { cohorts, reload } = useCohorts(offer?.isForCohort && !owned ? offer.course : null)
  const onSale = useLater(loadOnSale, offer?.isForCohort === true)
  const isAsked = offer?.isOnRequest === true && !owned && !endedAt
  const { asked, setRequest } = useRequest(isAsked ? offer.id : null)
  const onRequest = useLater(loadOnRequest, isAsked)
  const toName = useLater(loadNamedPrice, Boolean(offer?.open))
  if (!offer) {
    return <Text tone="muted">{t('notForSale')}</Text>
  }
  if (startsWith) {
    return <StartNote cohort={startsWith} />
  }
  const request = asked?.request ?? null
  const cohort = offer.isForCohort ? cohortIn(cohorts, wished ?? request?.cohort ?? null) : null
  const isQueued = request?.status === 'waitlisted' && Boolean(cohort?.queued)
  const isAdmitted =
    !isAsked || isQueued || (request?.status === 'approved' && isFor(request, cohort))
  const isSold =
    isAdmitted && (owned || !offer.isForCohort || (cohort !== null && hasPlace(cohort)))
  const changed = (made: typeof request) => {
    setRequest(made)
    reload()
  }
  const { access, open, terms } = offer
  const place = `${offer.id} ${offer.currency}`
  const named = open ? (place in typed ? (typed[place] ?? null) : open.suggested) : null
  const amount = named ?? offer.amount
  const isWrong = open !== null && amountFault(open, named) !== null
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
      {!owned && amount > 0 && offer.tax && (
        <Text size="small" tone="muted">
          {t(offer.tax === 'included' ? 'taxIncluded' : 'taxAdded')}
        </Text>
      )}
      {!owned && choice && (
        <choice.CurrencyChoice
          currencies={currencies}
          onChoose={chooseCurrency}
          value={offer.currency}
        />
      )}
      {!owned && <OfferContents offer={offer} />}
      {!owned && open && toName && (
        <toName.NamedPrice
          amount={named}
          currency={offer.currency}
          key={place}
          onName={(next) => setTyped({ ...typed, [place]: next })}
          open={open}
        />
      )}
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
      <div className="flex flex-col gap-4" ref={button}>
        {isSold && (
          <PurchaseButton
            amount={isWrong ? null : named}
            cohort={cohort?.id}
            course={course}
            offer={offer}
            owned={owned}
            wide
          />
        )}
        {isSold && !owned && !isAsked && !terms && amount > 0 && (
          <AddToCart
            amount={isWrong ? null : named}
            cohort={cohort?.id ?? null}
            currency={offer.foreign}
            offer={offer.id}
          />
        )}
        {cohort && isAdmitted && !isSold && onSale && (
          <onSale.Waitlist cohort={cohort} key={cohort.id} onChanged={reload} />
        )}
        {isAsked && onRequest && !isQueued && (
          <onRequest.PlaceRequest
            asked={asked}
            cohort={cohort?.id ?? null}
            isCohortMissing={offer.isForCohort && !cohort}
            key={offer.id}
            offer={offer}
            onChanged={changed}
          />
        )}
      </div>
      {cohort?.queued?.until && onSale && (
        <onSale.DeclineButton cohort={cohort.id} onChanged={reload} />
      )}
      {!offer.isForCohort && !offer.isOnRequest && !terms && amount > 0 && (
        <div className="text-center">
          <TextLink href={checkoutPath({ isGift: true, offers: [offer.id] })} prefetch={false}>
            {t('giveAsGift')}
          </TextLink>
        </div>
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
      {bar && asked && !isAdmitted && request?.status !== 'requested' && (
        <BuyBar watched={button}>
          <OfferPrice className="text-xl font-semibold" offer={offer} />
          <Button onClick={() => button.current?.scrollIntoView({ block: 'center' })} size="large">
            {t('requestAsk')}
          </Button>
        </BuyBar>
      )}
      {bar && isSold && (
        <BuyBar watched={button}>
          {!owned && <OfferPrice className="text-xl font-semibold" offer={offer} />}
          <PurchaseButton
            amount={isWrong ? null : named}
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

/** Whether a request is for the cohort that is chosen, where one is. */
const isFor = (request: { cohort: null | string }, cohort: { id: string } | null): boolean =>
  request.cohort === null || cohort === null || request.cohort === cohort.id
