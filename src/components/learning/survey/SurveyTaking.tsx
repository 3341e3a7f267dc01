'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { callApi } from '@/components/shell/api'
import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Skeleton } from '@/components/ui/Skeleton'
import type { Survey } from '@/domain/catalog/lessons/survey'

import type { Given } from './SurveyQuestion'

import { useLessonProgress } from '../LessonProgress'
import { SurveyForm } from './SurveyForm'

/** A learner before a survey: its questions, or thanks once they were answered. */
export const SurveyTaking = ({ lesson, survey }: { lesson: string; survey: Survey }) => {
  const t = useTranslations('learn.survey')
  const say = useErrorText()
  const { isCompleted, learner, markCompleted } = useLessonProgress()
  const [error, setError] = useState<null | string>(null)
  const [isSending, setSending] = useState(false)
  if (isCompleted(lesson)) {
    return (
      <Alert title={t('sentTitle')} tone="success">
        {t(survey.isAnonymous ? 'sentAnonymous' : 'sentNamed')}
      </Alert>
    )
  }
  if (!learner) {
    return <Skeleton className="h-48" />
  }
  const send = async (answers: Record<string, Given>) => {
    setSending(true)
    setError(null)
    const answer = await callApi(`/api/surveys/${lesson}`, {
      body: { answers, isAnonymous: survey.isAnonymous },
    })
    setSending(false)
    if (answer.ok) {
      markCompleted(lesson)
    } else {
      setError(say(answer.code))
    }
  }

  return (
    <SurveyForm
      error={error}
      isSending={isSending}
      onSend={(answers) => void send(answers)}
      survey={survey}
    />
  )
}
