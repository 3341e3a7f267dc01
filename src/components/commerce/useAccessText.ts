import { useFormatter, useTranslations } from 'next-intl'

import type { AccessRule } from '@/domain/commerce/access'
import type { Terms } from '@/domain/commerce/subscriptions'

type Lasting = { access: AccessRule; terms: null | Terms }

/** Says for how long an offer opens what it sells. */
export const useAccessText = (): ((offer: Lasting) => string) => {
  const t = useTranslations('course')
  const format = useFormatter()

  return ({ access: { count, unit, until }, terms }) => {
    if (terms) {
      return t(terms.kind === 'plan' ? 'untilPaid' : 'whilePaid')
    }

    if (unit === 'until' && until) {
      return t('accessUntil', { date: format.dateTime(new Date(until), { dateStyle: 'long' }) })
    }

    return unit === 'forever' || count === null
      ? t('forever')
      : t(unit === 'months' ? 'accessMonths' : 'accessDays', { count })
  }
}
