'use client'

import { useSearchParams } from 'next/navigation'
import { Upload } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'

import { uploads } from './uploads/store'
import { useUploadWords } from './uploads/uploadWords'

/** Above the list of files: a place to drop many at once, into the folder that is shown. */
export const FilesUploader = () => {
  const words = useUploadWords()
  const picker = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const folder = useSearchParams().get('where[folder][equals]')
  const take = (files: FileList | null) => uploads.add([...(files ?? [])], folder)
  const over = (event: DragEvent, on: boolean) => {
    event.preventDefault()
    setOver(on)
  }

  return (
    <div
      className="lectern-drop"
      data-over={isOver || undefined}
      onDragLeave={(event) => over(event, false)}
      onDragOver={(event) => over(event, true)}
      onDrop={(event) => {
        over(event, false)
        take(event.dataTransfer.files)
      }}
    >
      <p>
        {words.drop}{' '}
        <button
          className="lectern-build__button"
          onClick={() => picker.current?.click()}
          type="button"
        >
          <Upload aria-hidden size={16} /> {words.upload}
        </button>
      </p>
      <small>{words.hint}</small>
      <input
        aria-label={words.upload}
        hidden
        multiple
        onChange={({ target }) => {
          take(target.files)
          target.value = ''
        }}
        ref={picker}
        type="file"
      />
    </div>
  )
}
