import { inflateRawSync } from 'node:zlib'

import type { ManifestFault, ScormPackage } from '@/domain/media/scorm/manifest'
import type { ZipEntry, ZipFault } from '@/domain/media/zip'

import { isProgram } from '@/domain/media/scorm/files'
import { LARGEST_MANIFEST, MANIFEST, manifestOf } from '@/domain/media/scorm/manifest'
import { LOCAL_SIZE, zipEntries } from '@/domain/media/zip'

type Read = (from: number, length: number) => Promise<Uint8Array>

/** Faults of archives that are made to harm. Any other archive is a file like others: nobody unpacks it. */
const HOSTILE = ['archiveBomb', 'archiveLink', 'archivePath'] as const satisfies ZipFault[]

/** Why a file is refused as a package. */
export type PackageFault = 'packagePrograms' | (typeof HOSTILE)[number] | ManifestFault

/** Where the bytes of an entry lie in its archive, behind a header of their own (APPNOTE.TXT 6.3, 4.3.7). */
export const bytesAt = async (
  read: Read,
  { offset, packed }: ZipEntry,
): Promise<{ length: number; start: number }> => {
  const header = Buffer.from(await read(offset, LOCAL_SIZE))
  const rest = header.length < LOCAL_SIZE ? 0 : header.readUInt16LE(26) + header.readUInt16LE(28)

  return { length: packed, start: offset + LOCAL_SIZE + rest }
}

/** A small file of an archive as text; null where it is larger than it says, or broken. */
const textIn = async (read: Read, entry: ZipEntry): Promise<null | string> => {
  const { length, start } = await bytesAt(read, entry)
  const packed = await read(start, length)
  try {
    const bytes = entry.isDeflated
      ? inflateRawSync(packed, { maxOutputLength: LARGEST_MANIFEST })
      : Buffer.from(packed)

    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes)
  } catch {
    return null
  }
}

/**
 * What a package of SCORM says of itself, read from its archive before anything is unpacked: null where the
 * archive is none, and why where it may not be kept at all. `read` answers bytes, fewer at the end.
 */
export const scormIn = async ({
  read,
  size,
}: {
  read: Read
  size: number
}): Promise<null | PackageFault | ScormPackage> => {
  const entries = await zipEntries({ read, size })
  if (typeof entries === 'string') {
    return HOSTILE.find((fault) => fault === entries) ?? null
  }
  const manifest = entries.find(({ name }) => name.toLowerCase() === MANIFEST)
  if (!manifest) {
    return null
  }
  if (entries.some(({ name }) => isProgram(name))) {
    return 'packagePrograms'
  }
  const xml = manifest.size <= LARGEST_MANIFEST ? await textIn(read, manifest) : null
  const found = xml === null ? 'packageBroken' : manifestOf(xml)
  if (typeof found === 'string') {
    return found
  }
  const opens = found.entry.replace(/[#?].*$/, '')

  return entries.some(({ name }) => name === opens) ? found : 'packageBroken'
}
