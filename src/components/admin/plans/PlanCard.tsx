'use client'

import { Button, Pill } from '@payloadcms/ui'
import { useState } from 'react'

import type { Locale } from '@/domain/tenancy/locales'
import type { FittedPlan } from '@/operations/analytics/planOverview'

import { formatMoney } from '@/components/ui/formatMoney'
import { LIMIT_NAMES } from '@/domain/tenancy/limits'
import { INCLUDED } from '@/domain/tenancy/plans'

import type { PlanActs } from './usePlan'

import { PAID_WORDS } from './paidWords'
import { PLAN_WORDS } from './words'

type Props = { acts: PlanActs; isOwner: boolean; language: Locale; plan: FittedPlan }

/** One plan: its price, how much it gives of each thing, what is part of it, and the way onto it. */
export const PlanCard = ({ acts, isOwner, language, plan }: Props) => {
  const words = PLAN_WORDS[language]
  const { name, currency, description, included, isCurrent, limits, price } = plan
  const number = new Intl.NumberFormat(language)
  const cost = formatMoney({ amount: price, currency, locale: language, whole: true })

  return (
    <li className="lectern-domain lectern-plan" data-current={isCurrent}>
      <header>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        {isCurrent && <Pill pillStyle="dark">{words.current}</Pill>}
      </header>
      <p className="lectern-plan__price">
        {price === 0 ? PAID_WORDS[language].free : words.month(cost)}
      </p>
      {description && (
        <p>
          <bdi>{description}</bdi>
        </p>
      )}
      <ul>
        {LIMIT_NAMES.map((limit) => {
          const most = limits[limit]

          return (
            <li key={limit}>
              {most === null
                ? words.unlimited[limit]
                : words.limits[limit](number.format(Number(most)))}
            </li>
          )
        })}
        {INCLUDED.map((part) => (
          <li data-off={!included[part]} key={part}>
            {words.included[part]}
            {!included[part] && ` (${words.notIncluded})`}
          </li>
        ))}
      </ul>
      {!isCurrent && <Fit language={language} plan={plan} />}
      {!isCurrent && <WayOn acts={acts} isOwner={isOwner} language={language} plan={plan} />}
    </li>
  )
}

/** What would be beyond the plan, and what would be off; nothing of it is lost. */
const Fit = ({ language, plan: { lost, over } }: Pick<Props, 'language' | 'plan'>) => {
  const words = PAID_WORDS[language]
  const number = new Intl.NumberFormat(language)

  return (
    <>
      {over.length > 0 && (
        <div className="lectern-finding">
          <p>{words.overNote}</p>
          <ul>
            {over.map(({ limit, most, used }) => (
              <li key={limit}>{words.over[limit](number.format(used), number.format(most))}</li>
            ))}
          </ul>
        </div>
      )}
      {lost.length > 0 && (
        <p className="lectern-finding">
          {words.lost} {lost.map((part) => PLAN_WORDS[language].included[part]).join(', ')}
        </p>
      )}
    </>
  )
}

/** Pays, or changes what is paid once that was looked at; a mail to the platform where neither can be done here. */
const WayOn = ({ acts, isOwner, language, plan }: Props) => {
  const words = PAID_WORDS[language]
  const [isAsking, setAsking] = useState(false)
  const { busy, choose, overview } = acts
  const { id, name, currency, isOpen, price } = plan
  const { contact, paid } = overview
  const cost = formatMoney({ amount: price, currency, locale: language, whole: true })
  if (!isOpen) {
    return contact ? (
      <a
        className="btn btn--style-secondary btn--size-medium"
        href={`mailto:${contact}?subject=${encodeURIComponent(PLAN_WORDS[language].askSubject(name))}`}
      >
        {PLAN_WORDS[language].ask}
      </a>
    ) : null
  }
  if (!isOwner) {
    return <p className="field-description">{words.onlyOwners}</p>
  }
  if (isAsking) {
    return (
      <>
        <p role="status">{price === 0 ? words.confirmFree : words.confirmMove}</p>
        <div className="lectern-plan__acts">
          <Button
            disabled={busy !== null}
            margin={false}
            onClick={() => void choose(id).then(() => setAsking(false))}
          >
            {words.confirm}
          </Button>
          <Button
            buttonStyle="secondary"
            disabled={busy !== null}
            margin={false}
            onClick={() => setAsking(false)}
          >
            {words.back}
          </Button>
        </div>
      </>
    )
  }

  return (
    <Button
      aria-label={`${paid || price === 0 ? words.choose : words.pay(cost)}: ${name}`}
      disabled={busy !== null}
      margin={false}
      onClick={() => (paid ? setAsking(true) : void choose(id))}
    >
      {paid || price === 0 ? words.choose : words.pay(cost)}
    </Button>
  )
}
