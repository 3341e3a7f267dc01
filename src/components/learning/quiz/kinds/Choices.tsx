'use client'

import { useTranslations } from 'next-intl'

import { Checkbox } from '@/components/ui/Checkbox'
import { RadioGroup } from '@/components/ui/RadioGroup'

import type { KindProps } from './kind'

import { pressed } from '../answers'
import { QuestionPicture } from '../pictures'
import { Group } from './Group'

/** One answer of several. */
export const OneChoice = ({ error, given, legend, onAnswer, question }: KindProps) => (
  <RadioGroup
    error={error}
    legend={legend}
    name={question.id}
    onValueChange={(answer) => onAnswer([answer])}
    options={question.answers.map(({ id: value, picture, text }) => ({
      label: (
        <>
          {text}
          <QuestionPicture id={picture} isSmall />
        </>
      ),
      value,
    }))}
    value={given[0] ?? ''}
    variant="cards"
  />
)

/** True, or false. */
export const TrueOrFalse = ({ error, given, legend, onAnswer, question }: KindProps) => {
  const t = useTranslations('learn.quiz')

  return (
    <RadioGroup
      error={error}
      legend={legend}
      name={question.id}
      onValueChange={(answer) => onAnswer([answer])}
      options={[
        { label: t('true'), value: 'true' },
        { label: t('false'), value: 'false' },
      ]}
      value={given[0] ?? ''}
      variant="cards"
    />
  )
}

/** All answers that apply. */
export const ManyChoices = ({ given, onAnswer, question, ...group }: KindProps) => {
  const { id, answers, kind } = question

  return (
    <Group id={id} {...group}>
      {answers.map(({ id: answer, picture, text }) => (
        <Checkbox
          checked={given.includes(answer)}
          className="rounded-card border border-line-strong bg-surface px-4 py-1.5 transition-colors hover:border-muted has-checked:border-accent-line has-checked:bg-accent-soft"
          key={answer}
          label={
            <span className="font-medium">
              {text}
              <QuestionPicture id={picture} isSmall />
            </span>
          }
          name={id}
          onChange={() => onAnswer(pressed(kind, given, answer))}
          value={answer}
        />
      ))}
    </Group>
  )
}
