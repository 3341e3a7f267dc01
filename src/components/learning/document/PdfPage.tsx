'use client'

import { useEffect, useRef, useState } from 'react'

import { cn } from '@/components/ui/classes'

import type { Pdf } from './loadPdf'
import type { Found } from './search'
import type { PageSize } from './usePdf'

import { pdfReader } from './loadPdf'
import { showFound } from './showFound'

/** More pixels than this no canvas of a phone holds. */
const MOST_PIXELS = 16_000_000

const NONE: readonly Found[] = []

type PageProps = {
  className?: string
  /** Where on this page what is searched for stands, in its text. */
  found?: readonly Found[]
  /** Which of them the reader is at; it comes into view once. */
  here?: Found | null
  /** Whether it is near enough to be drawn. */
  isNear: boolean
  /** What it is called, such as "Page 3". */
  label: string
  number: number
  pdf: Pdf
  /** Measures of the first page, which others are taken for until they are known. */
  size: PageSize
  /** In pixels of the page. */
  width: number
}

/** One page of a document: its picture, and over it its text, to be selected, searched and read aloud. */
export const PdfPage = ({
  className,
  found = NONE,
  here = null,
  isNear,
  label,
  number,
  pdf,
  size,
  width,
}: PageProps) => {
  const [own, setOwn] = useState(size)
  const [spans, setSpans] = useState<readonly HTMLElement[]>([])
  const canvas = useRef<HTMLCanvasElement>(null)
  const shown = useRef<Found | null>(null)
  const text = useRef<HTMLDivElement>(null)
  const height = (width * own.height) / own.width
  useEffect(() => {
    const [picture, layer] = [canvas.current, text.current]
    if (!isNear || !picture || !layer) {
      return
    }
    const control = new AbortController()
    draw({ layer, number, pdf, picture, signal: control.signal, width })
      .then((drawn) => {
        if (drawn && !control.signal.aborted) {
          setOwn((before) =>
            before.height === drawn.size.height && before.width === drawn.size.width
              ? before
              : drawn.size,
          )
          setSpans(drawn.spans)
        }
      })
      .catch(() => undefined)

    return () => control.abort()
  }, [isNear, number, pdf, width])
  useEffect(() => {
    const { end, own } = showFound({ found, here, spans })
    if (own && shown.current !== here) {
      shown.current = here
      own.scrollIntoView({ block: 'center', inline: 'nearest' })
    }

    return end
  }, [found, here, spans])

  return (
    <div
      aria-label={label}
      className={cn('pdf-page relative mx-auto overflow-hidden shadow-float', className)}
      data-page={number}
      dir="ltr"
      role="group"
      style={{ height, width }}
    >
      <canvas aria-hidden className="absolute inset-0 size-full" data-undimmed ref={canvas} />
      <div className="pdf-text" ref={text} />
    </div>
  )
}

type Drawing = {
  layer: HTMLDivElement
  number: number
  pdf: Pdf
  picture: HTMLCanvasElement
  signal: AbortSignal
  width: number
}

/** Draws a page at a width in pixels; answers its measures and the pieces of its text, null where it was ended before. */
const draw = async ({ layer, number, pdf, picture, signal, width }: Drawing) => {
  const [{ TextLayer }, page] = await Promise.all([pdfReader(), pdf.getPage(number)])
  const size = page.getViewport({ scale: 1 })
  const scale = width / size.width
  const viewport = page.getViewport({ scale })
  const most = Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height))
  const ratio = Math.min(devicePixelRatio || 1, most)
  if (signal.aborted) {
    return null
  }
  picture.width = Math.floor(viewport.width * ratio)
  picture.height = Math.floor(viewport.height * ratio)
  const task = page.render({
    canvas: picture,
    transform: [ratio, 0, 0, ratio, 0, 0],
    viewport,
  })
  signal.addEventListener('abort', () => task.cancel())
  layer.replaceChildren()
  layer.style.setProperty('--total-scale-factor', String(scale))
  const words = new TextLayer({
    container: layer,
    textContentSource: await page.getTextContent(),
    viewport,
  })
  await Promise.all([task.promise, words.render()])

  return {
    size: { height: size.height, width: size.width },
    spans: words.textDivs,
  }
}
