import type { WorkKind } from '../../catalog/lessons/assignment'

import { FILE_TYPES, fileTypeOf, ZIPPED } from '../../media/fileTypes'

/** What a file that was handed in is: its type, the kind it counts as, and the extension it is kept under. */
export type WorkType = { extension: string; kind: WorkKind; type: string }

/** How many first bytes `workTypeOf` looks at. */
export const WORK_SIGNATURE_BYTES = 512

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

const extensionOf = (name: string): string =>
  /\.([a-z\d]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** Plain texts, by their names; they are offered as downloads and run nowhere. */
const TEXTS = ['txt', 'md', 'csv']

/** Whether bytes are the beginning of a text in UTF-8 without control characters; its last character may be cut off. */
const isText = (bytes: Uint8Array): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })

    return ![...text].some((sign) => sign < ' ' && !'\t\n\r\f'.includes(sign))
  } catch {
    return false
  }
}

/** Types that schools do not put on their pages, and learners still record, by their first bytes. */
const recordedTypeOf = (bytes: Uint8Array): null | WorkType => {
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WAVE') {
    return { type: 'audio/wav', extension: 'wav', kind: 'audio' }
  }
  if (ascii(bytes, 0, 4) === 'OggS') {
    return { type: 'audio/ogg', extension: 'ogg', kind: 'audio' }
  }

  return ascii(bytes, 4, 12) === 'ftypqt  '
    ? { type: 'video/quicktime', extension: 'mov', kind: 'video' }
    : null
}

/** A ZIP archive by its bytes is a document where its name says which. */
const zipped = (extension: string): WorkType => {
  const type = ZIPPED[extension]

  return type
    ? { type, extension, kind: 'documents' }
    : { type: 'application/zip', extension: 'zip', kind: 'archives' }
}

/** Recorders put sound alone into the containers of films; what was said of such a file decides. */
const SOUNDS: Readonly<Record<string, WorkType>> = {
  'video/mp4': { type: 'audio/mp4', extension: 'm4a', kind: 'audio' },
  'video/webm': { type: 'audio/webm', extension: 'webm', kind: 'audio' },
}

/**
 * What a file is by its first bytes; of its name only the extension counts, and only where the bytes agree with it.
 * `isSound` says that a film's container is said to hold sound alone. Null for everything that cannot be handed in.
 */
export const workTypeOf = ({
  name,
  bytes,
  isSound = false,
}: {
  bytes: Uint8Array
  isSound?: boolean
  name: string
}): null | WorkType => {
  const extension = extensionOf(name)
  const type = fileTypeOf(bytes)
  if (type === null || type === 'text/vtt') {
    const isPlain = bytes.length > 0 && TEXTS.includes(extension) && isText(bytes)

    return (
      recordedTypeOf(bytes) ??
      (isPlain ? { type: 'text/plain; charset=utf-8', extension, kind: 'documents' } : null)
    )
  }
  if (type === 'application/zip') {
    return zipped(extension)
  }
  const sound = isSound ? SOUNDS[type] : undefined
  const [family = ''] = type.split('/')
  const kinds: Record<string, WorkKind> = { audio: 'audio', image: 'images', video: 'video' }

  return sound ?? { type, extension: FILE_TYPES[type], kind: kinds[family] ?? 'documents' }
}

/** Characters that no file is named with in a storage, and directions that could disguise an extension. */
const UNNAMEABLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069/\\]/gu

/** A file's own name, safe to be kept and shown, with the extension of what it is. */
export const workName = (name: string, { extension }: WorkType): string => {
  const clean = name.replace(UNNAMEABLE, '').replace(/^[.\s]+/, '')
  const stem = clean.replace(/\.[a-z\d]{1,5}$/i, '').trim()

  return `${[...(stem || 'file')].slice(0, 100).join('')}.${extension}`
}

/** What a browser's chooser is to offer, for kinds of files. */
const OFFERED: Readonly<Record<WorkKind, string>> = {
  archives: '.zip',
  audio: 'audio/*,.m4a,.mp3,.wav,.ogg',
  documents: `.pdf,${Object.keys(ZIPPED)
    .map((extension) => `.${extension}`)
    .join(',')},${TEXTS.map((extension) => `.${extension}`).join(',')}`,
  images: 'image/jpeg,image/png,image/webp,image/gif,image/avif',
  video: 'video/mp4,video/webm,video/quicktime',
}

/** The `accept` of a file input that takes kinds of files. */
export const acceptOf = (kinds: readonly WorkKind[]): string =>
  kinds.map((kind) => OFFERED[kind]).join(',')
