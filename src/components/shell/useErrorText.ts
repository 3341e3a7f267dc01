'use client'

import { useTranslations } from 'next-intl'

type Key = Parameters<ReturnType<typeof useTranslations<'errors'>>>[0]

/** Says what a code means, in the reader's language; a code without a sentence of its own is a fault of ours. */
export const useErrorText = (): ((code: string) => string) => {
  const t = useTranslations('errors')

  return (code) => t(t.has(code as Key) ? (code as Key) : 'serverError')
}
