'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type RefObject } from 'react'

import { cn } from '@/components/ui/classes'
import { Button } from '@/components/ui/Button'
import { Heading } from '@/components/ui/Heading'
import { Select } from '@/components/ui/Select'
import { Spinner } from '@/components/ui/Spinner'
import { Text } from '@/components/ui/Text'
import { languageName } from '@/domain/catalog/languages'

import type { VideoSource } from './useSource'

type Line = { end: number; start: number; text: string }
type Captions = NonNullable<VideoSource['captions']>[number]

const linesOf = (track: TextTrack): Line[] =>
  [...(track.cues ?? [])].flatMap((cue) =>
    cue instanceof VTTCue
      ? [
          {
            end: cue.endTime,
            start: cue.startTime,
            text: cue.getCueAsHTML().textContent.replace(/\s+/g, ' ').trim(),
          },
        ]
      : [],
  )

/** The lines of captions, once the browser has read them; null until then, none where it cannot. */
const useLines = (audio: RefObject<HTMLAudioElement | null>, { language, src }: Captions) => {
  const [read, setRead] = useState<{ lines: Line[]; src: string } | null>(null)
  useEffect(() => {
    const element = audio.current
    if (!element) {
      return
    }
    const track = document.createElement('track')
    track.kind = 'captions'
    track.srclang = language
    track.addEventListener('load', () => setRead({ lines: linesOf(track.track), src }))
    track.addEventListener('error', () => setRead({ lines: [], src }))
    track.src = src
    element.append(track)
    track.track.mode = 'hidden'

    return () => track.remove()
  }, [audio, language, src])

  return read?.src === src ? read.lines : null
}

/** What is being said at this moment: the place of its line, or -1. */
const useCurrent = (audio: RefObject<HTMLAudioElement | null>, lines: null | readonly Line[]) => {
  const [current, setCurrent] = useState(-1)
  useEffect(() => {
    const element = audio.current
    if (!element || !lines) {
      return
    }
    const follow = () => {
      const { currentTime } = element
      setCurrent(lines.findLastIndex(({ start }) => start <= currentTime + 0.05))
    }
    element.addEventListener('timeupdate', follow)

    return () => element.removeEventListener('timeupdate', follow)
  }, [audio, lines])

  return current
}

/** What is said in a recording, as text: a line leads to its moment, and the one that is heard is marked. */
export const Transcript = ({
  audio,
  captions,
  onOpen,
  prefers,
}: {
  audio: RefObject<HTMLAudioElement | null>
  captions: readonly Captions[]
  /** Goes to a second of the recording. */
  onOpen: (seconds: number) => void
  /** The language to begin with, where there is one in it. */
  prefers: null | string
}) => {
  const t = useTranslations('learn.transcript')
  const [language, setLanguage] = useState(prefers)
  const chosen = captions.find((one) => one.language === language) ?? captions[0]

  return (
    chosen && (
      <section aria-label={t('title')} className="flex flex-col gap-3 pt-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Heading level={2} size="small">
            {t('title')}
          </Heading>
          {captions.length > 1 && (
            <Select
              aria-label={t('language')}
              onChange={({ target }) => setLanguage(target.value)}
              options={captions.map(({ label, language: value }) => ({
                label: label ?? languageName(value, value),
                value,
              }))}
              value={chosen.language}
            />
          )}
        </div>
        <Lines audio={audio} captions={chosen} key={chosen.src} onOpen={onOpen} />
      </section>
    )
  )
}

const Lines = ({
  audio,
  captions,
  onOpen,
}: {
  audio: RefObject<HTMLAudioElement | null>
  captions: Captions
  onOpen: (seconds: number) => void
}) => {
  const t = useTranslations('learn.transcript')
  const lines = useLines(audio, captions)
  const current = useCurrent(audio, lines)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const line = list.current?.children[current]
    if (line instanceof HTMLElement && list.current && !list.current.matches(':focus-within')) {
      list.current.scrollTo({
        behavior: 'smooth',
        top: line.offsetTop - list.current.clientHeight / 3,
      })
    }
  }, [current])
  if (!lines) {
    return <Spinner />
  }
  if (lines.length === 0) {
    return <Text tone="muted">{t('failed')}</Text>
  }
  return (
    <ol
      className="relative max-h-96 overflow-y-auto rounded-card border border-line bg-surface p-2"
      dir="auto"
      lang={captions.language}
      ref={list}
    >
      {lines.map(({ start, text }, place) => (
        <li key={place}>
          <Button
            aria-current={place === current ? 'true' : undefined}
            className={cn(
              'h-auto min-h-target w-full justify-start px-3 py-2 text-start font-normal whitespace-normal',
              place === current && 'bg-accent-soft',
            )}
            onClick={() => onOpen(start)}
            variant="quiet"
          >
            {text}
          </Button>
        </li>
      ))}
    </ol>
  )
}
