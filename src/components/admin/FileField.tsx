'use client'

import type { UploadFieldClientProps } from 'payload'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import { FolderOpen, RotateCw, Upload, X } from 'lucide-react'
import { useId, useRef, useState } from 'react'

import type { ShownFile } from '@/operations/media/library'
import type { Asking } from './library/asking'

import { fileKind, type FileKind } from '@/domain/media/library'
import { isPlayed } from '@/domain/media/videos'

import { WHOLE } from './library/asking'
import { clock } from './library/facts'
import { Library } from './library/Library'
import { Modal } from './library/Modal'
import { Thumb } from './library/Thumb'
import { useDropping } from './library/useDropping'
import { useFile } from './library/useFile'
import { useLibraryWords } from './library/words'
import { bytesIn } from './uploads/units'
import { sayWhy, useUploadWords } from './uploads/uploadWords'
import { useUpload } from './uploads/useUpload'
import { StatusPanel } from './video/StatusPanel'

const ICON = 16

/** What a browser offers first to choose from, by the kind. */
const ACCEPT: Partial<Record<FileKind, string>> = {
  audio: 'audio/*',
  document: 'application/pdf',
  package: '.zip,application/zip',
  video: 'video/*',
}

/**
 * A file of a lesson: from the library, or uploaded right here, in parts that go on where a line broke. An upload goes on when
 * the page is left, and what it became lies in the library.
 */
export const FileField = ({
  field: { admin, label, required },
  kind,
  path,
  readOnly,
}: UploadFieldClientProps & { kind: FileKind }) => {
  const id = useId()
  const { words } = useLibraryWords()
  const { disabled, setValue, showError, value } = useField<null | string | { id: string }>({
    path,
  })
  const file = typeof value === 'object' ? (value?.id ?? null) : value || null
  const shown = useFile(file)
  const [isChoosing, setChoosing] = useState(false)
  const upload = useUpload(({ id: media }) => setValue(media))
  const input = useRef<HTMLInputElement>(null)
  const isFixed = Boolean(readOnly ?? disabled)
  const send = (files: readonly File[]) => {
    const [first] = files
    if (first) {
      upload.send(first)
    }
  }
  const { isOver, target } = useDropping(
    isFixed ? undefined : (dropped) => send(dropped.map((one) => one.file)),
  )

  return (
    <div
      aria-labelledby={`${id}-label`}
      className={`field-type upload lectern-file${showError ? ' error' : ''}`}
      data-over={isOver || undefined}
      id={`field-${path.replace(/\./g, '__')}`}
      role="group"
      {...target}
    >
      <span id={`${id}-label`}>
        <FieldLabel as="span" label={label} path={path} required={required} />
      </span>
      <FieldError path={path} showError={showError} />
      {file && shown && (
        <Chosen file={shown} onRemove={isFixed ? undefined : () => setValue(null)} />
      )}
      <Sending upload={upload} />
      {!isFixed && (
        <div className="lectern-file__acts lectern-file__drop" data-over={isOver || undefined}>
          <button
            className="lectern-build__button"
            data-second
            onClick={() => setChoosing(true)}
            type="button"
          >
            <FolderOpen aria-hidden size={ICON} /> {words.fromLibrary}
          </button>
          <button
            className="lectern-build__button"
            data-second
            disabled={upload.item !== null && upload.item.state !== 'failed'}
            onClick={() => input.current?.click()}
            type="button"
          >
            <Upload aria-hidden size={ICON} /> {words.uploadHere}
          </button>
          <input
            accept={ACCEPT[kind]}
            aria-label={words.uploadHere}
            hidden
            onChange={({ target: chosen }) => {
              send([...(chosen.files ?? [])])
              chosen.value = ''
            }}
            ref={input}
            type="file"
          />
        </div>
      )}
      {file && isPlayed(shown?.mimeType) && <StatusPanel file={file} key={file} />}
      {admin?.description && <FieldDescription description={admin.description} path={path} />}
      {isChoosing && (
        <LibraryDialog
          kind={kind}
          onClose={() => setChoosing(false)}
          onPick={({ id: media }) => {
            setChoosing(false)
            setValue(media)
          }}
        />
      )}
    </div>
  )
}

/** The library over the page, to choose one file of a kind. */
export const LibraryDialog = ({
  kind,
  onClose,
  onPick,
}: {
  kind?: FileKind
  onClose: () => void
  onPick: (file: ShownFile) => void
}) => {
  const { words } = useLibraryWords()
  const [asking, setAsking] = useState<Asking>({ ...WHOLE, kind: kind ?? '' })

  return (
    <Modal kind="wide" onClose={onClose} title={words.fromLibrary}>
      <Library
        asking={asking}
        onAsk={(change) => setAsking({ ...asking, ...change })}
        onPick={onPick}
        only={kind}
      />
    </Modal>
  )
}

const Chosen = ({ file, onRemove }: { file: ShownFile; onRemove?: () => void }) => {
  const { language, words } = useLibraryWords()
  const { id, duration, filename, filesize, isPackage, mimeType } = file
  const facts = [
    words.kinds[fileKind(mimeType, isPackage)],
    bytesIn(language, filesize),
    ...(duration ? [clock(duration)] : []),
  ]

  return (
    <div className="lectern-file__card">
      <span className="lectern-library__thumb">
        <Thumb file={file} />
      </span>
      <span>
        <a href={`/admin/collections/media/${id}`}>
          <bdi>{filename}</bdi>
        </a>
        <small>
          <bdi>{facts.join(' · ')}</bdi>
        </small>
      </span>
      {onRemove && (
        <button
          aria-label={`${words.remove}: ${filename}`}
          className="lectern-build__icon"
          onClick={onRemove}
          title={words.remove}
          type="button"
        >
          <X aria-hidden size={ICON} />
        </button>
      )}
    </div>
  )
}

const WHOLE_SHARE = 100

/** The file on its way, and why it did not come. */
const Sending = ({ upload: { again, cancel, item } }: { upload: ReturnType<typeof useUpload> }) => {
  const words = useUploadWords()
  const { language, words: said } = useLibraryWords()
  if (!item) {
    return null
  }
  const { file, sent, state } = item

  return (
    <div aria-live="polite" className="lectern-file__sending">
      <bdi>{file.name}</bdi>
      {state === 'failed' ? (
        <span role="alert">{sayWhy(words, item)}</span>
      ) : (
        <>
          <progress
            aria-label={said.uploading(file.name)}
            max={WHOLE_SHARE}
            value={Math.floor((sent / Math.max(1, file.size)) * WHOLE_SHARE)}
          />
          <small>
            {sent >= file.size
              ? words.checking
              : words.of(bytesIn(language, sent), bytesIn(language, file.size))}
          </small>
        </>
      )}
      <span className="lectern-file__acts">
        {(state === 'failed' || state === 'paused') && (
          <button className="lectern-build__quiet" onClick={again} type="button">
            <RotateCw aria-hidden size={ICON} /> {state === 'paused' ? words.resume : words.retry}
          </button>
        )}
        <button className="lectern-build__quiet" onClick={cancel} type="button">
          <X aria-hidden size={ICON} /> {words.cancel}
        </button>
      </span>
    </div>
  )
}
