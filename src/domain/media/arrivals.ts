import type { FileType } from './fileTypes'

import { RuleError } from '../errors'
import { fileTypeOf, namedAs, SIGNATURE_BYTES, ZIPPED } from './fileTypes'
import { isSvg, LARGEST_SVG, SVG_PROLOGUE_BYTES } from './svg'

const MB = 1024 ** 2
const GB = 1024 ** 3

/** The largest file that may come, in bytes. */
export const LARGEST_FILE = 20 * GB

/** The largest that is looked at whole: pictures, documents of pages, captions. */
const LARGEST_HELD = 200 * MB

/** How much is sent and checked at a time, in bytes; the last part has what is left. A bucket takes no smaller ones than 5 MB. */
export const PART_BYTES = 16 * MB

/** How many first bytes tell what a file is. */
export const HEAD_BYTES = Math.max(SIGNATURE_BYTES, SVG_PROLOGUE_BYTES)

/** What came is a drawing until it is drawn. */
export type ArrivedType = 'image/svg+xml' | FileType

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What a file of `size` bytes is by its first ones; null where it may not be uploaded. */
const arrivedType = (head: Uint8Array, size: number): ArrivedType | null =>
  fileTypeOf(head) ?? (size <= LARGEST_SVG && isSvg(textOf(head)) ? 'image/svg+xml' : null)

/** Whether a file of a kind is looked at whole, and so taken onto this machine, before it is kept. */
export const isHeld = (type: ArrivedType): boolean =>
  type.startsWith('image/') || type === 'application/pdf' || type === 'text/vtt'

/** Throws fileEmpty and fileTooLarge. */
export const checkSize = (size: number): void => {
  if (size < 1) {
    throw new RuleError('fileEmpty')
  }
  if (size > LARGEST_FILE) {
    throw new RuleError('fileTooLarge', { most: LARGEST_FILE })
  }
}

/** What a file is that begins so; throws fileNotAccepted, and fileTooLarge where its kind has to be smaller. */
export const acceptedType = (head: Uint8Array, size: number): ArrivedType => {
  const type = arrivedType(head, size)
  if (!type) {
    throw new RuleError('fileNotAccepted')
  }
  if (isHeld(type) && size > LARGEST_HELD) {
    throw new RuleError('fileTooLarge', { most: LARGEST_HELD })
  }

  return type
}

const LONGEST_NAME = 120

/** A name under which a file can be kept anywhere: letters, digits and dashes of any script, with the ending of what it is. */
export const arrivedName = (name: string, type: ArrivedType | null): string => {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const dot = last.lastIndexOf('.')
  const stem = (dot > 0 ? last.slice(0, dot) : last)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}()_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_NAME)
  const ending = dot > 0 ? last.slice(dot + 1).replace(/[^A-Za-z0-9]/g, '').toLowerCase() : ''
  const plain = `${stem || 'file'}${ending && `.${ending}`}`

  return type && type !== 'image/svg+xml' ? namedAs(plain, type) : plain
}

/** The type under which a file is kept: a document that is a ZIP archive goes by its name. */
export const keptType = (name: string, type: ArrivedType): string =>
  (type === 'application/zip' && ZIPPED[name.slice(name.lastIndexOf('.') + 1)]) || type

/** What somebody calls a file before they find better words: its name without ending, dashes and digits before it. */
export const wordsOfName = (name: string): string => {
  const dot = name.lastIndexOf('.')

  return (dot > 0 ? name.slice(0, dot) : name).replace(/[-_.\s]+/g, ' ').trim()
}

/** How many parts a file comes in. */
export const partsOf = (size: number): number => Math.ceil(size / PART_BYTES)
