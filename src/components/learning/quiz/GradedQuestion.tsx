'use client'

import { CircleCheck, CircleDot, CircleX, Hourglass } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'

import { cn } from '@/components/ui/classes'
import { Text } from '@/components/ui/Text'
import type { OpenQuestion, Review } from '@/domain/learning/grading'
import type { Answer } from '@/domain/learning/questions/types'

import { answerLines } from './answers'
import { decimalSignIn } from './kinds/decimalSign'
import { QuestionPicture } from './pictures'

const STATES = {
  partly: { color: 'text-text', Mark: CircleDot, tone: 'text', word: 'partlyCorrect' },
  right: { color: 'text-success', Mark: CircleCheck, tone: 'success', word: 'correct' },
  waits: { color: 'text-muted', Mark: Hourglass, tone: 'muted', word: 'waits' },
  wrong: { color: 'text-danger', Mark: CircleX, tone: 'danger', word: 'incorrect' },
} as const

/** A question with what was answered, what it earned, and what there is to say about it. */
export const GradedQuestion = ({
  given,
  question,
  result: { comment, explanation, feedback, key, points, right, waits },
}: {
  given: Answer
  question: OpenQuestion
  result: Review
}) => {
  const t = useTranslations('learn.quiz')
  const words = { decimalSign: decimalSignIn(useLocale()), no: t('false'), yes: t('true') }
  const { color, Mark, tone, word } =
    STATES[waits ? 'waits' : right ? 'right' : points > 0 ? 'partly' : 'wrong']

  return (
    <li className="flex gap-3 py-5">
      <Mark aria-hidden className={cn('mt-0.5 size-5 shrink-0', color)} strokeWidth={1.5} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <Text className="whitespace-pre-line" strong>
          {question.prompt}
        </Text>
        <QuestionPicture id={question.picture} />
        {question.text && (
          <Text className="whitespace-pre-line" size="small">
            {question.text}
          </Text>
        )}
        <Text className="tabular-nums" size="small" strong tone={tone}>
          {t(question.kind === 'essay' && !waits ? 'graded' : word)} ·{' '}
          {waits
            ? t('worth', { points: question.points })
            : t('points', { max: question.points, score: points })}
        </Text>
        <Lines label={t('yourAnswer')} lines={answerLines(question, given, words)} />
        {feedback.map((said) => (
          <Text className="whitespace-pre-line" key={said} size="small">
            {said}
          </Text>
        ))}
        {comment && (
          <Text className="whitespace-pre-line" size="small">
            <strong>{t('comment')}:</strong> {comment}
          </Text>
        )}
        {key && key.length > 0 && !right && (
          <Lines label={t('rightAnswer')} lines={answerLines(question, key, words)} />
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

/** An answer after its label: beside it, or one line for each of its parts. */
const Lines = ({ label, lines }: { label: string; lines: readonly string[] }) =>
  lines.length > 0 && (
    <Text as="div" className="wrap-anywhere" size="small" tone="muted">
      {label}: {lines.length === 1 ? <bdi className="whitespace-pre-line">{lines[0]}</bdi> : null}
      {lines.length > 1 && (
        <ul className="mt-1 flex flex-col gap-0.5 ps-3">
          {lines.map((line) => (
            <li key={line}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Text>
  )
