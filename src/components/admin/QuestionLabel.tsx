'use client'

import { useRowLabel, useTranslation } from '@payloadcms/ui'

import type { Locale } from '@/domain/tenancy/locales'

import { wordsIn } from './words'

/** The head of a question in its quiz: its place, how it begins, and of what kind it is. */
export const QuestionLabel = ({ kind }: { kind: Record<Locale, string> }) => {
  const { data, rowNumber = 0 } = useRowLabel<{ prompt?: null | string }>()
  const { i18n } = useTranslation()

  return (
    <span className="lectern-question">
      <span>{rowNumber + 1}.</span>
      {data.prompt && <strong dir="auto">{data.prompt}</strong>}
      <span>{wordsIn(i18n.language, kind)}</span>
    </span>
  )
}
