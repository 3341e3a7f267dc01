'use client'

import { useEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react'

import type { Pdf } from './loadPdf'

import { PdfPage } from './PdfPage'
import { useBox } from './useBox'
import { usePdf, type PageSize } from './usePdf'

import './textLayer.css'

/** A place on a page with words about it; `x` and `y` are shares of its width and height. */
export type PdfMark = {
  id: string
  number: number
  page: number
  text: string
  x: number
  y: number
}

type Words = {
  mark: (number: number, page: number) => string
  page: (number: number, count: number) => string
}

type Place = { page: number; x: number; y: number }

type PdfProps = {
  marks: readonly PdfMark[]
  /** What stands beneath a page for whoever has no pointer: a button that marks it. */
  adder?: (page: number, onAdd: () => void) => ReactNode
  /** What stands in place of a document that does not load, with a way to try again. */
  failed: (again: () => void) => ReactNode
  /** Where a mark is put; none can be without it. */
  onPlace?: (place: Place) => void
  src: string
  words: Words
}

/** A document with numbered places on its pages. It has its own looks alone, so that it stands on any page. */
export const MarkedPdf = ({ adder, failed, marks, onPlace, src, words }: PdfProps) => {
  const { again, state } = usePdf(src)
  const box = useRef<HTMLDivElement>(null)
  const room = useBox(box)
  const pages = useMemo(
    () =>
      state.kind === 'ready' ? Array.from({ length: state.pdf.numPages }, (_, at) => at + 1) : [],
    [state],
  )
  if (state.kind === 'failed') {
    return failed(again)
  }

  return (
    <div
      aria-busy={state.kind === 'loading'}
      dir="ltr"
      ref={box}
      style={{ display: 'grid', gap: 12, minHeight: 200 }}
    >
      {state.kind === 'ready' &&
        room &&
        pages.map((number) => (
          <MarkedPage
            adder={adder}
            count={pages.length}
            key={number}
            marks={marks.filter(({ page }) => page === number)}
            number={number}
            onPlace={onPlace}
            pdf={state.pdf}
            size={state.size}
            width={Math.max(1, Math.floor(room.width))}
            words={words}
          />
        ))}
    </div>
  )
}

/** Whether something has come near the part of the page that is in view. */
const useNear = (of: React.RefObject<HTMLElement | null>): boolean => {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const watch = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '600px' },
    )
    if (of.current) {
      watch.observe(of.current)
    }

    return () => watch.disconnect()
  }, [of])

  return isNear
}

type PageProps = Pick<PdfProps, 'adder' | 'marks' | 'onPlace' | 'words'> & {
  count: number
  number: number
  pdf: Pdf
  size: PageSize
  width: number
}

const MarkedPage = ({
  adder,
  count,
  marks,
  number,
  onPlace,
  pdf,
  size,
  width,
  words,
}: PageProps) => {
  const box = useRef<HTMLDivElement>(null)
  const isNear = useNear(box)
  const place = ({ clientX, clientY, currentTarget }: MouseEvent<HTMLElement>) => {
    const { height, left, top, width: across } = currentTarget.getBoundingClientRect()
    onPlace?.({
      page: number,
      x: Math.min(1, Math.max(0, (clientX - left) / across)),
      y: Math.min(1, Math.max(0, (clientY - top) / height)),
    })
  }

  return (
    <div ref={box}>
      <div onClick={onPlace && place} style={{ position: 'relative' }}>
        <PdfPage
          isNear={isNear}
          label={words.page(number, count)}
          number={number}
          pdf={pdf}
          size={size}
          width={width}
        />
        {marks.map((mark) => (
          <span
            aria-label={`${words.mark(mark.number, number)}: ${mark.text}`}
            className="pdf-mark"
            key={mark.id}
            role="note"
            style={{ insetBlockStart: `${mark.y * 100}%`, insetInlineStart: `${mark.x * 100}%` }}
            title={mark.text}
          >
            {mark.number}
          </span>
        ))}
      </div>
      {onPlace && adder?.(number, () => onPlace({ page: number, x: 0.5, y: 0.1 }))}
    </div>
  )
}
