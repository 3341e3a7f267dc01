'use client'

import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'

/** What a quiz asks for, in its own numbers; `timeLimit` in minutes. */
export type QuizFacts = {
  attemptLimit: null | number
  id: string
  passMark: number
  questions: number
  timeLimit: null | number
}

/** A graded attempt, as the start of the quiz mentions it. */
export type PastAttempt = { passed: boolean | null; percent: null | number }

/** Before a quiz: how much it is, what it takes to pass, how it went before, and one button. */
export const QuizStart = ({
  isOpening,
  onStart,
  past,
  quiz: { attemptLimit, passMark, questions, timeLimit },
}: {
  isOpening: boolean
  onStart: () => void
  past: readonly PastAttempt[]
  quiz: QuizFacts
}) => {
  const t = useTranslations('learn')
  const left = attemptLimit === null ? null : Math.max(attemptLimit - past.length, 0)
  const last = past.at(-1)
  const passed = past.find((attempt) => attempt.passed)
  const facts = [
    t('quiz.questions', { count: questions }),
    t('quiz.passMark', { required: passMark }),
    timeLimit && t('quiz.timeLimit', { minutes: timeLimit }),
    left !== null && t('attemptsLeft', { count: left }),
  ]

  return (
    <div className="flex flex-col items-start gap-6">
      <ul className="flex flex-col gap-2">
        {facts.filter(Boolean).map((fact) => (
          <Text as="li" key={String(fact)} tone="muted">
            {fact}
          </Text>
        ))}
      </ul>
      {passed ? (
        <Text strong tone="success">
          {t('quiz.passedBefore', { percent: Math.round(passed.percent ?? 0) })}
        </Text>
      ) : (
        typeof last?.percent === 'number' && (
          <Text>{t('quiz.lastResult', { percent: Math.round(last.percent) })}</Text>
        )
      )}
      {left !== 0 && (
        <Button
          loading={isOpening}
          onClick={onStart}
          size="large"
          variant={passed ? 'secondary' : 'primary'}
        >
          {past.length > 0 ? t('quiz.retry') : t('quiz.start')}
        </Button>
      )}
    </div>
  )
}
