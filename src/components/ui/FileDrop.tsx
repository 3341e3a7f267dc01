'use client'

import { Upload } from 'lucide-react'
import { useState, type DragEvent } from 'react'

import { cn } from './classes'

/** A place to drop files, which is the browser's own chooser to those who click or use the keyboard. `accept` as the browser has it. */
export const FileDrop = ({
  accept,
  hint,
  label,
  multiple = false,
  onFiles,
}: {
  accept?: string
  hint?: string
  label: string
  multiple?: boolean
  onFiles: (files: File[]) => void
}) => {
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) =>
    onFiles([...(files ?? [])].slice(0, multiple ? undefined : 1))
  const over = (event: DragEvent, on: boolean) => {
    event.preventDefault()
    setOver(on)
  }

  return (
    <label
      className={cn(
        'flex flex-col items-center gap-2 rounded-card border border-dashed border-line-strong px-6 py-8 text-center has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        isOver && 'border-accent-line bg-accent-soft',
      )}
      onDragLeave={(event) => over(event, false)}
      onDragOver={(event) => over(event, true)}
      onDrop={(event) => {
        over(event, false)
        take(event.dataTransfer.files)
      }}
    >
      <Upload aria-hidden className="size-6 text-muted" strokeWidth={1.5} />
      <span className="font-medium">{label}</span>
      {hint && <span className="text-sm text-muted">{hint}</span>}
      <input
        accept={accept}
        className="sr-only"
        multiple={multiple}
        onChange={({ target }) => {
          take(target.files)
          target.value = ''
        }}
        type="file"
      />
    </label>
  )
}
