import { useTranslations } from 'next-intl'

import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'

/** Whether a course is open to its buyer by an order, and until when. */
export const LineAccess = ({
  access: { isOpen, until },
  timeZone,
}: {
  access: { isOpen: boolean; until: null | string }
  timeZone: string
}) => {
  const t = useTranslations('account.orders')

  return (
    <Text size="small" tone="muted">
      {isOpen && until
        ? t.rich('openUntil', {
            day: () => <DateTime show="date" timeZone={timeZone} value={until} />,
          })
        : t(isOpen ? 'open' : 'closed')}
    </Text>
  )
}
