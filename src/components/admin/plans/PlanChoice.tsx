'use client'

import { Gutter, Pill, SetStepNav, useTranslation } from '@payloadcms/ui'

import type { LimitName } from '@/domain/tenancy/limits'
import type { PlanChoice as Choice, ShownPlan } from '@/operations/tenancy/plans'

import { formatMoney } from '@/components/ui/formatMoney'
import { LIMIT_NAMES } from '@/domain/tenancy/limits'
import { isLocale } from '@/domain/tenancy/locales'
import { INCLUDED } from '@/domain/tenancy/plans'

import { UsageBar } from '../LimitBar'
import { PLAN_WORDS } from './words'

type Used = { limit: LimitName; most: null | number; used: number }

/** The school's plan, what is used of each limit, and the plans it can ask for. */
export const PlanChoice = ({ choice, usage }: { choice: Choice; usage: readonly Used[] }) => {
  const { i18n } = useTranslation()
  const language = isLocale(i18n.language) ? i18n.language : 'en'
  const words = PLAN_WORDS[language]
  const others = choice.plans.filter(({ isCurrent }) => !isCurrent)

  return (
    <Gutter className="lectern-domains lectern-plans">
      <SetStepNav nav={[{ label: words.title }]} />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <section aria-label={words.usage} className="lectern-domain">
        <h2>{words.usage}</h2>
        {usage.map(({ limit, most, used }) => (
          <div key={limit}>
            <strong>{words.usageNames[limit]}</strong>
            <UsageBar limit={limit} used={used} value={most} />
          </div>
        ))}
        <p className="field-description">{words.safe}</p>
      </section>
      <h2>{words.offered}</h2>
      <ul>
        {choice.plans.map((plan) => (
          <PlanCard contact={choice.contact} key={plan.id} language={language} plan={plan} />
        ))}
      </ul>
      {others.length === 0 && <p className="lectern-empty">{words.none}</p>}
      {others.length > 0 && !choice.contact && <p>{words.noContact}</p>}
    </Gutter>
  )
}

/** One plan: its price, how much it gives of each thing, and what is part of it. */
const PlanCard = ({
  contact,
  language,
  plan: { name, currency, description, included, isCurrent, limits, price },
}: {
  contact: null | string
  language: 'en' | 'he' | 'ru'
  plan: ShownPlan
}) => {
  const words = PLAN_WORDS[language]
  const number = new Intl.NumberFormat(language)
  const cost = formatMoney({ amount: price, currency, locale: language, whole: true })

  return (
    <li className="lectern-domain">
      <header>
        <h3>{name}</h3>
        {isCurrent && <Pill pillStyle="dark">{words.current}</Pill>}
      </header>
      <p>
        <strong>{words.month(cost)}</strong>
      </p>
      {description && <p dir="auto">{description}</p>}
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
          <li key={part}>
            {words.included[part]}
            {!included[part] && ` (${words.notIncluded})`}
          </li>
        ))}
      </ul>
      {!isCurrent && contact && (
        <a
          className="btn btn--style-secondary btn--size-medium"
          href={`mailto:${contact}?subject=${encodeURIComponent(words.askSubject(name))}`}
        >
          {words.ask}
        </a>
      )}
    </li>
  )
}
