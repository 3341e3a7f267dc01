import { CourseLink } from '@/components/catalog/CourseLink'
import { useLocale, useTranslations } from 'next-intl'

import type { OwnPlan } from '@/operations/commerce/ownPlans'

import { Badge } from '@/components/ui/Badge'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { DateTime } from '@/components/ui/DateTime'
import { formatMoney } from '@/components/ui/formatMoney'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { checkoutPath, gatewayPath } from '@/domain/commerce/paths'
import { isOwedStill, RUNNING } from '@/domain/commerce/subscriptions'

import { useLibraryText } from '../useLibraryText'
import { CardButton } from './CardButton'
import { PlanActions } from './PlanActions'
import { PlanCard } from './PlanCard'

const TONES = {
  active: 'success',
  canceled: 'neutral',
  ended: 'neutral',
  pastDue: 'warning',
  paused: 'neutral',
  trialing: 'accent',
} as const

/** One subscription or plan of its buyer: what it opens, how it stands, what comes next. */
export const Plan = ({ plan, timeZone }: { plan: OwnPlan; timeZone: string }) => {
  const t = useTranslations('account.plans')
  const { courses, isCompleted, kind, offer, status, title } = plan
  const library = useLibraryText()(plan)
  const runs = RUNNING.includes(status)
  const isPaidFor = status === 'active' || status === 'trialing'

  return (
    <section className="flex flex-col gap-4 border-t border-line py-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <Heading level={2} size="small">
            <bdi>{title}</bdi>
          </Heading>
          <PlanPrice plan={plan} />
        </div>
        <Badge tone={isCompleted ? 'success' : TONES[status]}>
          {t(isCompleted ? 'completed' : status)}
        </Badge>
      </div>
      <NextStep plan={plan} timeZone={timeZone} />
      <ul className="flex flex-wrap gap-x-4">
        {courses.map((course) => (
          <li key={course.slug}>
            {runs || isCompleted ? (
              <TextLink
                className="inline-flex min-h-target items-center"
                href={`/learn/${course.slug}`}
                prefetch={false}
              >
                <bdi>{course.title}</bdi>
              </TextLink>
            ) : (
              <CourseLink course={course}>{course.title}</CourseLink>
            )}
          </li>
        ))}
      </ul>
      {runs && library && (
        <Text size="small" tone="muted">
          {library}
        </Text>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <PlanCard plan={plan} />
        {(runs || isOwedStill(plan, plan)) && (
          <CardButton
            id={plan.id}
            label={t(isPaidFor ? 'changeCard' : 'payNow')}
            size={isPaidFor ? 'small' : 'medium'}
            variant={isPaidFor ? 'secondary' : 'primary'}
          />
        )}
        {runs && plan.provider === 'test' && (
          <TextLink
            className="inline-flex min-h-target items-center text-sm"
            href={gatewayPath(plan.session)}
            prefetch={false}
          >
            {t('card')}
          </TextLink>
        )}
      </div>
      {runs && kind === 'subscription' && <PlanActions plan={plan} />}
      {!runs && !isCompleted && !isOwedStill(plan, plan) && (
        <ButtonLink
          className="self-start"
          href={checkoutPath({ offers: [offer] })}
          prefetch={false}
          variant="secondary"
        >
          {t('again')}
        </ButtonLink>
      )}
    </section>
  )
}

const PlanPrice = ({
  plan: { amount, currency, interval, kind, paidPeriods, payments },
}: {
  plan: OwnPlan
}) => {
  const t = useTranslations()
  const locale = useLocale()
  const price = formatMoney({ amount, currency, locale, whole: true })

  return (
    <Text tone="muted">
      {kind === 'plan'
        ? t('account.plans.paidOf', { count: payments ?? 1, paid: paidPeriods, price })
        : t(interval === 'year' ? 'course.everyYear' : 'course.everyMonth', { price })}
    </Text>
  )
}

/** What happens next, and on which day. */
const NextStep = ({
  plan: {
    cancelAtPeriodEnd,
    currency,
    discountAmount,
    discountPercent,
    discountPeriods,
    isCompleted,
    nextStepAt,
    periodEnd,
    status,
  },
  timeZone,
}: {
  plan: OwnPlan
  timeZone: string
}) => {
  const t = useTranslations('account.plans')
  const locale = useLocale()
  if (isCompleted) {
    return <Text>{t('forGood')}</Text>
  }
  const [text, date] = cancelAtPeriodEnd
    ? (['endsOn', periodEnd] as const)
    : status === 'paused'
      ? (['pausedUntil', nextStepAt ?? periodEnd] as const)
      : status === 'pastDue'
        ? (['retryOn', nextStepAt ?? periodEnd] as const)
        : nextStepAt
          ? (['nextOn', nextStepAt] as const)
          : (['endedOn', periodEnd] as const)

  return (
    <Text>
      {discountPeriods > 0 &&
        `${
          discountAmount > 0
            ? t('amountOffRuns', {
                amount: formatMoney({ amount: discountAmount, currency, locale }),
                count: discountPeriods,
              })
            : t('discountRuns', { count: discountPeriods, percent: discountPercent })
        } `}
      {t(text)} <DateTime show="date" timeZone={timeZone} value={date} />
    </Text>
  )
}
