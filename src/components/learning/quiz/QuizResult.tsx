'use client'

import { CircleCheck, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'

import { Button } from '@/components/ui/Button'
import { cn } from '@/components/ui/classes'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import type { Chosen, Grade, OpenQuestion } from '@/domain/learning/grading'

type ResultProps = {
  /** Attempts that are left; null where there is no limit. */
  attemptsLeft: null | number
  chosen: Chosen
  grade: Grade
  onRetry: () => void
  passMark: number
  questions: readonly OpenQuestion[]
}

/** A graded attempt: the score, each question with what was answered and why, and another try where there is one. */
export const QuizResult = ({
  attemptsLeft,
  chosen,
  grade: { maxScore, passed, percent, results, score },
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
          {t(passed ? 'quiz.passedTitle' : 'quiz.failedTitle', { score: percent })}
        </Heading>
        <Text>{passed ? t('quiz.passedBody') : t('quiz.failedBody', { required: passMark })}</Text>
        <Text className="tabular-nums" size="small" tone="muted">
          {t('quiz.points', { max: maxScore, score })}
          {attemptsLeft !== null && !passed && (
            <span> · {t('attemptsLeft', { count: attemptsLeft })}</span>
          )}
        </Text>
        {attemptsLeft !== 0 && !passed && (
          <Button className="mt-3" onClick={onRetry}>
            {t('quiz.retry')}
          </Button>
        )}
      </div>
      <div className="flex flex-col gap-2">
        <Heading level={3}>{t('quiz.results')}</Heading>
        <ol className="divide-y divide-line">
          {questions.map((question) => {
            const result = results.find((one) => one.question === question.id)

            return (
              <GradedQuestion
                chosen={chosen[question.id] ?? []}
                explanation={result?.explanation ?? null}
                isRight={result?.right ?? false}
                key={question.id}
                question={question}
              />
            )
          })}
        </ol>
      </div>
    </div>
  )
}

const GradedQuestion = ({
  chosen,
  explanation,
  isRight,
  question: { answers, prompt },
}: {
  chosen: readonly string[]
  explanation: null | string
  isRight: boolean
  question: OpenQuestion
}) => {
  const t = useTranslations('learn.quiz')
  const Mark = isRight ? CircleCheck : CircleX
  const given = answers.filter(({ id }) => chosen.includes(id)).map(({ text }) => text)

  return (
    <li className="flex gap-3 py-5">
      <Mark
        aria-hidden
        className={cn('mt-0.5 size-5 shrink-0', isRight ? 'text-success' : 'text-danger')}
        strokeWidth={1.5}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <Text className="whitespace-pre-line" strong>
          {prompt}
        </Text>
        <Text size="small" strong tone={isRight ? 'success' : 'danger'}>
          {isRight ? t('correct') : t('incorrect')}
        </Text>
        {given.length > 0 && (
          <Text size="small" tone="muted">
            {t('yourAnswer')}: {given.join(' · ')}
          </Text>
        )}
        {explanation && (
          <Text className="mt-1 whitespace-pre-line" size="small">
            {explanation}
          </Text>
        )}
      </div>
    </li>
  )
}
