'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import Link from 'next/link'

import { wordsIn } from './words'

const WORDS = {
  en: 'What learners answered',
  he: 'מה ענו הלומדים',
  ru: 'Что ответили студенты',
}

/** Leads from a survey to its results; nothing before it is saved. */
export const SurveyResultsLink = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()

  return id ? (
    <p>
      <Link href={`/admin/collections/lessons/${id}/results`}>{wordsIn(i18n.language, WORDS)}</Link>
    </p>
  ) : null
}
