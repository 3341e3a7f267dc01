'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'

import { Button } from '@/components/ui/Button'
import { Skeleton } from '@/components/ui/Skeleton'
import { Text } from '@/components/ui/Text'
import type { Slide } from '@/operations/learning/lessonContent'

import type { DocumentProps } from './PdfViewer'
import type { PageReports } from './usePageReports'

import { FailedMedia } from '../FailedMedia'
import { UnsavedNotice } from '../UnsavedNotice'
import { FullScreenButton } from './FullScreenButton'
import { PdfPage } from './PdfPage'
import { useBox } from './useBox'
import { useFullScreen } from './useFullScreen'
import { usePageReports, type Kept } from './usePageReports'
import { usePdf } from './usePdf'

import './textLayer.css'

/** How long a slide has to stand to be seen, in ms, and how far a finger has to go to turn it, in pixels. */
const LONG_ENOUGH = 1000
const SWIPE = 48

const ICON = { 'aria-hidden': true, className: 'size-6 rtl:rotate-180', strokeWidth: 1.5 } as const

/** A PDF of which each page is a slide. Only the browser can make it: load it without the server. */
export const PdfSlides = ({ src, startAt, title, ...kept }: DocumentProps) => {
  const t = useTranslations('learn.document')
  const reports = usePageReports(kept)
  const { again, state } = usePdf(src)
  if (state.kind === 'failed') {
    return <FailedMedia onRetry={again}>{t('failed')}</FailedMedia>
  }
  if (state.kind === 'loading') {
    return <Skeleton className="aspect-video h-auto w-full" />
  }
  const { pdf, size } = state

  return (
    <SlideShow
      count={pdf.numPages}
      ratio={size.width / size.height}
      reports={reports}
      startAt={startAt}
      title={title}
    >
      {(number, box) => (
        <PdfPage
          className="shadow-none"
          isNear
          key={number}
          label={t('slideOf', { count: pdf.numPages, number })}
          number={number}
          pdf={pdf}
          size={size}
          width={Math.floor(Math.min(box.width, (box.height * size.width) / size.height))}
        />
      )}
    </SlideShow>
  )
}

/** Pictures shown one by one, each with what its author notes beneath it. */
export const PictureSlides = ({
  slides,
  startAt,
  title,
  ...kept
}: Kept & { slides: readonly Slide[]; startAt: number; title: string }) => {
  const reports = usePageReports(kept)
  const ratios = slides.flatMap(({ height, width }) => (height && width ? [width / height] : []))

  return (
    <SlideShow
      count={slides.length}
      notes={slides.map(({ note }) => note)}
      ratio={ratios[0] ?? 16 / 9}
      reports={reports}
      startAt={startAt}
      title={title}
    >
      {(number) => {
        const slide = slides[number - 1]

        return (
          slide && (
            // eslint-disable-next-line @next/next/no-img-element -- its address asks for the lesson's lock, which no optimizer may answer for.
            <img
              alt={slide.alt ?? ''}
              className="size-full object-contain"
              data-undimmed
              draggable={false}
              key={slide.src}
              src={slide.src}
            />
          )
        )
      }}
    </SlideShow>
  )
}

type ShowProps = {
  children: (number: number, box: { height: number; width: number }) => ReactNode
  count: number
  notes?: readonly (null | string)[]
  /** Width to height of a slide. */
  ratio: number
  reports: PageReports
  startAt: number
  title: string
}

/** One slide at a time, turned by buttons, arrow keys in the direction of reading, and a finger. */
const SlideShow = ({ children, count, notes = [], ratio, reports, startAt, title }: ShowProps) => {
  const t = useTranslations('learn')
  const frame = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const box = useBox(stage)
  const pressed = useRef<null | number>(null)
  const { isFull, toggle } = useFullScreen(frame)
  const [at, setAt] = useState(() => Math.min(Math.max(Math.round(startAt), 1), count))
  const turn = (by: number) => setAt((before) => Math.min(Math.max(before + by, 1), count))
  const stood = useEffectEvent(() => reports.seen(at, at === count))
  const here = useEffectEvent(() => reports.at(at))
  useEffect(() => {
    here()
    const timer = setTimeout(() => stood(), LONG_ENOUGH)

    return () => clearTimeout(timer)
  }, [at])
  const direction = () =>
    frame.current && getComputedStyle(frame.current).direction === 'rtl' ? -1 : 1
  const onKeyDown = (event: KeyboardEvent) => {
    const step = {
      ArrowLeft: -direction(),
      ArrowRight: direction(),
      PageDown: 1,
      PageUp: -1,
    }[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return
    }
    if (step) {
      event.preventDefault()
      turn(step)
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault()
      setAt(event.key === 'Home' ? 1 : count)
    } else if (event.code === 'KeyF') {
      toggle()
    }
  }
  const onPointerUp = ({ clientX }: PointerEvent) => {
    const moved = pressed.current === null ? 0 : clientX - pressed.current
    pressed.current = null
    if (Math.abs(moved) > SWIPE) {
      turn(moved < 0 ? direction() : -direction())
    }
  }
  const note = notes[at - 1]

  return (
    <div className="flex flex-col gap-3">
      <div
        aria-label={t('document.slides', { title })}
        className="flex flex-col overflow-hidden rounded-card border border-line bg-sunken focus-visible:outline-2"
        onKeyDown={onKeyDown}
        ref={frame}
        role="region"
        tabIndex={0}
      >
        <div
          className="flex min-h-0 w-full touch-pan-y items-center justify-center overflow-hidden select-none"
          onPointerCancel={() => {
            pressed.current = null
          }}
          onPointerDown={({ clientX }) => {
            pressed.current = clientX
          }}
          onPointerUp={onPointerUp}
          ref={stage}
          style={isFull ? { flex: 1 } : { aspectRatio: ratio, maxHeight: '75dvh' }}
        >
          {box && box.width > 0 && children(at, box)}
        </div>
        <div className="flex items-center gap-1 border-t border-line bg-surface px-2 py-1">
          <Button
            aria-label={t('document.slidePrevious')}
            disabled={at <= 1}
            onClick={() => turn(-1)}
            size="icon"
            variant="quiet"
          >
            <ChevronLeft {...ICON} />
          </Button>
          <Text
            aria-live="polite"
            as="span"
            className="flex-1 text-center tabular-nums"
            size="small"
          >
            {t('document.slideOf', { count, number: at })}
          </Text>
          <Button
            aria-label={t('document.slideNext')}
            disabled={at >= count}
            onClick={() => turn(1)}
            size="icon"
            variant="quiet"
          >
            <ChevronRight {...ICON} />
          </Button>
          <FullScreenButton isFull={isFull} toggle={toggle} />
        </div>
      </div>
      {note && (
        <Text as="div" className="whitespace-pre-line" dir="auto">
          {note}
        </Text>
      )}
      <UnsavedNotice isWaiting={reports.isWaiting} />
    </div>
  )
}
