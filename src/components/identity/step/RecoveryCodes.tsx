'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'

/** The codes that are shown this once, to be kept somewhere, and the way on. */
export const RecoveryCodes = ({
  codes,
  onKept,
}: {
  codes: readonly string[]
  onKept: () => void
}) => {
  const t = useTranslations('signIn.step')
  const [isCopied, setCopied] = useState(false)
  const text = codes.join('\n')

  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  const save = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))
    link.download = t('file')
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return (
    <section aria-label={t('codesTitle')} className="flex flex-col gap-4">
      <Alert title={t('codesTitle')} tone="warning">
        {t('codesLead')}
      </Alert>
      <ul
        className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-md border border-line p-4 font-mono"
        dir="ltr"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => void copy()} variant="secondary">
          {t('copy')}
        </Button>
        <Button onClick={save} variant="secondary">
          {t('download')}
        </Button>
      </div>
      <div aria-live="polite">{isCopied && <Text size="small">{t('copied')}</Text>}</div>
      <Button onClick={onKept} wide>
        {t('kept')}
      </Button>
    </section>
  )
}
