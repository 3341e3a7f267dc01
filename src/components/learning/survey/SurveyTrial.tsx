'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Text } from '@/components/ui/Text'
import type { Survey } from '@/domain/catalog/lessons/survey'

import { SurveyForm } from './SurveyForm'

/** A survey as its learners answer it; of what is answered here nothing is sent or kept. */
export const SurveyTrial = ({ survey }: { survey: Survey }) => {
  const t = useTranslations('learn.survey')
  const [isSent, setSent] = useState(false)

  return (
    <div className="flex flex-col gap-6">
      <Text tone="muted">{t('trial')}</Text>
      {isSent ? (
        <Alert title={t('sentTitle')} tone="success">
          {t(survey.isAnonymous ? 'sentAnonymous' : 'sentNamed')}
        </Alert>
      ) : (
        <SurveyForm isSending={false} onSend={() => setSent(true)} survey={survey} />
      )}
    </div>
  )
}
