'use client'

import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { useOnline } from '../shell/useOnline'

/** Says, for as long as there is no network, that nothing is lost. */
export const OfflineNotice = () => {
  const t = useTranslations('learn')
  const isOnline = useOnline()

  return (
    <div className="print:hidden" role="status">
      {!isOnline && (
        <p className="flex items-center justify-center gap-3 border-b border-line bg-warning-soft px-gutter py-2 text-sm text-text">
          <WifiOff aria-hidden className="size-5 shrink-0 text-warning" strokeWidth={1.5} />
          {t('offline')}
        </p>
      )}
    </div>
  )
}
