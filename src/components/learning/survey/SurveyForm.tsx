'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'
import type { Survey } from '@/domain/catalog/lessons/survey'

import type { Given } from './SurveyQuestion'

import { SurveyQuestion } from './SurveyQuestion'

/** The questions of a survey, sent with one button; `onSend` gets what was answered, by question. */
export const SurveyForm = ({
  error,
  isSending,
  onSend,
  survey,
}: {
  /** What is amiss, in a sentence. */
  error?: null | string
  isSending: boolean
  onSend: (answers: Record<string, Given>) => void
  survey: Survey
}) => {
  const t = useTranslations('learn.survey')
  const [answers, setAnswers] = useState<Record<string, Given>>({})
  const [isChecked, setChecked] = useState(false)
  const lacks = ({ id, isRequired }: Survey['questions'][number]): boolean => {
    const given = answers[id] ?? null

    return isRequired && (given === null || given === '' || (Array.isArray(given) && !given.length))
  }
  const missing = survey.questions.filter(lacks)

  return (
    <form
      className="flex flex-col gap-8"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (missing.length > 0) {
          event.currentTarget
            .querySelector<HTMLElement>(`[name="survey-${missing[0]?.id}"]`)
            ?.focus()
        } else {
          onSend(answers)
        }
      }}
    >
      <Alert isQuiet>{t(survey.isAnonymous ? 'anonymous' : 'named')}</Alert>
      {survey.questions.map((question) => (
        <SurveyQuestion
          error={isChecked && lacks(question) ? t('needed') : null}
          key={question.id}
          onAnswer={(given) => setAnswers((now) => ({ ...now, [question.id]: given }))}
          question={question}
          value={answers[question.id] ?? null}
        />
      ))}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button loading={isSending} size="large" type="submit">
          {t('send')}
        </Button>
        <Text aria-live="polite" as="div" size="small" tone="danger">
          {error ??
            (isChecked && missing.length > 0 ? t('missing', { count: missing.length }) : null)}
        </Text>
      </div>
    </form>
  )
}
