/** Every kind of file a school may upload, with the extension it is kept under. */
export const FILE_TYPES = {
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'text/vtt': 'vtt',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
} as const

export type FileType = keyof typeof FILE_TYPES

/** How many first bytes `fileTypeOf` looks at. */
export const SIGNATURE_BYTES = 64

const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

/** The brand in the `ftyp` box of an ISO base media file (ISO/IEC 14496-12, 4.3) names its kind. */
const isoType = (brand: string): FileType | null => {
  if (brand === 'avif' || brand === 'avis') {
    return 'image/avif'
  }
  if (brand.startsWith('M4A') || brand.startsWith('M4B')) {
    return 'audio/mp4'
  }

  return /^(?:iso\w|mp4\d|avc1|M4V |dash|MSNV|f4v )$/.test(brand) ? 'video/mp4' : null
}

/**
 * What a file is by its first bytes, whatever its name and the browser say; null for everything that
 * may not be uploaded. SVG and HTML are never among them, since both can carry scripts: a drawing is kept as a picture.
 */
export const fileTypeOf = (bytes: Uint8Array): FileType | null => {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) {
    return 'image/jpeg'
  }
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
    return 'image/png'
  }
  if (/^GIF8[79]a/.test(text(bytes, 0, 6))) {
    return 'image/gif'
  }
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') {
    return 'image/webp'
  }
  if (text(bytes, 4, 8) === 'ftyp') {
    return isoType(text(bytes, 8, 12))
  }
  if (startsWith(bytes, 0x1a, 0x45, 0xdf, 0xa3) && text(bytes, 0, 64).includes('webm')) {
    return 'video/webm'
  }
  if (text(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) {
    return 'audio/mpeg'
  }
  if (text(bytes, 0, 5) === '%PDF-') {
    return 'application/pdf'
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    return 'application/zip'
  }

  return /^(?:\u00ef\u00bb\u00bf)?WEBVTT(?:[ \t\r\n]|$)/.test(text(bytes, 0, 12)) ? 'text/vtt' : null
}

/** Documents that are ZIP archives by their bytes, and go by their own names (ISO/IEC 29500, 26300, 23736). */
export const ZIPPED: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const isNameOf = (extension: string, type: FileType): boolean =>
  extension === FILE_TYPES[type] ||
  (type === 'image/jpeg' && extension === 'jpeg') ||
  (type === 'application/zip' && extension in ZIPPED)

/** A file's name with the extension of what it really is: `clip.exe` that is an MP4 becomes `clip.mp4`. */
export const namedAs = (name: string, type: FileType): string => {
  const dot = name.lastIndexOf('.')
  const stem = (dot > 0 ? name.slice(0, dot) : name) || 'file'
  const given = dot > 0 ? name.slice(dot + 1).toLowerCase() : ''

  return `${stem}.${isNameOf(given, type) ? given : FILE_TYPES[type]}`
}
