'use client'

import { Banner, Gutter, SetStepNav, useTranslation } from '@payloadcms/ui'

import type { PlanOverview } from '@/operations/analytics/planOverview'

import { isLocale } from '@/domain/tenancy/locales'

import { UsageBar } from '../LimitBar'
import { PaidNote } from './PaidNote'
import { PAID_WORDS } from './paidWords'
import { PlanCard } from './PlanCard'
import { usePlan, type Visit } from './usePlan'
import { PLAN_WORDS } from './words'

/** The school's plan, what is used of each limit and paid for it, and the plans it can have. */
export const PlanChoice = ({
  initial,
  isOwner,
  visit,
}: {
  initial: PlanOverview
  isOwner: boolean
  visit: Visit
}) => {
  const { i18n } = useTranslation()
  const language = isLocale(i18n.language) ? i18n.language : 'en'
  const words = PLAN_WORDS[language]
  const paidWords = PAID_WORDS[language]
  const acts = usePlan({ initial, language, visit })
  const { awaited, declined, fault, overview } = acts
  const { contact, plans, usage } = overview
  const others = plans.filter(({ isCurrent }) => !isCurrent)

  return (
    <Gutter className="lectern-domains lectern-plans">
      <SetStepNav nav={[{ label: words.title }]} />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <div aria-live="polite">
        {awaited && <Banner type="info">{paidWords.waiting}</Banner>}
        {declined && <Banner type="error">{paidWords.declined}</Banner>}
        {fault && <Banner type="error">{paidWords.errors[fault] ?? paidWords.errors.other}</Banner>}
      </div>
      <PaidNote acts={acts} isOwner={isOwner} language={language} />
      <section aria-label={words.usage} className="lectern-domain">
        <h2>{words.usage}</h2>
        <div className="lectern-plans__usage">
          {usage.map(({ limit, most, used }) => (
            <div key={limit}>
              <strong>{words.usageNames[limit]}</strong>
              <UsageBar limit={limit} used={used} value={most} />
            </div>
          ))}
        </div>
        <p className="field-description">{words.safe}</p>
      </section>
      <h2>{words.offered}</h2>
      <ul>
        {plans.map((plan) => (
          <PlanCard acts={acts} isOwner={isOwner} key={plan.id} language={language} plan={plan} />
        ))}
      </ul>
      {others.length === 0 && <p className="lectern-empty">{words.none}</p>}
      {others.some(({ isOpen }) => !isOpen) && !contact && <p>{words.noContact}</p>}
    </Gutter>
  )
}
