import { useTranslations } from 'next-intl'

import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'

/** Until when a course is open, or since when it is closed again. */
export const AccessNote = ({
  date,
  text,
}: {
  date: string
  text: 'accessEndedOn' | 'openUntil'
}) => {
  const t = useTranslations('course')

  return (
    <Text size="small" tone="muted">
      {t(text)} <DateTime show="date" value={date} />
    </Text>
  )
}
