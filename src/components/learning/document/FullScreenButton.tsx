'use client'

import { Maximize, Minimize } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/Button'

const ICON = { 'aria-hidden': true, className: 'size-5', strokeWidth: 1.5 } as const

/** Lets what is shown fill the screen, or leave it; as `useFullScreen` answers. */
export const FullScreenButton = ({ isFull, toggle }: { isFull: boolean; toggle: () => void }) => {
  const t = useTranslations('learn.document')

  return (
    <Button
      aria-label={isFull ? t('leaveFull') : t('full')}
      onClick={toggle}
      size="icon"
      variant="quiet"
    >
      {isFull ? <Minimize {...ICON} /> : <Maximize {...ICON} />}
    </Button>
  )
}
