'use client'

import { useState } from 'react'

import type { ShownFolder } from '@/operations/media/library'

import { trail } from './Folders'
import { Modal } from './Modal'
import { useLibraryWords } from './words'

/** A choice of a folder, by its whole way from the top; `but` and what lies in it are left out. */
export const FolderSelect = ({
  but,
  folders,
  onChange,
  value,
}: {
  but?: string
  folders: readonly ShownFolder[]
  onChange: (folder: null | string) => void
  value: null | string
}) => {
  const { words } = useLibraryWords()
  const ways = folders
    .map(({ id }) => ({ id, steps: trail(folders, id) }))
    .filter(({ steps }) => !steps.some(({ id }) => id === but))
    .map(({ id, steps }) => ({ id, way: steps.map(({ name }) => name).join(' / ') }))
    .sort((one, other) => one.way.localeCompare(other.way))

  return (
    <label className="lectern-library__field">
      <span>{words.moveTo}</span>
      <select
        className="lectern-build__field"
        onChange={({ target }) => onChange(target.value || null)}
        value={value ?? ''}
      >
        <option value="">{words.top}</option>
        {ways.map(({ id, way }) => (
          <option key={id} value={id}>
            {way}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Asks into which folder files go. */
export const MoveDialog = ({
  folder,
  folders,
  onClose,
  onMove,
}: {
  folder: null | string
  folders: readonly ShownFolder[]
  onClose: () => void
  onMove: (folder: null | string) => void
}) => {
  const { words } = useLibraryWords()
  const [value, setValue] = useState(folder)

  return (
    <Modal
      actions={
        <button className="lectern-build__button" type="submit">
          {words.moveHere}
        </button>
      }
      onClose={onClose}
      onSubmit={() => onMove(value)}
      title={words.move}
    >
      <FolderSelect folders={folders} onChange={setValue} value={value} />
    </Modal>
  )
}
