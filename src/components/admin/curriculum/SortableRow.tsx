'use client'

import type { ReactNode } from 'react'

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { GripVertical } from 'lucide-react'

import { useBuilder } from './context'

/** A row that can be moved by its handle: with a mouse, a finger or the keyboard. */
export const SortableRow = ({
  id,
  children,
  className,
  onDelete,
  title,
}: {
  children: ReactNode
  className: string
  id: string
  onDelete: () => void
  title: string
}) => {
  const { setRenaming, words } = useBuilder()
  const {
    attributes,
    isDragging,
    listeners,
    setActivatorNodeRef,
    setNodeRef,
    transform,
    transition,
  } = useSortable({ id })

  return (
    <li
      className={className}
      data-dragging={isDragging || undefined}
      data-row={id}
      onKeyDown={(event) => {
        const isField = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
        if (isField || isDragging) {
          return
        }
        if (event.key === 'F2') {
          setRenaming(id)
        }
        if (event.key === 'Delete') {
          onDelete()
        }
      }}
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <button
        {...attributes}
        {...listeners}
        aria-label={words.drag(title)}
        aria-roledescription={undefined}
        className="lectern-build__grip"
        ref={setActivatorNodeRef}
        type="button"
      >
        <GripVertical aria-hidden size={18} />
      </button>
      {children}
    </li>
  )
}
