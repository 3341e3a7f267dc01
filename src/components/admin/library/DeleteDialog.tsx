'use client'

import { useState } from 'react'

import type { Place } from './api'

import { deleteFiles } from './api'
import { Modal } from './Modal'
import { Places } from './Places'
import { useLibraryWords } from './words'

/** Asks before files are deleted; tells of those that are in use, and where. */
export const DeleteDialog = ({
  files,
  onClose,
  onDone,
}: {
  files: readonly string[]
  onClose: () => void
  onDone: (ok: boolean) => void
}) => {
  const { words } = useLibraryWords()
  const [places, setPlaces] = useState<readonly Place[]>([])
  const [isBusy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    const said = await deleteFiles(files)
    setBusy(false)
    setPlaces(said.places)
    if (said.places.length === 0) {
      onDone(said.ok)
    }
  }

  return (
    <Modal
      actions={
        places.length === 0 && (
          <button className="lectern-build__button" data-dangerous disabled={isBusy} type="submit">
            {words.deleteFiles}
          </button>
        )
      }
      onClose={onClose}
      onSubmit={() => void remove()}
      title={words.deleteFiles}
    >
      {places.length === 0 ? (
        <p>{words.deleteSure(files.length)}</p>
      ) : (
        <div role="alert">
          <p>{words.deleteUsed}</p>
          <Places places={places} />
        </div>
      )}
    </Modal>
  )
}
