import { useTranslations } from 'next-intl'

import { CourseLink } from '@/components/catalog/CourseLink'
import { Badge } from '@/components/ui/Badge'
import { DateTime } from '@/components/ui/DateTime'
import { Table } from '@/components/ui/Table'
import { Text } from '@/components/ui/Text'
import type { Booking, BookingState } from '@/domain/learning/bookings'

const TONES: Record<BookingState, 'accent' | 'neutral' | 'success'> = {
  attended: 'success',
  awaitingPayment: 'neutral',
  cancelled: 'neutral',
  confirmed: 'accent',
  refunded: 'neutral',
  requested: 'neutral',
  waitlisted: 'neutral',
}

/** Every booking: where it stands, and how and when it came there; the same to the person and to the school. */
export const BookingList = ({
  bookings,
  timeZone,
}: {
  bookings: readonly Booking[]
  timeZone: string
}) => {
  const t = useTranslations('people')

  return (
    <Table
      caption={t('bookings.title')}
      columns={[
        {
          cell: ({ cohort, course }) => (
            <>
              <CourseLink course={course}>{course.title}</CourseLink>
              {cohort && (
                <Text dir="auto" size="small" tone="muted">
                  {cohort}
                </Text>
              )}
            </>
          ),
          header: t('course'),
          key: 'course',
        },
        {
          cell: ({ state }) => <Badge tone={TONES[state]}>{t(`bookings.state.${state}`)}</Badge>,
          header: t('state'),
          key: 'state',
        },
        {
          cell: ({ steps }) =>
            steps.map(({ at, side, state }, nth) => (
              <Text key={`${at}:${nth}`} size="small" tone="muted">
                {t(`bookings.state.${state}`)},{' '}
                <DateTime show="dateTime" timeZone={timeZone} value={at} />,{' '}
                {t(`bookings.by.${side}`)}
              </Text>
            )),
          header: t('since'),
          key: 'steps',
        },
      ]}
      rowKey={({ course }) => course.id}
      rows={bookings}
    />
  )
}
