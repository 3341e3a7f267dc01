'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Skeleton } from '@/components/ui/Skeleton'
import { limitsWith } from '@/domain/learning/allowances'
import type { LessonLearner } from '@/operations/learning/lessonLearner'

import { useLessonProgress } from '../LessonProgress'
import { serverClock } from '../player/serverClock'
import { PicturesContext } from './pictures'
import { QuizForm } from './QuizForm'
import { QuizResult } from './QuizResult'
import { QuizStart, type QuizFacts } from './QuizStart'
import { useAttempt } from './useAttempt'

type QuizProps = { lesson: string; quiz: QuizFacts }

/** A quiz lesson, once it is known who takes it. */
export const Quiz = (props: QuizProps) => {
  const { learner } = useLessonProgress()

  return learner ? <QuizOf {...props} learner={learner} /> : <Opening />
}

/** Its start, the attempt under way, the result. */
const QuizOf = ({
  learner: { allowance, attempts, now },
  lesson,
  quiz: everybodys,
}: QuizProps & { learner: Pick<LessonLearner, 'allowance' | 'attempts' | 'now'> }) => {
  const quiz = limitsWith(everybodys, allowance)
  const t = useTranslations('learn')
  const say = useErrorText()
  const [clock] = useState(() => serverClock(now))
  const isUnderWay = attempts.some(
    ({ deadlineAt, submittedAt }) =>
      !submittedAt && (!deadlineAt || new Date(deadlineAt).getTime() > now),
  )
  const {
    answer,
    error,
    handIn,
    isHandingIn,
    leaveReview,
    review,
    saving,
    start,
    state,
    timeIsUp,
  } = useAttempt({
    isUnderWay,
    lesson,
    quiz: quiz.id,
  })
  const begin = () => void start()
  const past = attempts.filter(({ submittedAt }) => submittedAt)
  const left = (made: number) =>
    quiz.attemptLimit === null ? null : Math.max(quiz.attemptLimit - made, 0)

  return (
    <PicturesContext value={'attempt' in state ? state.attempt.pictures : NO_PICTURES}>
      <div className="flex flex-col gap-6">
        {error && (
          <Alert tone={error === 'attemptTooLate' ? 'warning' : 'danger'}>
            {error === 'attemptTooLate' ? t('quiz.timeIsUp') : say(error)}
          </Alert>
        )}
        {state.kind === 'open' && (
          <QuizForm
            attempt={state.attempt}
            chosen={state.chosen}
            clock={clock}
            isHandingIn={isHandingIn}
            onAnswer={answer}
            onHandIn={() => void handIn()}
            onTimeUp={() => void timeIsUp()}
            saving={saving}
          />
        )}
        {state.kind === 'graded' && (
          <QuizResult
            attemptsLeft={left(Math.max(state.attempt.number, past.length))}
            changes={state.changes}
            chosen={state.chosen}
            grade={state.grade}
            onBack={state.isPast ? leaveReview : undefined}
            onRetry={begin}
            passMark={quiz.passMark}
            questions={state.attempt.questions}
          />
        )}
        {state.kind === 'opening' && isUnderWay ? (
          <Opening />
        ) : (
          (state.kind === 'idle' || state.kind === 'opening') && (
            <QuizStart
              isOpening={state.kind === 'opening'}
              onStart={begin}
              onReview={(id) => void review(id)}
              hasMore={differs(quiz, everybodys)}
              past={past}
              quiz={quiz}
            />
          )
        )}
      </div>
    </PicturesContext>
  )
}

const differs = (one: QuizFacts, other: QuizFacts): boolean =>
  one.attemptLimit !== other.attemptLimit || one.timeLimit !== other.timeLimit

const NO_PICTURES = {}

const Opening = () => {
  const t = useTranslations('learn')

  return (
    <div aria-busy aria-label={t('quiz.opening')} className="flex flex-col gap-4" role="status">
      <Skeleton className="h-6 w-2/3" />
      <Skeleton className="h-14" />
      <Skeleton className="h-14" />
      <Skeleton className="h-14" />
    </div>
  )
}
