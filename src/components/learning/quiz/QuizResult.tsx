'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'

import { Button } from '@/components/ui/Button'
import { cn } from '@/components/ui/classes'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import type { Chosen, OpenQuestion, ReviewedGrade } from '@/domain/learning/grading'
import type { MarkChange } from '@/domain/learning/remarking'

import { MarkChanges } from './MarkChanges'
import { GradedQuestion } from './GradedQuestion'

type ResultProps = {
  /** Attempts that are left; null where there is no limit. */
  attemptsLeft: null | number
  /** What graders changed of it since. */
  changes?: readonly Omit<MarkChange, 'by'>[]
  chosen: Chosen
  grade: ReviewedGrade
  /** Set where an attempt of before is looked at again. */
  onBack?: () => void
  onRetry: () => void
  passMark: number
  questions: readonly OpenQuestion[]
}

/** A graded attempt: the score, each question with what was answered and why, and another try where there is one. */
export const QuizResult = ({
  attemptsLeft,
  changes = [],
  chosen,
  grade: { maxScore, passed, percent, results, score, waits },
  onBack,
  onRetry,
  passMark,
  questions,
}: ResultProps) => {
  const t = useTranslations('learn')
  const head = useRef<HTMLDivElement>(null)
  useEffect(() => head.current?.focus(), [])

  return (
    <div className="flex flex-col gap-8">
      <div
        className={cn(
          'flex animate-rise-in flex-col items-start gap-2 rounded-card p-6 outline-none',
          passed ? 'bg-success-soft' : 'bg-sunken',
        )}
        ref={head}
        role="status"
        tabIndex={-1}
      >
        <Heading level={2} size="heading">
          {waits && !passed
            ? t('quiz.waitingTitle')
            : t(passed ? 'quiz.passedTitle' : 'quiz.failedTitle', { score: percent })}
        </Heading>
        {passed && <Text>{t('quiz.passedBody')}</Text>}
        {waits && <Text>{t('quiz.waitingBody')}</Text>}
        {!passed && !waits && <Text>{t('quiz.failedBody', { required: passMark })}</Text>}
        <Text className="tabular-nums" size="small" tone="muted">
          {t(waits ? 'quiz.pointsSoFar' : 'quiz.points', { max: maxScore, score })}
          {attemptsLeft !== null && !passed && (
            <span> · {t('attemptsLeft', { count: attemptsLeft })}</span>
          )}
        </Text>
        <div className="mt-3 flex flex-wrap gap-3 empty:hidden">
          {attemptsLeft !== 0 && !passed && !waits && (
            <Button onClick={onRetry}>{t('quiz.retry')}</Button>
          )}
          {onBack && (
            <Button onClick={onBack} variant="secondary">
              {t('quiz.back')}
            </Button>
          )}
        </div>
      </div>
      <MarkChanges changes={changes} />
      <div className="flex flex-col gap-2">
        <Heading level={3}>{t('quiz.results')}</Heading>
        <ol className="divide-y divide-line">
          {questions.map((question) => {
            const result = results.find((one) => one.question === question.id)

            return (
              result && (
                <GradedQuestion
                  given={chosen[question.id] ?? []}
                  key={question.id}
                  question={question}
                  result={result}
                />
              )
            )
          })}
        </ol>
      </div>
    </div>
  )
}
