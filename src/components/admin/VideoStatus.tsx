'use client'

import { useDocumentInfo, useFormFields } from '@payloadcms/ui'

import { isPlayed } from '@/domain/media/videos'

import { Preview } from './library/Preview'
import { useFile } from './library/useFile'
import { StatusPanel } from './video/StatusPanel'
import { TranscriptPanel } from './video/TranscriptPanel'

/** On the page of a film or a recording: it plays as it was prepared, and how far it is on its way to that. */
export const FileVideoStatus = () => {
  const { id } = useDocumentInfo()
  const type = useFormFields(([fields]) => fields.mimeType?.value)

  return id && isPlayed(String(type)) ? <Played file={String(id)} /> : null
}

const Played = ({ file: id }: { file: string }) => {
  const file = useFile(id)

  return (
    <>
      {file && (
        <div className="lectern-library__preview">
          <Preview file={file} />
        </div>
      )}
      <StatusPanel file={id} />
      <TranscriptPanel file={id} />
    </>
  )
}
