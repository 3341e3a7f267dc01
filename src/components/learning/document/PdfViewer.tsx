'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'

import { Skeleton } from '@/components/ui/Skeleton'

import type { Pdf } from './loadPdf'
import type { Found } from './search'
import type { Kept, PageReports } from './usePageReports'

import { PdfBar } from './PdfBar'
import { FailedMedia } from '../FailedMedia'
import { UnsavedNotice } from '../UnsavedNotice'
import { PdfPage } from './PdfPage'
import { useBox } from './useBox'
import { useFullScreen } from './useFullScreen'
import { usePageReports } from './usePageReports'
import { usePdf, type PageSize } from './usePdf'
import { useSearch } from './useSearch'
import { useVisiblePages } from './useVisiblePages'

import './textLayer.css'

/** A document's name, where it lies, and where its reader left it, from 1. */
export type DocumentProps = Kept & { src: string; startAt: number; title: string }

/** Sizes in percent of the width there is. */
const ZOOMS = [50, 75, 100, 125, 150, 200, 300]
const WHOLE = 100

/** Room beside a page, in pixels. */
const GUTTER = 24

/** A document to read in the lesson itself. Only the browser can make it: load it without the server. */
export const PdfViewer = ({ src, startAt, title, ...kept }: DocumentProps) => {
  const t = useTranslations('learn.document')
  const reports = usePageReports(kept)
  const { again, state } = usePdf(src)
  if (state.kind === 'failed') {
    return <FailedMedia onRetry={again}>{t('failed')}</FailedMedia>
  }
  if (state.kind === 'loading') {
    return <Skeleton className="h-[70dvh] w-full" />
  }

  return (
    <Reader
      pdf={state.pdf}
      reports={reports}
      size={state.size}
      startAt={Math.min(Math.max(Math.round(startAt), 1), state.pdf.numPages)}
      title={title}
    />
  )
}

/** What was found, by the page it stands on. */
const byPage = (found: readonly Found[]): ReadonlyMap<number, readonly Found[]> => {
  const pages = new Map<number, Found[]>()
  found.forEach((one) => pages.set(one.page, [...(pages.get(one.page) ?? []), one]))

  return pages
}

type ReaderProps = {
  pdf: Pdf
  reports: PageReports
  size: PageSize
  startAt: number
  title: string
}

const Reader = ({ pdf, reports, size, startAt, title }: ReaderProps) => {
  const t = useTranslations('learn')
  const frame = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const opened = useRef(false)
  const [zoom, setZoom] = useState(WHOLE)
  const [phrase, setPhrase] = useState('')
  const search = useSearch(pdf, phrase)
  const foundOn = useMemo(() => byPage(search.found), [search.found])
  const { isFull, toggle } = useFullScreen(frame)
  const room = useBox(box)
  const pages = useMemo(() => Array.from({ length: pdf.numPages }, (_, at) => at + 1), [pdf])
  const width = room ? Math.max(Math.floor(((room.width - GUTTER) * zoom) / WHOLE), 1) : 0
  const { near, page } = useVisiblePages({
    box,
    count: width > 0 ? pages.length : 0,
    onAt: reports.at,
    onSeen: (number) => reports.seen(number, number === pages.length),
  })
  const goTo = (number: number) => {
    const target = box.current?.querySelector<HTMLElement>(`[data-page="${number}"]`)
    box.current?.scrollTo({ top: (target?.offsetTop ?? 0) - GUTTER / 2 })
  }
  useEffect(() => {
    if (width > 0 && !opened.current) {
      opened.current = true
      goTo(startAt)
    }
  })
  useEffect(() => {
    if (search.here) {
      goTo(search.here.page)
    }
  }, [search.here])
  const resize = (step: -1 | 1) =>
    setZoom((before) => ZOOMS[ZOOMS.indexOf(before) + step] ?? before)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { '+': 1, '-': -1, '=': 1 }[event.key] as -1 | 1 | undefined
    const isTyping = event.target instanceof HTMLInputElement
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) {
      return
    }
    if (step) {
      event.preventDefault()
      resize(step)
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault()
      goTo(event.key === 'Home' ? 1 : pages.length)
    } else if (event.code === 'KeyF') {
      toggle()
    }
  }

  return (
    <div className="flex flex-col gap-3">
      <div
        className="flex h-[calc(100dvh-14rem)] min-h-96 flex-col overflow-hidden rounded-card border border-line bg-sunken"
        onKeyDown={onKeyDown}
        ref={frame}
      >
        <PdfBar
          isFull={isFull}
          onFull={toggle}
          onPage={goTo}
          onPhrase={setPhrase}
          onZoom={resize}
          page={page}
          pages={pages.length}
          phrase={phrase}
          search={search}
          zoom={zoom}
        />
        <div
          aria-label={t('document.label', { title })}
          className="relative min-h-0 flex-1 overflow-auto overscroll-contain focus-visible:outline-2 focus-visible:-outline-offset-2"
          dir="ltr"
          ref={box}
          role="region"
          tabIndex={0}
        >
          <div className="flex w-max min-w-full flex-col gap-3 p-3">
            {width > 0 &&
              pages.map((number) => (
                <PdfPage
                  found={foundOn.get(number)}
                  here={search.here?.page === number ? search.here : null}
                  isNear={near.includes(number)}
                  key={number}
                  label={t('document.pageOf', { count: pages.length, number })}
                  number={number}
                  pdf={pdf}
                  size={size}
                  width={width}
                />
              ))}
          </div>
        </div>
      </div>
      <UnsavedNotice isWaiting={reports.isWaiting} />
    </div>
  )
}
