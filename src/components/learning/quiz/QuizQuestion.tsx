'use client'

import { useTranslations } from 'next-intl'

import { Checkbox } from '@/components/ui/Checkbox'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { Text } from '@/components/ui/Text'
import type { OpenQuestion } from '@/domain/learning/grading'

type QuestionProps = {
  chosen: readonly string[]
  count: number
  error?: string
  number: number
  onChoose: (answer: string) => void
  question: OpenQuestion
}

/** One question of an attempt with its answers: one of them, or all that apply. */
export const QuizQuestion = ({ chosen, error, onChoose, question, ...place }: QuestionProps) => {
  const { id, answers, kind } = question
  const legend = <Legend kind={kind} prompt={question.prompt} {...place} />
  if (kind === 'singleChoice') {
    return (
      <RadioGroup
        error={error}
        legend={legend}
        name={id}
        onValueChange={onChoose}
        options={answers.map(({ id: value, text }) => ({ label: text, value }))}
        value={chosen[0] ?? ''}
        variant="cards"
      />
    )
  }

  return (
    <fieldset
      aria-describedby={error ? `${id}-error` : undefined}
      className="flex min-w-0 flex-col gap-3"
    >
      <legend className="mb-2">{legend}</legend>
      {answers.map(({ id: answer, text }) => (
        <Checkbox
          checked={chosen.includes(answer)}
          className="rounded-card border border-line-strong bg-surface px-4 py-1.5 transition-colors hover:border-muted has-checked:border-accent-line has-checked:bg-accent-soft"
          key={answer}
          label={<span className="font-medium">{text}</span>}
          name={id}
          onChange={() => onChoose(answer)}
          value={answer}
        />
      ))}
      {error && (
        <Text id={`${id}-error`} role="alert" size="small" tone="danger">
          {error}
        </Text>
      )}
    </fieldset>
  )
}

const Legend = ({
  count,
  kind,
  number,
  prompt,
}: Pick<QuestionProps, 'count' | 'number'> & Pick<OpenQuestion, 'kind' | 'prompt'>) => {
  const t = useTranslations('learn.quiz')

  return (
    <>
      <Text as="span" className="block font-normal" size="small" tone="muted">
        {t('question', { count, number })}
      </Text>
      <Text as="span" className="mt-1 block whitespace-pre-line" size="large" strong>
        {prompt}
      </Text>
      <Text as="span" className="mt-1 block font-normal" size="small" tone="muted">
        {kind === 'singleChoice' ? t('chooseOne') : t('chooseMany')}
      </Text>
    </>
  )
}
