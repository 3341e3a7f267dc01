'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type RefObject } from 'react'

import { cn } from '@/components/ui/classes'
import { Button } from '@/components/ui/Button'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import { Spinner } from '@/components/ui/Spinner'
import { Text } from '@/components/ui/Text'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'
import { languageName } from '@/domain/catalog/languages'

import type { Captions } from './useSource'

type Line = { end: number; start: number; text: string }

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
const useLines = (media: RefObject<HTMLMediaElement | null>, { language, src }: Captions) => {
  const [read, setRead] = useState<{ lines: Line[]; src: string } | null>(null)
  useEffect(() => {
    const element = media.current
    if (!element) {
      return
    }
    const track = document.createElement('track')
    // Beside the captions that the viewer may choose, and not among them.
    track.kind = 'metadata'
    track.srclang = language
    track.addEventListener('load', () => setRead({ lines: linesOf(track.track), src }))
    track.addEventListener('error', () => setRead({ lines: [], src }))
    track.src = src
    element.append(track)
    track.track.mode = 'hidden'

    return () => track.remove()
  }, [media, language, src])

  return read?.src === src ? read.lines : null
}

/** What is being said at this moment: the place of its line, or -1. */
const useCurrent = (media: RefObject<HTMLMediaElement | null>, lines: null | readonly Line[]) => {
  const [current, setCurrent] = useState(-1)
  useEffect(() => {
    const element = media.current
    if (!element || !lines) {
      return
    }
    const follow = () => {
      const { currentTime } = element
      setCurrent(lines.findLastIndex(({ start }) => start <= currentTime + 0.05))
    }
    element.addEventListener('timeupdate', follow)

    return () => element.removeEventListener('timeupdate', follow)
  }, [media, lines])

  return current
}

/** What is said in a recording or a film, as text that can be searched: a line leads to its moment, and the one that is heard is marked. */
export const Transcript = ({
  captions,
  media,
  onOpen,
  prefers,
}: {
  media: RefObject<HTMLMediaElement | null>
  captions: readonly Captions[]
  /** Goes to a second of it. */
  onOpen: (seconds: number) => void
  /** The language to begin with, where there is one in it. */
  prefers: null | string
}) => {
  const t = useTranslations('learn.transcript')
  const [language, setLanguage] = useState(prefers)
  const chosen = captions.find((one) => one.language === language) ?? captions[0]

  return (
    chosen && (
      <div className="flex flex-col gap-3">
        {captions.length > 1 && (
          <Select
            aria-label={t('language')}
            className="sm:max-w-xs"
            onChange={({ target }) => setLanguage(target.value)}
            options={captions.map(({ label, language: value }) => ({
              label: label ?? languageName(value, value),
              value,
            }))}
            value={chosen.language}
          />
        )}
        <Lines media={media} captions={chosen} key={chosen.src} onOpen={onOpen} />
      </div>
    )
  )
}

/** Without marks over letters and without the difference of large and small ones. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

const Lines = ({
  captions,
  media,
  onOpen,
}: {
  media: RefObject<HTMLMediaElement | null>
  captions: Captions
  onOpen: (seconds: number) => void
}) => {
  const t = useTranslations('learn.transcript')
  const lines = useLines(media, captions)
  const current = useCurrent(media, lines)
  const list = useRef<HTMLOListElement>(null)
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    const line = list.current?.querySelector('[aria-current]')?.closest('li')
    if (line && list.current && !list.current.matches(':focus-within')) {
      list.current.scrollTo({ top: line.offsetTop - list.current.clientHeight / 3 })
    }
  }, [current])
  if (!lines) {
    return <Spinner />
  }
  if (lines.length === 0) {
    return <Text tone="muted">{t('failed')}</Text>
  }
  const found = lines
    .map((line, place) => ({ ...line, place }))
    .filter(({ text }) => plain(text).includes(plain(wanted.trim())))

  return (
    <>
      <Input
        aria-label={t('search')}
        onChange={({ target }) => setWanted(target.value)}
        placeholder={t('search')}
        type="search"
        value={wanted}
      />
      <div role="status">
        <VisuallyHidden>{wanted.trim() && t('found', { count: found.length })}</VisuallyHidden>
      </div>
      {found.length === 0 && <Text tone="muted">{t('found', { count: 0 })}</Text>}
      <ol
        className="relative max-h-96 overflow-y-auto scroll-smooth rounded-card border border-line bg-surface p-2"
        dir="auto"
        lang={captions.language}
        ref={list}
      >
        {found.map(({ place, start, text }) => (
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
    </>
  )
}
