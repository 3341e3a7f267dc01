'use client'

import { useTranslations } from 'next-intl'

import { Badge } from '@/components/ui/Badge'
import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'
import type { Assignment } from '@/domain/catalog/lessons/assignment'
import type { SubmissionState } from '@/domain/learning/assignments/submissions'
import type { Submission } from '@/domain/learning/assignments/work'

import { Feedback } from './Feedback'
import { WorkFiles } from './WorkFiles'

const TONES = {
  draft: 'neutral',
  graded: 'success',
  replaced: 'neutral',
  returned: 'warning',
  submitted: 'info',
} as const satisfies Record<SubmissionState, string>

/** One submission as it was handed in: its state, when, how late, the text and the files. */
export const SubmissionCard = ({
  assignment,
  onReplied,
  submission: { id, feedback, files, lateDays, number, state, submittedAt, text },
}: {
  assignment: Assignment
  onReplied: () => void
  submission: Submission
}) => {
  const t = useTranslations('learn.assignment')

  return (
    <article
      aria-label={t('number', { number })}
      className="flex flex-col gap-3 border-t border-line pt-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Text as="span" strong>
          {t('number', { number })}
        </Text>
        <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
        {lateDays > 0 && <Badge tone="warning">{t('lateBy', { days: lateDays })}</Badge>}
        {submittedAt && (
          <Text as="span" size="small" tone="muted">
            <DateTime show="dateTime" value={submittedAt} />
          </Text>
        )}
      </div>
      {text && (
        <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
          {text}
        </p>
      )}
      {files.length > 0 && <WorkFiles files={files} />}
      {feedback && (
        <Feedback
          assignment={assignment}
          feedback={feedback}
          files={files}
          onReplied={onReplied}
          submission={id}
        />
      )}
    </article>
  )
}
