'use client'

import { toast } from '@payloadcms/ui'
import { Download, FolderInput, Settings2, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'

import type { FileDetails, ShownFile } from '@/operations/media/library'

import { isPlayed } from '@/domain/media/videos'

import { bytesIn } from '../uploads/units'
import { StatusPanel } from '../video/StatusPanel'
import { fileUrl, readDetails, saveAlt } from './api'
import { clock } from './facts'
import { Modal } from './Modal'
import { Places } from './Places'
import { Preview } from './Preview'
import { useLibraryWords } from './words'

const ICON = 16

type Shown = {
  canWrite: boolean
  file: ShownFile
  onClose: () => void
  onDelete: () => void
  onMove: () => void
}

/** All that is known of a file, at the side of the library. */
export const Details = ({ canWrite, file, onClose, onDelete, onMove }: Shown) => {
  const { words } = useLibraryWords()
  const [details, setDetails] = useState<FileDetails | null>(null)
  useEffect(() => {
    let isOver = false
    void readDetails(file.id).then((said) => {
      if (!isOver && said.ok) {
        setDetails(said.value)
      }
    })

    return () => {
      isOver = true
    }
  }, [file.id])

  return (
    <Modal kind="side" onClose={onClose} title={file.filename}>
      <div className="lectern-library__preview">
        <Preview file={file} key={file.id} />
      </div>
      <div className="lectern-library__acts">
        <a className="lectern-build__button" data-second download href={fileUrl(file.filename)}>
          <Download aria-hidden size={ICON} /> {words.download}
        </a>
        {canWrite && (
          <>
            <button className="lectern-build__button" data-second onClick={onMove} type="button">
              <FolderInput aria-hidden size={ICON} /> {words.move}
            </button>
            <a
              className="lectern-build__button"
              data-second
              href={`/admin/collections/media/${file.id}`}
            >
              <Settings2 aria-hidden size={ICON} />{' '}
              {file.mimeType === 'text/vtt' ? words.captions : words.edit}
            </a>
            <button
              className="lectern-build__button"
              data-dangerous
              onClick={onDelete}
              type="button"
            >
              <Trash2 aria-hidden size={ICON} /> {words.deleteFiles}
            </button>
          </>
        )}
      </div>
      {isPlayed(file.mimeType) && <StatusPanel file={file.id} />}
      {canWrite && <Alt file={file} />}
      <Facts by={details?.file.by ?? null} file={file} />
      <section aria-label={words.places}>
        <h3>{words.places}</h3>
        {details && details.places.length === 0 && <p>{words.placesNone}</p>}
        {details ? <Places places={details.places} /> : <p aria-live="polite">{words.loading}</p>}
      </section>
    </Modal>
  )
}

const Alt = ({ file: { id, alt } }: { file: ShownFile }) => {
  const { words } = useLibraryWords()
  const [written, setWritten] = useState(alt ?? '')

  return (
    <form
      className="lectern-library__alt"
      onSubmit={(event) => {
        event.preventDefault()
        void saveAlt(id, written.trim()).then((ok) =>
          ok ? toast.success(words.altSaved) : toast.error(words.notDone),
        )
      }}
    >
      <label className="lectern-library__field">
        <span>{words.alt}</span>
        <input
          aria-describedby={`alt-${id}`}
          className="lectern-build__field"
          dir="auto"
          maxLength={300}
          onChange={({ target }) => setWritten(target.value)}
          value={written}
        />
      </label>
      <button
        className="lectern-build__button"
        data-second
        disabled={written === (alt ?? '')}
        type="submit"
      >
        {words.altSave}
      </button>
      <small id={`alt-${id}`}>{words.altHint}</small>
    </form>
  )
}

const Facts = ({ by, file }: { by: null | string; file: ShownFile }) => {
  const { language, words } = useLibraryWords()
  const { createdAt, duration, filesize, height, isPublic, mimeType, pages, width } = file
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const facts: [string, null | string][] = [
    [words.facts.type, mimeType],
    [words.facts.size, bytesIn(language, filesize)],
    [words.facts.sizeOf, width && height ? `${width} × ${height}` : null],
    [words.facts.length, duration ? clock(duration) : null],
    [words.facts.pages, pages ? new Intl.NumberFormat(language).format(pages) : null],
    [words.facts.added, date.format(new Date(createdAt))],
    [words.facts.by, by],
    [words.state, isPublic ? words.publicFile : null],
  ]

  return (
    <dl className="lectern-library__facts">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
