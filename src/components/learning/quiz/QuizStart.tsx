'use client'

import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/Button'
import { Heading } from '@/components/ui/Heading'
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
export type PastAttempt = {
  id: string
  number: number
  passed: boolean | null
  percent: null | number
  waits: boolean
}

/** Before a quiz: how much it is, what it takes to pass, how it went before, and one button. */
export const QuizStart = ({
  hasMore,
  isOpening,
  onReview,
  onStart,
  past,
  quiz: { attemptLimit, passMark, questions, timeLimit },
}: {
  /** Whether staff gave this learner more time or attempts than others have. */
  hasMore: boolean
  isOpening: boolean
  onReview: (attempt: string) => void
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
    timeLimit && t('quiz.timeLimit', { minutes: Math.round(timeLimit) }),
    left !== null && t('attemptsLeft', { count: left }),
    hasMore && t('quiz.hasMore'),
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
      {passed && (
        <Text strong tone="success">
          {t('quiz.passedBefore', { percent: Math.round(passed.percent ?? 0) })}
        </Text>
      )}
      {last?.waits && <Text>{t('quiz.waitingBody')}</Text>}
      {!passed && !last?.waits && typeof last?.percent === 'number' && (
        <Text>{t('quiz.lastResult', { percent: Math.round(last.percent) })}</Text>
      )}
      {left !== 0 && (
        <Button
          loading={isOpening}
          onClick={onStart}
          size="large"
          variant={passed || last?.waits ? 'secondary' : 'primary'}
        >
          {past.length > 0 ? t('quiz.retry') : t('quiz.start')}
        </Button>
      )}
      {past.length > 0 && <PastAttempts onReview={onReview} past={past} />}
    </div>
  )
}

/** What was handed in before, the latest first, each to be looked at again. */
const PastAttempts = ({
  onReview,
  past,
}: {
  onReview: (attempt: string) => void
  past: readonly PastAttempt[]
}) => {
  const t = useTranslations('learn')

  return (
    <div className="flex w-full flex-col gap-2 border-t border-line pt-6">
      <Heading level={2} size="small">
        {t('quiz.past')}
      </Heading>
      <ul className="divide-y divide-line">
        {past.toReversed().map(({ id, number, percent, waits }) => (
          <li className="flex items-center justify-between gap-4 py-1" key={id}>
            <Text as="span" className="tabular-nums">
              {t('attempt', { number })}
              <span>
                {' · '}
                {waits
                  ? t('quiz.waiting')
                  : t('quiz.result', { percent: Math.round(percent ?? 0) })}
              </span>
            </Text>
            <Button
              aria-label={t('quiz.reviewOf', { number })}
              onClick={() => onReview(id)}
              size="small"
              variant="quiet"
            >
              {t('quiz.review')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
