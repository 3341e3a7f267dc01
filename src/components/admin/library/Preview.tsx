'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { ShownFile } from '@/operations/media/library'

import { fileKind } from '@/domain/media/library'

import { ask } from '../ask'
import { streamInto } from '@/components/learning/player/stream'
import { fileUrl } from './api'
import { Thumb } from './Thumb'

type Opened = { poster: null | string; src: null | string }

/** Plays what was prepared of a film, by leave that is asked for anew as it ends; the file itself until there is any. */
const Film = ({ file: { id, filename } }: { file: ShownFile }) => {
  const video = useRef<HTMLVideoElement>(null)
  const [opened, setOpened] = useState<null | Opened>(null)
  const open = useCallback(async (): Promise<Opened | null> => {
    const said = await ask<Opened>(`/api/files/${id}/watch`, {})

    return said.ok ? said.value : null
  }, [id])
  useEffect(() => {
    let isOver = false
    void open().then((found) => !isOver && setOpened(found ?? { poster: null, src: null }))

    return () => {
      isOver = true
    }
  }, [open])
  const src = opened?.src ?? null
  useEffect(() => {
    const element = video.current
    if (!element || !src) {
      return
    }
    const control = new AbortController()
    void streamInto({
      element,
      mayGoOn: async () => Boolean((await open())?.src),
      onFail: () => element.setAttribute('src', fileUrl(filename)),
      signal: control.signal,
      src,
    })

    return () => control.abort()
  }, [filename, open, src])

  return (
    <video
      aria-label={filename}
      controls
      playsInline
      poster={opened?.poster ?? undefined}
      preload="metadata"
      ref={video}
      src={opened && !src ? fileUrl(filename) : undefined}
    />
  )
}

/** A file to look at: a picture, a film or a recording that plays, a document in place. */
export const Preview = ({ file }: { file: ShownFile }) => {
  const { filename, isPackage, mimeType } = file
  const kind = fileKind(mimeType, isPackage)
  if (kind === 'video') {
    return <Film file={file} />
  }
  if (kind === 'audio') {
    return (
      <div className="lectern-library__sound">
        <Thumb file={file} />
        {}
        <audio aria-label={filename} controls preload="metadata" src={fileUrl(filename)} />
      </div>
    )
  }
  if (mimeType === 'application/pdf') {
    return <iframe src={fileUrl(filename)} title={filename} />
  }

  return <Thumb file={kind === 'image' ? { ...file, thumb: filename } : file} />
}
