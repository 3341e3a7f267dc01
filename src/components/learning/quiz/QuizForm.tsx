'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'
import type { Answer, Chosen, OpenQuestion } from '@/domain/learning/questions/types'

import type { Attempt } from './useAttempt'
import type { Saving } from '../useKeeping'

import { unanswered } from './answers'
import { Countdown } from './Countdown'
import { QuizQuestion } from './QuizQuestion'

type FormProps = {
  attempt: Attempt
  chosen: Chosen
  clock: () => number
  isHandingIn: boolean
  onAnswer: (question: OpenQuestion, answer: Answer) => void
  onHandIn: () => void
  onTimeUp: () => void
  saving: Saving
}

/** An attempt under way: every question in view, kept as it is answered, handed in whole. */
export const QuizForm = ({
  attempt: { deadlineAt, number, questions },
  chosen,
  clock,
  isHandingIn,
  onAnswer,
  onHandIn,
  onTimeUp,
  saving,
}: FormProps) => {
  const t = useTranslations('learn')
  const common = useTranslations('common')
  const [isAsked, setAsked] = useState(false)
  const open = unanswered(questions, chosen)
  const states = {
    failed: t('quiz.saveFailed'),
    no: null,
    saved: common('saved'),
    yes: t('quiz.saving'),
  }

  return (
    <form
      className="flex flex-col gap-10"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (open.length > 0) {
          setAsked(true)
          event.currentTarget.querySelector<HTMLElement>(`[name="${open[0]}"]`)?.focus()
        } else {
          onHandIn()
        }
      }}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Text as="span" size="small" tone="muted">
          {t('attempt', { number })}
        </Text>
        {deadlineAt && <Countdown clock={clock} deadlineAt={deadlineAt} onOver={onTimeUp} />}
      </div>
      {questions.map((question, place) => (
        <QuizQuestion
          count={questions.length}
          error={isAsked && open.includes(question.id) ? t('quiz.unanswered') : undefined}
          given={chosen[question.id] ?? []}
          key={question.id}
          number={place + 1}
          onAnswer={(answer) => onAnswer(question, answer)}
          question={question}
        />
      ))}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button loading={isHandingIn} size="large" type="submit">
          {t('quiz.handIn')}
        </Button>
        <Text
          aria-live="polite"
          as="div"
          className="tabular-nums"
          size="small"
          tone={saving === 'failed' ? 'danger' : 'muted'}
        >
          {isAsked && open.length > 0
            ? t('quiz.answerAll')
            : t('quiz.answered', { count: questions.length, done: questions.length - open.length })}
          {states[saving] && <span> · {states[saving]}</span>}
        </Text>
      </div>
    </form>
  )
}
