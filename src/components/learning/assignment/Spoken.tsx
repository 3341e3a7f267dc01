'use client'

import { useTranslations } from 'next-intl'

import type { WorkFile } from '@/domain/learning/assignments/workFile'

/** What a teacher said or filmed about somebody's work, played beside it. */
export const Spoken = ({ file: { mimeType, url } }: { file: WorkFile }) => {
  const t = useTranslations('learn.assignment')

  return mimeType.startsWith('audio/') ? (
    <audio aria-label={t('spoken')} className="w-full" controls preload="metadata" src={url} />
  ) : (
    <video
      aria-label={t('filmed')}
      className="w-full rounded-card bg-sunken"
      controls
      playsInline
      preload="metadata"
      src={url}
    />
  )
}
