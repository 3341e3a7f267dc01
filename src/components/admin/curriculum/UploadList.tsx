'use client'

import { Check, RotateCw, TriangleAlert, X } from 'lucide-react'

import type { Upload, Uploads } from './useUploads'

import { useBuilder } from './context'

const WHOLE = 100

/** Files on their way: how far each is, which failed and why, and a way to try those again. */
export const UploadList = ({ uploads }: { uploads: Uploads }) => {
  const { words } = useBuilder()
  const isBusy = uploads.list.some(({ state }) => state === 'sending' || state === 'waiting')

  return (
    uploads.list.length > 0 && (
      <section aria-label={words.filesTitle} className="lectern-build__uploads">
        <header>
          <h2>{words.filesTitle}</h2>
          {!isBusy && (
            <button
              aria-label={words.filesClose}
              className="lectern-build__icon"
              onClick={uploads.clear}
              type="button"
            >
              <X aria-hidden size={18} />
            </button>
          )}
        </header>
        <ul>
          {uploads.list.map((upload) => (
            <UploadRow key={upload.id} upload={upload} uploads={uploads} />
          ))}
        </ul>
      </section>
    )
  )
}

const UploadRow = ({
  upload: { id, file, problem, share, state },
  uploads,
}: {
  upload: Upload
  uploads: Uploads
}) => {
  const { words } = useBuilder()

  return (
    <li data-state={state}>
      <span className="lectern-build__file">
        <bdi>{file.name}</bdi>
        {state === 'failed' && <span role="alert">{problem}</span>}
      </span>
      {state === 'done' && <Check aria-label={words.uploaded} role="img" size={18} />}
      {state === 'waiting' && <span>{words.waiting}</span>}
      {state === 'sending' && (
        <progress
          aria-label={words.uploading(file.name)}
          max={WHOLE}
          value={Math.round(share * WHOLE)}
        />
      )}
      {state === 'failed' && (
        <>
          <TriangleAlert aria-hidden size={18} />
          <button className="lectern-build__quiet" onClick={() => uploads.retry(id)} type="button">
            <RotateCw aria-hidden size={16} /> {words.retry}
          </button>
        </>
      )}
      {state !== 'done' && (
        <button
          aria-label={`${words.cancel}: ${file.name}`}
          className="lectern-build__icon"
          onClick={() => uploads.remove(id)}
          type="button"
        >
          <X aria-hidden size={16} />
        </button>
      )}
    </li>
  )
}
