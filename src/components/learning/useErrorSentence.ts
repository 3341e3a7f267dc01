'use client'

import { useTranslations } from 'next-intl'

/** The sentence for a code of the API, in the reader's language; one that has none is a fault of ours. */
export const useErrorSentence = () => {
  const t = useTranslations('errors')

  return (code: string): string =>
    code === 'offline' || !t.has(code as 'badInput') ? t('serverError') : t(code as 'badInput')
}
