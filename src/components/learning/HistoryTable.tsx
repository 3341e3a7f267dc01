import { useTranslations } from 'next-intl'

import { CourseLink } from '@/components/catalog/CourseLink'
import { Badge } from '@/components/ui/Badge'
import { DateTime } from '@/components/ui/DateTime'
import { Table } from '@/components/ui/Table'
import { Text } from '@/components/ui/Text'
import type { CourseHistory } from '@/operations/learning/history'

const TONES = {
  active: 'accent',
  expired: 'neutral',
  paused: 'neutral',
  revoked: 'neutral',
} as const

/** Every enrollment there ever was: its state, how far, and since when; as the records have it. */
export const HistoryTable = ({
  history,
  timeZone,
}: {
  history: readonly CourseHistory[]
  timeZone: string
}) => {
  const t = useTranslations('people')

  return (
    <Table
      caption={t('history')}
      columns={[
        {
          cell: ({ course }) => <CourseLink course={course}>{course.title}</CourseLink>,
          header: t('course'),
          key: 'course',
        },
        {
          cell: ({ changes, completedAt, status }) => (
            <div className="flex flex-col items-start gap-1">
              {completedAt && status === 'active' ? (
                <Badge tone="success">{t('completed')}</Badge>
              ) : (
                <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
              )}
              {changes.map(({ action, at, reason }) => (
                <Text key={at} size="small" tone="muted">
                  {t(`changes.${action}`)}, <DateTime show="date" timeZone={timeZone} value={at} />:{' '}
                  <bdi>{reason}</bdi>
                </Text>
              ))}
            </div>
          ),
          header: t('state'),
          key: 'state',
        },
        {
          cell: ({ percent }) => t('percent', { percent }),
          header: t('done'),
          key: 'done',
          numeric: true,
        },
        {
          cell: ({ enrolledAt, purchasedAt }) => (
            <DateTime show="date" timeZone={timeZone} value={purchasedAt ?? enrolledAt} />
          ),
          header: t('since'),
          key: 'since',
          numeric: true,
        },
      ]}
      rowKey={({ enrollment }) => enrollment}
      rows={history}
    />
  )
}
