'use client'

import { useDocumentInfo, useFormFields } from '@payloadcms/ui'

import { isPlayed } from '@/domain/media/videos'

import { StatusPanel } from './video/StatusPanel'
import { TranscriptPanel } from './video/TranscriptPanel'

/** On the page of a film or a recording: how far it is on its way to be watched. */
export const FileVideoStatus = () => {
  const { id } = useDocumentInfo()
  const type = useFormFields(([fields]) => fields.mimeType?.value)

  return id && isPlayed(String(type)) ? (
    <>
      <StatusPanel file={String(id)} />
      <TranscriptPanel file={String(id)} />
    </>
  ) : null
}
