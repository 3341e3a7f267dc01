import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

import type { Added } from '@/operations/media/zipFile'

import { storage } from '@/adapters/storage'
import { BUNDLE_FORMAT, FORMAT_VERSION } from '@/domain/catalog/transfer/packed'
import { zipWriter } from '@/operations/media/zipFile'
import { withTempFile } from '@/operations/media/tempFile'

import { MANIFEST } from './manifest'
import { refuse } from './refused'

/** An exported course in the storage. */
export type CourseFileAt = { key: string; name: string; size: number; title: string }

/** Puts files of courses into one file of the storage, as they are, under `key`; answers its size. */
export const writeBundle = (courses: readonly CourseFileAt[], key: string): Promise<number> =>
  withTempFile(async (path) => {
    const file = await open(path, 'w')
    let size: number
    try {
      const zip = zipWriter(file)
      const members: Added[] = []
      for (const course of courses) {
        const stored = await storage().get({ key: course.key })
        if (!stored) {
          throw refuse('fileMissing', { path: course.name })
        }
        members.push(await zip.add(course.name, stored.stream))
      }
      const manifest = {
        courses: courses.map(({ name, title }) => ({ file: name, title })),
        format: BUNDLE_FORMAT,
        members,
        version: FORMAT_VERSION,
      }
      await zip.add(MANIFEST, Buffer.from(JSON.stringify(manifest, null, 1)), { isText: true })
      size = await zip.end()
    } finally {
      await file.close()
    }
    await storage().put({ body: createReadStream(path), contentType: 'application/zip', key })

    return size
  })
