'use client'

import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'
import type { MarkChange } from '@/domain/learning/remarking'

/** What graders changed of a result after it was given, each with its moment and reason; nothing where nothing was. */
export const MarkChanges = ({ changes }: { changes: readonly Omit<MarkChange, 'by'>[] }) => {
  const t = useTranslations('learn.quiz')
  if (changes.length === 0) {
    return null
  }

  return (
    <Alert isQuiet title={t('changedTitle')}>
      <ul className="flex flex-col gap-2">
        {changes.map(({ after, at, before, reason }) => (
          <li key={at}>
            <Text size="small">
              {t('changed', { after: after.score, before: before.score, max: after.maxScore })}{' '}
              <DateTime show="dateTime" value={at} />
            </Text>
            <Text className="whitespace-pre-line" dir="auto" size="small" tone="muted">
              {reason}
            </Text>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
