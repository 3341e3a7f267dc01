import { z } from 'zod'

import { BUNDLE_FORMAT, COURSE_FORMAT, FORMAT_VERSION } from '@/domain/catalog/transfer/packed'

import type { Archive } from './archive'

import { memberBytes } from './archive'
import { parsed } from './parsed'
import { refuse } from './refused'
import { MANIFEST_SHAPE } from './shapes'

/** The member of every file that says what it is. */
export const MANIFEST = 'manifest.json'

/** Bytes of a manifest. */
const LARGEST_MANIFEST = 4 * 1024 * 1024

export type Manifest = z.output<typeof MANIFEST_SHAPE>

const isKnown = (value: unknown): value is { format: string; version: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  [COURSE_FORMAT, BUNDLE_FORMAT].includes(String(value.format)) &&
  'version' in value

/** What a file says it is; refuses other formats and versions, and members that are not listed or not there. */
export const readManifest = async (archive: Archive): Promise<Manifest> => {
  if (!archive.entries.has(MANIFEST)) {
    throw refuse('formatUnknown')
  }
  const bytes = await memberBytes(archive, MANIFEST, { most: LARGEST_MANIFEST })
  const said = parsed(z.unknown(), bytes, MANIFEST)
  if (!isKnown(said)) {
    throw refuse('formatUnknown')
  }
  if (said.version !== FORMAT_VERSION) {
    throw refuse('versionUnknown', { path: String(said.version) })
  }
  const found = parsed(MANIFEST_SHAPE, bytes, MANIFEST)
  const listed = new Set(found.members.map(({ name }) => name))
  const extra = [...archive.entries.keys()].find((name) => name !== MANIFEST && !listed.has(name))
  const lost = found.members.find(({ name, size }) => archive.entries.get(name)?.size !== size)
  if (extra !== undefined || lost || listed.size !== found.members.length) {
    throw refuse('fileMissing', { path: extra ?? lost?.name ?? MANIFEST })
  }

  return found
}
