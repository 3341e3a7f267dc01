'use client'

import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'

import { Tabs } from '@/components/ui/Tabs'
import type { Chapter } from '@/domain/media/chapters'

import { Chapters } from './Chapters'
import { Transcript } from './Transcript'
import type { Captions } from './useSource'

/** What goes with a film and leads to its moments: its chapters, and what is said in it. */
export const VideoAside = ({
  captions,
  chapters,
  media,
  onOpen,
  prefers,
}: {
  captions: readonly Captions[]
  chapters: readonly Chapter[]
  media: RefObject<HTMLMediaElement | null>
  /** Goes to a second of the film. */
  onOpen: (seconds: number) => void
  /** The language to begin with, where there are captions in it. */
  prefers: null | string
}) => {
  const t = useTranslations('learn')
  const items = [
    ...(chapters.length > 0
      ? [
          {
            content: <Chapters chapters={chapters} media={media} onOpen={onOpen} />,
            label: t('chapters.title'),
            value: 'chapters',
          },
        ]
      : []),
    ...(captions.length > 0
      ? [
          {
            content: (
              <Transcript captions={captions} media={media} onOpen={onOpen} prefers={prefers} />
            ),
            label: t('transcript.title'),
            value: 'transcript',
          },
        ]
      : []),
  ]

  return items.length > 0 ? (
    <Tabs className="px-4 md:px-0 print:hidden" items={items} label={t('player.aside')} />
  ) : null
}
