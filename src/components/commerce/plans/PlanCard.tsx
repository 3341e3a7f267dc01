import { useLocale, useTranslations } from 'next-intl'

import type { OwnPlan } from '@/operations/commerce/ownPlans'

import { Text } from '@/components/ui/Text'
import { brandName, isPastEnd } from '@/domain/commerce/cards'
import { isOwedStill, RUNNING } from '@/domain/commerce/subscriptions'

import { ForgetCard } from './ForgetCard'

/** What is charged for a subscription or plan, as its holder knows it; one that is charged no more can be removed. */
export const PlanCard = ({ plan }: { plan: OwnPlan }) => {
  const t = useTranslations('account.plans')
  const locale = useLocale()
  const { id, cancelAtPeriodEnd, card, isCompleted, status } = plan
  if (!card) {
    return null
  }
  const isCharged =
    isOwedStill(plan, plan) || (RUNNING.includes(status) && !cancelAtPeriodEnd && !isCompleted)
  const { brand, expiresMonth, expiresYear, last4 } = card
  const name = brandName(brand) ?? t('cardAny')
  const until =
    expiresMonth !== null && expiresYear !== null
      ? new Intl.DateTimeFormat(locale, {
          month: '2-digit',
          timeZone: 'UTC',
          year: 'numeric',
        }).format(new Date(Date.UTC(expiresYear, expiresMonth - 1)))
      : null

  return (
    <div className="flex flex-col items-start gap-2">
      <Text size="small" tone="muted">
        {last4 ? t('cardEnding', { brand: name, last4 }) : t('cardBy', { brand: name })}
        {until && <>, {t('cardUntil', { until })}</>}
      </Text>
      {isCharged && isPastEnd(card, new Date()) && <Text size="small">{t('cardPast')}</Text>}
      {!isCharged && <ForgetCard id={id} />}
    </div>
  )
}
