'use client'

import { useTranslations } from 'next-intl'

import { Badge } from '@/components/ui/Badge'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import type { Assignment } from '@/domain/catalog/lessons/assignment'
import type { Feedback as Said } from '@/domain/learning/assignments/review'
import type { WorkFile } from '@/domain/learning/assignments/workFile'

import { MarkedFiles } from './MarkedFiles'
import { Replies } from './Replies'
import { Rubric } from './Rubric'

/** What was said of a submission, beside it: the grade, the rubric, comments on pages, and the talk about it. */
export const Feedback = ({
  assignment: { points: most, rubric },
  feedback: { comment, levels, passed, percent, points, remarks, score, thread },
  files,
  onReplied,
  submission,
}: {
  assignment: Assignment
  feedback: Said
  files: readonly WorkFile[]
  onReplied: () => void
  submission: string
}) => {
  const t = useTranslations('learn.assignment')
  const isGraded = typeof score === 'number' && typeof percent === 'number'

  return (
    <section aria-label={t('feedback')} className="flex flex-col gap-4 rounded-card bg-sunken p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Heading level={4}>{t('feedback')}</Heading>
        {isGraded && (
          <>
            <Text as="span" className="tabular-nums" strong>
              {t('result', { max: most, percent, score })}
            </Text>
            <Badge tone={passed ? 'success' : 'warning'}>
              {t(passed ? 'passed' : 'notPassed')}
            </Badge>
          </>
        )}
        {isGraded && typeof points === 'number' && points > score && (
          <Text as="span" size="small" tone="muted">
            {t('deducted', { points })}
          </Text>
        )}
      </div>
      {comment && (
        <p className="whitespace-pre-wrap wrap-anywhere" dir="auto">
          {comment}
        </p>
      )}
      {rubric.length > 0 && Object.keys(levels).length > 0 && (
        <Rubric levels={levels} rubric={rubric} />
      )}
      {remarks.length > 0 && <MarkedFiles files={files} remarks={remarks} />}
      <Replies onReplied={onReplied} submission={submission} thread={thread} />
    </section>
  )
}
