'use client'

import { useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'

import { discussionPath } from './discussionPath'
import { wordsIn } from './words'

const WORDS = {
  en: 'Open the discussion',
  he: 'פתיחת הדיון',
  ru: 'Открыть обсуждение',
}

/** The way from a cohort to its discussion. */
export const DiscussionLink = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const course = useFormFields(([fields]) => fields.course?.value)
  if (id === undefined || typeof course !== 'string') {
    return null
  }

  return (
    <p className="lectern-discussion">
      <a href={discussionPath({ cohort: String(id), course })}>{wordsIn(i18n.language, WORDS)}</a>
    </p>
  )
}
