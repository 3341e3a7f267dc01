'use client'

import { useState } from 'react'

import type { ShownFolder } from '@/operations/media/library'

import { changeFolder, deleteFolder, makeFolder } from './api'
import { FolderSelect } from './MoveDialog'
import { Modal } from './Modal'
import { useLibraryWords } from './words'

const LONGEST = 80

type Asked = { folders: readonly ShownFolder[]; onClose: () => void; onDone: (ok: boolean) => void }

/** Asks for the name of a folder and makes it in `parent`. */
export const NewFolder = ({
  onClose,
  onDone,
  parent,
}: Omit<Asked, 'folders'> & { parent: null | string }) => {
  const { words } = useLibraryWords()
  const [name, setName] = useState('')

  return (
    <Modal
      actions={
        <button className="lectern-build__button" disabled={!name.trim()} type="submit">
          {words.create}
        </button>
      }
      onClose={onClose}
      onSubmit={() => void makeFolder(name.trim(), parent).then((id) => onDone(id !== null))}
      title={words.folderNew}
    >
      <NameField name={name} onChange={setName} />
    </Modal>
  )
}

const NameField = ({ name, onChange }: { name: string; onChange: (name: string) => void }) => {
  const { words } = useLibraryWords()

  return (
    <label className="lectern-library__field">
      <span>{words.folderName}</span>
      <input
        autoFocus
        className="lectern-build__field"
        dir="auto"
        maxLength={LONGEST}
        onChange={({ target }) => onChange(target.value)}
        required
        value={name}
      />
    </label>
  )
}

/** Renames, moves or deletes a folder. */
export const ChangeFolder = ({
  folder,
  folders,
  onClose,
  onDone,
}: Asked & { folder: ShownFolder }) => {
  const { words } = useLibraryWords()
  const [name, setName] = useState(folder.name)
  const [parent, setParent] = useState(folder.parent)
  const [isAsking, setAsking] = useState(false)
  if (isAsking) {
    return (
      <Modal
        actions={
          <button className="lectern-build__button" data-dangerous type="submit">
            {words.folderDelete}
          </button>
        }
        onClose={onClose}
        onSubmit={() => void deleteFolder(folder.id).then(onDone)}
        title={words.folderDelete}
      >
        <p>{words.folderDeleteSure(folder.name)}</p>
      </Modal>
    )
  }

  return (
    <Modal
      actions={
        <>
          <button
            className="lectern-build__button"
            data-dangerous
            onClick={() => setAsking(true)}
            type="button"
          >
            {words.folderDelete}
          </button>
          <button className="lectern-build__button" disabled={!name.trim()} type="submit">
            {words.altSave}
          </button>
        </>
      }
      onClose={onClose}
      onSubmit={() => void changeFolder(folder.id, { name: name.trim(), parent }).then(onDone)}
      title={words.folderMenu(folder.name)}
    >
      <NameField name={name} onChange={setName} />
      <FolderSelect but={folder.id} folders={folders} onChange={setParent} value={parent} />
    </Modal>
  )
}
