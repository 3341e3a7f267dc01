'use client'

import { FolderInput, Trash2, X } from 'lucide-react'

import type { Picked } from './usePicked'

import { useLibraryWords } from './words'

const ICON = 16

/** What can be done with the files that are selected. */
export const SelectionBar = ({
  onDelete,
  onMove,
  picked,
  shown,
}: {
  onDelete: () => void
  onMove: () => void
  picked: Picked
  shown: readonly string[]
}) => {
  const { words } = useLibraryWords()

  return (
    <div
      aria-label={words.chosen(picked.ids.length)}
      className="lectern-build__selection"
      role="group"
    >
      <b aria-live="polite">{words.chosen(picked.ids.length)}</b>
      <button className="lectern-build__quiet" onClick={() => picked.setAll(shown)} type="button">
        {words.selectAll}
      </button>
      <button className="lectern-build__quiet" onClick={onMove} type="button">
        <FolderInput aria-hidden size={ICON} /> {words.move}
      </button>
      <button className="lectern-build__quiet" onClick={onDelete} type="button">
        <Trash2 aria-hidden size={ICON} /> {words.deleteFiles}
      </button>
      <button
        aria-label={words.clear}
        className="lectern-build__icon"
        onClick={picked.clear}
        type="button"
      >
        <X aria-hidden size={ICON} />
      </button>
    </div>
  )
}
