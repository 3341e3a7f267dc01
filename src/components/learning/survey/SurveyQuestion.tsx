'use client'

import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'

import { Checkbox } from '@/components/ui/Checkbox'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { ScaleInput } from '@/components/ui/ScaleInput'
import { Text } from '@/components/ui/Text'
import { Textarea } from '@/components/ui/Textarea'
import type { SurveyQuestion as Question } from '@/domain/catalog/lessons/survey'
import { SURVEY_TEXT } from '@/domain/catalog/lessons/survey'

/** What stands in a question now: a step, an option, several, or a text; null is nothing. */
export type Given = null | number | string | string[]

type Props = {
  error: null | string
  onAnswer: (given: Given) => void
  question: Question
  value: Given
}

/** One question of a survey, by its kind. */
export const SurveyQuestion = ({ error, onAnswer, question, value }: Props) => {
  const t = useTranslations('learn.survey')
  const { id, hint, isRequired, kind, prompt } = question
  const name = `survey-${id}`
  const legend = <Legend isRequired={isRequired}>{prompt}</Legend>
  if (kind === 'text') {
    const shared = {
      name,
      dir: 'auto',
      maxLength: question.isLong ? SURVEY_TEXT.long : SURVEY_TEXT.short,
      value: typeof value === 'string' ? value : '',
    } as const

    return (
      <Field error={error} hint={hint} label={legend} required={isRequired}>
        {question.isLong ? (
          <Textarea {...shared} onChange={({ target }) => onAnswer(target.value)} rows={5} />
        ) : (
          <Input {...shared} onChange={({ target }) => onAnswer(target.value)} />
        )}
      </Field>
    )
  }
  if (kind === 'nps' || kind === 'rating') {
    const { high, least, low, most } = question
    const isScore = kind === 'nps'

    return (
      <ScaleInput
        name={name}
        error={error}
        high={high ?? (isScore ? t('likely') : null)}
        hint={hint}
        least={least}
        legend={legend}
        low={low ?? (isScore ? t('unlikely') : null)}
        most={most}
        onValueChange={onAnswer}
        required={isRequired}
        value={typeof value === 'number' ? value : null}
      />
    )
  }
  if (kind === 'single') {
    return (
      <RadioGroup
        name={name}
        error={error}
        legend={<WithHint hint={hint}>{legend}</WithHint>}
        onValueChange={onAnswer}
        options={question.options.map((one) => ({ label: <bdi>{one.text}</bdi>, value: one.id }))}
        required={isRequired}
        value={typeof value === 'string' ? value : ''}
      />
    )
  }

  return <Several {...{ error, onAnswer, value }} legend={legend} name={name} question={question} />
}

const Several = ({
  name,
  error,
  legend,
  onAnswer,
  question: { hint, options },
  value,
}: Omit<Props, 'question'> & {
  legend: ReactNode
  name: string
  question: Extract<Question, { kind: 'multiple' | 'single' }>
}) => {
  const t = useTranslations('learn.survey')
  const id = useId()
  const chosen = Array.isArray(value) ? value : []

  return (
    <div aria-describedby={`${id}-hint`} aria-labelledby={id} role="group">
      <div className="text-sm font-semibold" id={id}>
        {legend}
      </div>
      <Text id={`${id}-hint`} size="small" tone="muted">
        {hint ?? t('several')}
      </Text>
      {options.map((one) => (
        <Checkbox
          checked={chosen.includes(one.id)}
          key={one.id}
          label={<bdi>{one.text}</bdi>}
          name={name}
          onChange={({ target }) =>
            onAnswer(
              target.checked ? [...chosen, one.id] : chosen.filter((other) => other !== one.id),
            )
          }
        />
      ))}
      {error && (
        <Text role="alert" size="small" tone="danger">
          {error}
        </Text>
      )}
    </div>
  )
}

/** A question, and whether it may be left out. */
const Legend = ({ children, isRequired }: { children: string; isRequired: boolean }) => {
  const t = useTranslations('ui')

  return (
    <span className="text-base">
      <bdi>{children}</bdi>
      {!isRequired && <span className="ps-2 text-sm font-normal text-muted">{t('optional')}</span>}
    </span>
  )
}

const WithHint = ({ children, hint }: { children: ReactNode; hint: null | string }) => (
  <>
    {children}
    {hint && (
      <Text as="span" className="block font-normal" size="small" tone="muted">
        {hint}
      </Text>
    )}
  </>
)
