'use client'

import { Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/Button'

/** Prints the page. */
export const PrintButton = () => {
  const t = useTranslations('certificate')

  return (
    <Button onClick={() => print()} variant="secondary">
      <Printer aria-hidden className="size-5" strokeWidth={1.5} />
      {t('print')}
    </Button>
  )
}
