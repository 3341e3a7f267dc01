import { useLocale, useTranslations } from 'next-intl'

import type { UnpaidPlan } from '@/operations/learning/unpaidPlans'

import { Alert } from '@/components/ui/Alert'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { DateTime } from '@/components/ui/DateTime'
import { formatMoney } from '@/components/ui/formatMoney'
import { Island } from '@/components/ui/Island'
import { cardPath } from '@/domain/commerce/paths'

/** Says to a learner that a payment of hers has failed, until when her courses are open, and where to pay. */
export const UnpaidNotice = ({
  plan: { id, amount, currency, plan, until },
  timeZone = 'UTC',
}: {
  plan: UnpaidPlan
  /** In which the date stands before the page is alive. */
  timeZone?: string
}) => {
  const t = useTranslations('learn')
  const locale = useLocale()
  const total = formatMoney({ amount, currency, locale })

  return (
    <Alert
      action={<ButtonLink href={cardPath(id)}>{t('unpaidAction')}</ButtonLink>}
      isQuiet
      title={t('unpaid')}
      tone="warning"
    >
      {t('unpaidBody', { plan, total })}{' '}
      {until && (
        <Island name="DateTime" given={{ show: 'date', timeZone, value: until }} of={DateTime} />
      )}
    </Alert>
  )
}
