'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'

import { Skeleton } from '@/components/ui/Skeleton'
import { Text } from '@/components/ui/Text'
import type { Answer, OpenQuestion } from '@/domain/learning/questions/types'

import type { KindProps } from './kinds/kind'

import { Essay } from './kinds/Essay'
import { ManyChoices, OneChoice, TrueOrFalse } from './kinds/Choices'
import { Matching } from './kinds/Matching'
import { Cloze, NumberAnswer, ShortText } from './kinds/Typed'
import { QuestionPicture } from './pictures'

type QuestionProps = {
  count: number
  error?: string
  given: Answer
  number: number
  onAnswer: (answer: Answer) => void
  question: OpenQuestion
}

/** What drags is fetched where something is to be dragged. */
const Ordering = dynamic(() => import('./kinds/Ordering'), {
  loading: () => <Skeleton className="h-40" />,
})

const KINDS: Record<OpenQuestion['kind'], ComponentType<KindProps>> = {
  cloze: Cloze,
  essay: Essay,
  matching: Matching,
  multipleChoice: ManyChoices,
  number: NumberAnswer,
  ordering: Ordering,
  shortText: ShortText,
  singleChoice: OneChoice,
  trueFalse: TrueOrFalse,
}

/** One question of an attempt with what its kind is answered by. */
export const QuizQuestion = ({ error, given, onAnswer, question, ...place }: QuestionProps) => {
  const Kind = KINDS[question.kind]

  return (
    <Kind
      error={error}
      given={given}
      legend={<Legend question={question} {...place} />}
      onAnswer={onAnswer}
      question={question}
    />
  )
}

const Legend = ({
  count,
  number,
  question: { kind, picture, points, prompt },
}: Pick<QuestionProps, 'count' | 'number' | 'question'>) => {
  const t = useTranslations('learn.quiz')

  return (
    <>
      <Text as="span" className="block font-normal" size="small" tone="muted">
        {t('question', { count, number })} · {t('worth', { points })}
      </Text>
      <Text as="span" className="mt-1 block whitespace-pre-line" size="large" strong>
        {prompt}
      </Text>
      <QuestionPicture id={picture} />
      <Text as="span" className="mt-1 block font-normal" size="small" tone="muted">
        {t(`hint.${kind}`)}
      </Text>
    </>
  )
}
