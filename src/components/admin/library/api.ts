import type { FileUse } from '@/domain/media/library'
import type {
  FileDetails,
  QuarantinedFile,
  ShownFile,
  ShownFolder,
} from '@/operations/media/library'

import type { Asking } from './asking'

import { ask } from '../ask'
import { query } from './asking'

/** A page of the library. */
export type LibraryPage = {
  apart: number
  canWrite: boolean
  files: ShownFile[]
  folders: ShownFolder[]
  next: null | string
  quarantined: QuarantinedFile[]
}

export const readPage = (asking: Asking, cursor?: string) =>
  ask<LibraryPage>(`/api/files?${query(asking, cursor)}`)

export const readDetails = (id: string) => ask<FileDetails>(`/api/files/${id}`)

export const moveFiles = async (files: readonly string[], folder: null | string) =>
  (await ask('/api/files/move', { files, folder })).ok

export type Place = FileUse & { file: string }

/** Deletes files; the places that name them, where there are any. */
export const deleteFiles = async (
  files: readonly string[],
): Promise<{ ok: boolean; places: Place[] }> => {
  try {
    const answer = await fetch('/api/files/delete', {
      body: JSON.stringify({ files }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    const { places = [] } = (await answer.json()) as { places?: Place[] }

    return { ok: answer.ok, places }
  } catch {
    return { ok: false, places: [] }
  }
}

const sendJson = async (path: string, method: string, body?: object): Promise<null | Response> => {
  try {
    return await fetch(path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })
  } catch {
    return null
  }
}

/** Makes a folder; its id, or null where it could not be made. */
export const makeFolder = async (name: string, parent: null | string): Promise<null | string> => {
  const answer = await sendJson('/api/media-folders?depth=0', 'POST', { name, parent })

  return answer?.ok ? ((await answer.json()) as { doc: { id: string } }).doc.id : null
}

export const changeFolder = async (
  id: string,
  change: { name?: string; parent?: null | string },
): Promise<boolean> =>
  Boolean((await sendJson(`/api/media-folders/${id}?depth=0`, 'PATCH', change))?.ok)

export const deleteFolder = async (id: string): Promise<boolean> =>
  Boolean((await sendJson(`/api/media-folders/${id}?depth=0`, 'DELETE'))?.ok)

export const saveAlt = async (id: string, alt: string): Promise<boolean> =>
  Boolean((await sendJson(`/api/media/${id}?depth=0`, 'PATCH', { alt }))?.ok)

/** Where a file itself is read. */
export const fileUrl = (filename: string): string =>
  `/api/media/file/${encodeURIComponent(filename)}`
