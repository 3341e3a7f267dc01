'use client'

import { Archive, Captions, FileText, Film, Image as ImageIcon, Music } from 'lucide-react'
import { useState } from 'react'

import type { ShownFile } from '@/operations/media/library'

import { fileKind, type FileKind } from '@/domain/media/library'

import { fileUrl } from './api'
import { Waveform } from './Waveform'

const ICONS: Record<FileKind, typeof Film> = {
  audio: Music,
  captions: Captions,
  document: FileText,
  image: ImageIcon,
  package: Archive,
  video: Film,
}

const ICON = 32

/** What a file looks like: its picture, its poster, how loud it is, else a sign of its kind. */
export const Thumb = ({ file }: { file: ShownFile }) => {
  const { id, hasPoster, hasWave, isPackage, mimeType, thumb } = file
  const [isBroken, setBroken] = useState(false)
  const kind = fileKind(mimeType, isPackage)
  const Icon = ICONS[kind]
  const src = thumb ? fileUrl(thumb) : hasPoster ? `/api/files/${id}/poster` : null
  if (kind === 'audio' && hasWave) {
    return <Waveform file={id} />
  }

  return src && !isBroken ? (
    // eslint-disable-next-line @next/next/no-img-element -- a file of the school behind its rules
    <img alt="" decoding="async" loading="lazy" onError={() => setBroken(true)} src={src} />
  ) : (
    <Icon aria-hidden size={ICON} strokeWidth={1.5} />
  )
}
