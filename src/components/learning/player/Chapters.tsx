'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, type RefObject } from 'react'

import { cn } from '@/components/ui/classes'
import { Button } from '@/components/ui/Button'
import { clockOf, type Chapter } from '@/domain/media/chapters'

/** Puts the chapters on the time line of a player. */
export const useChapters = (
  media: RefObject<HTMLMediaElement | null>,
  chapters: readonly Chapter[],
): void => {
  useEffect(() => {
    const element = media.current
    if (!element || chapters.length === 0) {
      return
    }
    const track = element.addTextTrack('chapters')
    track.mode = 'hidden'
    chapters.forEach(({ at, title }, place) => {
      const end = chapters[place + 1]?.at ?? Number.MAX_SAFE_INTEGER
      track.addCue(new VTTCue(at, end, title))
    })

    return () => {
      for (const cue of [...(track.cues ?? [])]) {
        track.removeCue(cue)
      }
    }
  }, [chapters, media])
}

/** The place of the chapter that is on, or -1. */
const useCurrent = (media: RefObject<HTMLMediaElement | null>, chapters: readonly Chapter[]) => {
  const [current, setCurrent] = useState(-1)
  useEffect(() => {
    const element = media.current
    if (!element) {
      return
    }
    const follow = () =>
      setCurrent(chapters.findLastIndex(({ at }) => at <= element.currentTime + 0.05))
    element.addEventListener('timeupdate', follow)

    return () => element.removeEventListener('timeupdate', follow)
  }, [chapters, media])

  return current
}

/** The parts of a video in their order; each leads to where it begins, and the one that is on is marked. */
export const Chapters = ({
  chapters,
  media,
  onOpen,
}: {
  chapters: readonly Chapter[]
  media: RefObject<HTMLMediaElement | null>
  onOpen: (seconds: number) => void
}) => {
  const t = useTranslations('learn.chapters')
  const current = useCurrent(media, chapters)

  return (
    <ol
      aria-label={t('title')}
      className="max-h-96 overflow-y-auto rounded-card border border-line bg-surface p-2"
    >
      {chapters.map(({ at, title }, place) => (
        <li key={at}>
          <Button
            aria-current={place === current ? 'true' : undefined}
            className={cn(
              'h-auto min-h-target w-full justify-start gap-4 px-3 py-2 text-start font-normal whitespace-normal',
              place === current && 'bg-accent-soft',
            )}
            onClick={() => onOpen(at)}
            variant="quiet"
          >
            <span className="min-w-14 shrink-0 text-muted tabular-nums">{clockOf(at)}</span>
            <span dir="auto">{title}</span>
          </Button>
        </li>
      ))}
    </ol>
  )
}
