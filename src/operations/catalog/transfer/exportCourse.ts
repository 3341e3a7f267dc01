import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

import type { PayloadRequest } from 'payload'

import type { Added } from '@/operations/media/zipFile'

import { storage } from '@/adapters/storage'
import { MOST_FILE_BYTES } from '@/domain/catalog/transfer/job'
import { packCourse } from '@/domain/catalog/transfer/pack'
import { COURSE_FORMAT, FORMAT_VERSION } from '@/domain/catalog/transfer/packed'
import { mediaKey } from '@/domain/media/keys'
import { zipWriter } from '@/operations/media/zipFile'
import { withTempFile } from '@/operations/media/tempFile'

import { MANIFEST } from './manifest'
import { readCourse } from './read'
import { refuse } from './refused'

type Given = { course: string; key: string; req: PayloadRequest; tenant: string }

/**
 * Writes a course with all that belongs to it into one file of the storage, under `key`; answers its size. Refused
 * where the course is gone, a file of it cannot be found, or all of them come to more than a file may have.
 */
export const exportCourse = async ({ course, key, req, tenant }: Given): Promise<number> => {
  const whole = await readCourse({ course, req })
  if (!whole) {
    throw refuse('courseGone')
  }
  const { files, packed } = packCourse(whole)

  return withTempFile(async (path) => {
    const file = await open(path, 'w')
    let size: number
    try {
      const zip = zipWriter(file)
      const members: Added[] = []
      const put = async (...given: Parameters<typeof zip.add>): Promise<Added> => {
        const added = await zip.add(...given)
        members.push(added)

        return added
      }
      const putJson = (name: string, value: object) =>
        put(name, Buffer.from(JSON.stringify(value, null, 1)), { isText: true })
      const media = []
      for (const one of packed.media) {
        const row = whole.media.find(({ id }) => id === files.get(one.ref))
        const name = `media/${one.ref}${endingOf(one.filename)}`
        const stored = row && (await storage().get({ key: mediaKey({ ...row, tenant }) }))
        if (!stored) {
          throw refuse('fileMissing', { path: one.filename })
        }
        requireRoom(members, stored.size)
        await put(name, stored.stream)
        media.push({ ...one, file: name })
      }
      const { slug, categories, course: fields, prerequisites } = packed
      await putJson('course.json', { slug, categories, fields, prerequisites })
      await putJson('sections.json', packed.sections)
      await putJson('quizzes.json', packed.quizzes)
      await putJson('bank.json', packed.bank)
      await putJson('translations.json', packed.translations)
      await putJson('media.json', media)
      const title = textOf(packed.course.title)
      const manifest = { format: COURSE_FORMAT, members, title, version: FORMAT_VERSION }
      await zip.add(MANIFEST, Buffer.from(JSON.stringify(manifest, null, 1)), { isText: true })
      size = await zip.end()
    } finally {
      await file.close()
    }
    await storage().put({ body: createReadStream(path), contentType: 'application/zip', key })

    return size
  })
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const endingOf = (filename: string): string =>
  /\.[a-z\d]{1,8}$/i.exec(filename)?.[0].toLowerCase() ?? ''

/** Bytes left for texts beside the media of a course. */
const ROOM_FOR_TEXTS = 64 * 1024 * 1024

const requireRoom = (members: readonly Added[], more: number): void => {
  const taken = members.reduce((sum, { size }) => sum + size, more)
  if (taken > MOST_FILE_BYTES - ROOM_FOR_TEXTS) {
    throw refuse('archiveTooLarge')
  }
}
