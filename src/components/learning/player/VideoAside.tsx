'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode, RefObject } from 'react'

import { Heading } from '@/components/ui/Heading'
import { Tabs } from '@/components/ui/Tabs'
import type { Chapter } from '@/domain/media/chapters'

import { FilmNotes } from '../notes/FilmNotes'
import { Chapters } from './Chapters'
import { CueList } from './cues/CueList'
import type { Cues } from './cues/useCues'
import { Transcript } from './Transcript'
import type { Captions } from './useSource'

type Part = { content: ReactNode; label: string; value: string }

/** What goes with a film or a recording and leads to its moments: its chapters, what is said in it, and what it asks. */
export const VideoAside = ({
  captions,
  chapters = [],
  cues,
  lesson,
  media,
  onOpen,
  prefers,
}: {
  captions: readonly Captions[]
  chapters?: readonly Chapter[]
  cues?: Cues
  /** Whose notes stand here too; null where nobody's are kept. */
  lesson: null | string
  media: RefObject<HTMLMediaElement | null>
  /** Goes to a second of it. */
  onOpen: (seconds: number) => void
  /** The language to begin with, where there are captions in it. */
  prefers: null | string
}) => {
  const t = useTranslations('learn')
  const parts: (null | Part)[] = [
    chapters.length > 0
      ? {
          content: <Chapters chapters={chapters} media={media} onOpen={onOpen} />,
          label: t('chapters.title'),
          value: 'chapters',
        }
      : null,
    captions.length > 0
      ? {
          content: (
            <Transcript captions={captions} media={media} onOpen={onOpen} prefers={prefers} />
          ),
          label: t('transcript.title'),
          value: 'transcript',
        }
      : null,
    cues && cues.cues.length > 0
      ? {
          content: <CueList cues={cues.cues} onOpen={cues.open} />,
          label: t('cues.title'),
          value: 'cues',
        }
      : null,
    lesson
      ? {
          content: <FilmNotes lesson={lesson} media={media} onOpen={onOpen} />,
          label: t('notes.title'),
          value: 'notes',
        }
      : null,
  ]
  const items = parts.filter((part) => part !== null)
  const [only] = items
  if (!only) {
    return null
  }

  return items.length > 1 ? (
    <Tabs className="px-4 md:px-0 print:hidden" items={items} label={t('player.aside')} />
  ) : (
    <section aria-label={only.label} className="flex flex-col gap-3 px-4 pt-3 md:px-0 print:hidden">
      <Heading level={2} size="small">
        {only.label}
      </Heading>
      {only.content}
    </section>
  )
}
