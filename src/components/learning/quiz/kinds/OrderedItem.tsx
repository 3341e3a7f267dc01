'use client'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/Button'
import { cn } from '@/components/ui/classes'

/** One item with its place, a handle to drag it by, and a button for each step; at the ends a button keeps the focus. */
export const OrderedItem = ({
  name,
  count,
  onMove,
  place,
  question,
  text,
}: {
  count: number
  name: string
  onMove: (to: number) => void
  place: number
  question: string
  text: string
}) => {
  const t = useTranslations('learn.quiz')
  const {
    attributes,
    isDragging,
    listeners,
    setActivatorNodeRef,
    setNodeRef,
    transform,
    transition,
  } = useSortable({ id: name })

  return (
    <li
      className={cn(
        'flex items-center gap-1 rounded-card border bg-surface p-1 pe-2',
        isDragging ? 'relative z-10 border-accent-line shadow-overlay' : 'border-line-strong',
      )}
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <Button
        {...attributes}
        {...listeners}
        aria-label={t('drag', { item: text })}
        aria-roledescription={undefined}
        className="cursor-grab touch-none text-muted"
        name={question}
        ref={setActivatorNodeRef}
        size="icon"
        variant="quiet"
      >
        <GripVertical aria-hidden className="size-5" strokeWidth={1.5} />
      </Button>
      <span className="w-6 shrink-0 text-sm text-muted tabular-nums">{place + 1}</span>
      <span className="min-w-0 flex-1 py-2 font-medium wrap-anywhere">{text}</span>
      <Button
        aria-disabled={place === 0}
        aria-label={t('moveUp', { item: text })}
        onClick={() => place > 0 && onMove(place - 1)}
        size="icon"
        variant="quiet"
      >
        <ChevronUp aria-hidden className="size-5" strokeWidth={1.5} />
      </Button>
      <Button
        aria-disabled={place === count - 1}
        aria-label={t('moveDown', { item: text })}
        onClick={() => place < count - 1 && onMove(place + 1)}
        size="icon"
        variant="quiet"
      >
        <ChevronDown aria-hidden className="size-5" strokeWidth={1.5} />
      </Button>
    </li>
  )
}
