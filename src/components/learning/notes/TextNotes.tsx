'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'

import { Button } from '@/components/ui/Button'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import type { Anchor, Note } from '@/domain/learning/notes'

import { NotesPanel } from './NotesPanel'
import { anchorIn, rangeOf } from './textPlaces'
import { useNotes } from './useNotes'

/** Under this name the style sheet knows words that are marked. */
const MARKED = 'note'

/** Shows in a text what was marked there; the page itself stays as it is. */
const useMarks = (element: () => Element | null, notes: null | readonly Note[]): void => {
  useEffect(() => {
    const text = element()
    if (!text || !notes || !('highlights' in CSS)) {
      return
    }
    const ranges = notes.flatMap(({ anchor }) => (anchor && rangeOf(text, anchor)) ?? [])
    CSS.highlights.set(MARKED, new Highlight(...ranges))

    return () => {
      CSS.highlights.delete(MARKED)
    }
  }, [element, notes])
}

/** What is selected in a text, once the selection stands. */
const useSelected = (element: () => Element | null): Anchor | null => {
  const [anchor, setAnchor] = useState<Anchor | null>(null)
  useEffect(() => {
    const look = () => {
      const text = element()
      setAnchor(text && anchorIn(text, document.getSelection()))
    }
    document.addEventListener('selectionchange', look)

    return () => document.removeEventListener('selectionchange', look)
  }, [element])

  return anchor
}

/** A lesson's text, in which words can be marked and noted, and one's own notes below it. */
export const TextNotes = ({ children, lesson }: { children: ReactNode; lesson: string }) => {
  const t = useTranslations('learn.notes')
  const frame = useRef<HTMLDivElement>(null)
  const [element] = useState(() => () => frame.current)
  const mine = useNotes(lesson)
  const selected = useSelected(element)
  useMarks(element, mine.notes)
  const mark = async (anchor: Anchor, kind: 'highlight') => {
    if (await mine.add({ anchor, kind })) {
      document.getSelection()?.removeAllRanges()
    }
  }
  const show = (anchor: Anchor) => {
    const range = frame.current && rangeOf(frame.current, anchor)
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  }

  return (
    <>
      <div ref={frame}>{children}</div>
      {selected && (
        <div className="fixed inset-x-0 bottom-24 z-30 flex justify-center px-4 print:hidden">
          <div
            aria-label={t('selected')}
            className="flex gap-2 rounded-card border border-line bg-raised p-2 shadow-float"
            onPointerDown={(event) => event.preventDefault()}
            role="toolbar"
          >
            <Button onClick={() => void mark(selected, 'highlight')} size="small">
              {t('highlight')}
            </Button>
          </div>
        </div>
      )}
      <section
        aria-label={t('title')}
        className="flex flex-col gap-4 border-t border-line pt-6 print:hidden"
      >
        <Heading level={2} size="small">
          {t('title')}
        </Heading>
        <NotesPanel
          notes={mine}
          whereOf={({ anchor }) =>
            anchor && <Shown anchor={anchor} element={element} onShow={() => show(anchor)} />
          }
        />
      </section>
    </>
  )
}

const Shown = ({
  anchor,
  element,
  onShow,
}: {
  anchor: Anchor
  element: () => Element | null
  onShow: () => void
}) => {
  const t = useTranslations('learn.notes')
  const [isThere] = useState(() => {
    const text = element()

    return text !== null && rangeOf(text, anchor) !== null
  })

  return isThere ? (
    <Button className="self-start" onClick={onShow} size="small" variant="secondary">
      {t('show')}
    </Button>
  ) : (
    <Text size="small" tone="muted">
      {t('gone')}
    </Text>
  )
}
