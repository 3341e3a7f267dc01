'use client'

import { ChevronRight, Folder, FolderUp, Pencil } from 'lucide-react'
import { useState, type DragEvent } from 'react'

import type { ShownFolder } from '@/operations/media/library'

import { useLibraryWords } from './words'

const ICON = 18

/** The folders from the top down to one, that one last. */
export const trail = (folders: readonly ShownFolder[], id: null | string): ShownFolder[] => {
  const own = folders.find((one) => one.id === id)

  return own
    ? [
        ...trail(
          folders.filter((one) => one !== own),
          own.parent,
        ),
        own,
      ]
    : []
}

type Target = { onDropFiles?: (ids: string[], folder: null | string) => void }

/** What makes something a place to drop files of the library on. */
const useTarget = ({ folder, onDropFiles }: Target & { folder: null | string }) => {
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent, isOn: boolean) => {
    if (onDropFiles && event.dataTransfer.types.includes('text/plain')) {
      event.preventDefault()
      setOver(isOn)
    }
  }

  return {
    'data-over': isOver || undefined,
    onDragLeave: (event: DragEvent) => over(event, false),
    onDragOver: (event: DragEvent) => over(event, true),
    onDrop: (event: DragEvent) => {
      const ids = event.dataTransfer.getData('text/plain')
      if (onDropFiles && ids && event.dataTransfer.files.length === 0) {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        onDropFiles(ids.split(' '), folder)
      }
    },
  }
}

type Shown = Target & {
  folder: null | string
  folders: readonly ShownFolder[]
  onGo: (folder: null | string) => void
}

/** Where somebody is in the library; each step leads back, and takes files that are dropped on it. */
export const Trail = ({ folder, folders, onDropFiles, onGo }: Shown) => {
  const { words } = useLibraryWords()
  const steps = trail(folders, folder)

  return (
    <nav aria-label={words.folders}>
      <ol className="lectern-library__trail">
        <Step
          folder={null}
          isHere={!folder}
          name={words.top}
          onDropFiles={onDropFiles}
          onGo={onGo}
        />
        {steps.map(({ id, name }) => (
          <Step
            folder={id}
            isHere={id === folder}
            key={id}
            name={name}
            onDropFiles={onDropFiles}
            onGo={onGo}
          />
        ))}
      </ol>
    </nav>
  )
}

const Step = ({
  name,
  folder,
  isHere,
  onDropFiles,
  onGo,
}: Pick<Shown, 'folder' | 'onDropFiles' | 'onGo'> & { isHere: boolean; name: string }) => {
  const target = useTarget({ folder, onDropFiles })

  return (
    <li>
      {folder && <ChevronRight aria-hidden size={ICON} />}
      <button
        aria-current={isHere ? 'page' : undefined}
        className="lectern-build__quiet"
        onClick={() => onGo(folder)}
        type="button"
        {...target}
      >
        <bdi>{name}</bdi>
      </button>
    </li>
  )
}

/** The folders inside of one. */
export const Folders = ({
  folder,
  folders,
  onChange,
  onDropFiles,
  onGo,
}: Shown & { onChange?: (folder: ShownFolder) => void }) => {
  const { words } = useLibraryWords()
  const inside = folders.filter(({ parent }) => parent === folder)
  const own = folders.find(({ id }) => id === folder)

  return (
    (inside.length > 0 || own) && (
      <ul aria-label={words.folders} className="lectern-library__folders">
        {own && (
          <Tile
            icon={FolderUp}
            id={own.parent}
            name={words.up}
            onDropFiles={onDropFiles}
            onGo={onGo}
          />
        )}
        {inside.map((one) => (
          <Tile
            count={words.inFolder(one.files)}
            icon={Folder}
            id={one.id}
            key={one.id}
            name={one.name}
            onChange={onChange && (() => onChange(one))}
            onDropFiles={onDropFiles}
            onGo={onGo}
          />
        ))}
      </ul>
    )
  )
}

const Tile = ({
  id,
  name,
  count,
  icon: Icon,
  onChange,
  onDropFiles,
  onGo,
}: Pick<Shown, 'onDropFiles' | 'onGo'> & {
  count?: string
  icon: typeof Folder
  id: null | string
  name: string
  onChange?: () => void
}) => {
  const { words } = useLibraryWords()
  const target = useTarget({ folder: id, onDropFiles })

  return (
    <li {...target}>
      <button className="lectern-library__folder" onClick={() => onGo(id)} type="button">
        <Icon aria-hidden size={22} strokeWidth={1.5} />
        <bdi>{name}</bdi>
        {count && <small>{count}</small>}
      </button>
      {onChange && (
        <button
          aria-label={words.folderMenu(name)}
          className="lectern-build__icon"
          onClick={onChange}
          title={words.folderRename}
          type="button"
        >
          <Pencil aria-hidden size={16} />
        </button>
      )}
    </li>
  )
}
