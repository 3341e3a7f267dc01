import { CalendarClock } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'

/** What stands in place of a price for who has a place already: their cohort, and when it starts. */
export const StartNote = ({ cohort }: { cohort: { name: string; startsAt: string } }) => {
  const t = useTranslations('course')

  return (
    <Text className="flex items-start gap-3" role="status">
      <CalendarClock
        aria-hidden
        className="mt-0.5 size-5 shrink-0 text-success"
        strokeWidth={1.5}
      />
      <span>
        {t('cohortWaiting', { name: cohort.name })}{' '}
        <DateTime show="dateTime" value={cohort.startsAt} />
      </span>
    </Text>
  )
}
