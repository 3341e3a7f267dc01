import type { Stats } from 'node:fs'
import type { Readable } from 'node:stream'

import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import {
  copyFile,
  link,
  mkdir,
  opendir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { ListedObject, ObjectHead, Storage } from './types'

import { diskArrivals } from './diskArrivals'

import { safeKey } from './key'

/** Content types lie beside the objects, in a hidden folder that no key can name. */
const TYPES = '.types'
const ANY_TYPE = 'application/octet-stream'

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR')

const orNull = async <T>(run: Promise<T>): Promise<null | T> => {
  try {
    return await run
  } catch (error) {
    if (isMissing(error)) {
      return null
    }
    throw error
  }
}

const etagOf = ({ mtimeMs, size }: Stats): string =>
  `"${size.toString(36)}-${Math.trunc(mtimeMs * 1000).toString(36)}"`

/** Files below `root` on this machine. A put writes a temporary file and renames it into place. */
export const diskStorage = (root: string): Storage => {
  const base = resolve(root)
  const pathOf = (key: string) => join(base, safeKey(key))
  const typePathOf = (key: string) => join(base, TYPES, safeKey(key))

  const head = async (key: string): Promise<null | ObjectHead> => {
    const found = await orNull(stat(pathOf(key)))
    if (!found?.isFile()) {
      return null
    }
    const contentType = (await orNull(readFile(typePathOf(key), 'utf8'))) ?? ANY_TYPE

    return { contentType, etag: etagOf(found), modifiedAt: found.mtime, size: found.size }
  }

  /** What lies below a folder, but for drafts and all else that is hidden. */
  async function* list(folder = base): AsyncIterable<ListedObject> {
    const entries = await orNull(opendir(folder))
    if (!entries) {
      return
    }
    for await (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.name.startsWith('.')) {
        continue
      }
      if (entry.isDirectory()) {
        yield* list(path)
        continue
      }
      const found = await orNull(stat(path))
      if (found?.isFile()) {
        const key = relative(base, path).split(sep).join('/')
        yield { etag: etagOf(found), key, modifiedAt: found.mtime, size: found.size }
      }
    }
  }

  const writeWhole = async (path: string, body: Buffer | Readable | string) => {
    await mkdir(dirname(path), { recursive: true })
    const draft = join(dirname(path), `.${randomUUID()}.part`)
    try {
      if (typeof body === 'string' || Buffer.isBuffer(body)) {
        await writeFile(draft, body)
      } else {
        await pipeline(body, createWriteStream(draft))
      }
      await rename(draft, path)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
  }

  /** A second name for the same bytes, and a copy where the file system knows no such thing. */
  const twin = async (from: string, draft: string) => {
    try {
      await link(from, draft)
    } catch {
      await copyFile(from, draft)
    }
  }

  return {
    adopt: async ({ contentType, from, key }) => {
      await writeWhole(typePathOf(key), contentType)
      await mkdir(dirname(pathOf(key)), { recursive: true })
      const draft = join(dirname(pathOf(key)), `.${randomUUID()}.part`)
      await twin(pathOf(from), draft)
      await rename(draft, pathOf(key))
      // Where both are names of the same bytes already, nothing is renamed and the draft stays.
      await rm(draft, { force: true })
    },
    arrivals: diskArrivals(pathOf),
    delete: async (key) => {
      await rm(pathOf(key), { force: true })
      await rm(typePathOf(key), { force: true })
    },
    deleteFolder: async (folder) => {
      await rm(pathOf(folder), { force: true, recursive: true })
      await rm(typePathOf(folder), { force: true, recursive: true })
    },
    get: async ({ key, range }) => {
      const found = await head(key)

      return found && { ...found, range, stream: createReadStream(pathOf(key), range) }
    },
    head,
    list: (folder) => list(folder === undefined ? base : join(base, folder)),
    pathOf,
    put: async ({ body, contentType, key }) => {
      await writeWhole(typePathOf(key), contentType)
      await writeWhole(pathOf(key), body)
    },
  }
}
