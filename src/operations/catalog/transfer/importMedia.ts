import { createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { PackedMedia } from '@/domain/catalog/transfer/packed'

import { inTransaction, row, rows } from '@/database/transaction'
import { storage } from '@/adapters/storage'
import { fileTypeOf } from '@/domain/media/fileTypes'
import { mediaFolder, mediaKey } from '@/domain/media/keys'
import { withoutLocation } from '@/domain/media/location'
import { mergeTexts } from '@/operations/translation/store'
import { withTempFile } from '@/operations/media/tempFile'

import type { Archive } from './archive'
import type { CourseFile } from './courseFile'

import { memberStream } from './archive'
import { refuse } from './refused'

type Given = {
  archive: Archive
  file: CourseFile
  /** The row of the course among those of its transfer, which remembers what was uploaded for it. */
  item: string
  req: PayloadRequest
  tenant: string
}

type Uploaded = Record<string, string>

/**
 * Uploads the files of a course, each in a transaction of its own, so that a worker that is killed goes on where it
 * was: those that are there already are not uploaded again. Answers ids by the files' names in the archive.
 */
export const importMedia = async (given: Given): Promise<Map<string, string>> => {
  const { file, item, req } = given
  for (const media of file.packed.media) {
    const known = await uploadedFor(req, item)
    if (!(media.ref in known)) {
      await upload(given, media)
    }
  }

  return new Map(Object.entries(await uploadedFor(req, item)))
}

const uploadedFor = async (req: PayloadRequest, item: string): Promise<Uploaded> =>
  (
    await row<{ media: null | Uploaded }>(
      req,
      sql`select media from course_transfer_items where id = ${item}`,
    )
  )?.media ?? {}

const upload = ({ archive, file, item, req, tenant }: Given, media: PackedMedia): Promise<void> =>
  withTempFile(async (path) => {
    const member = file.members.get(media.ref)
    if (!member) {
      throw refuse('fileMissing', { path: media.ref })
    }
    const bytes = await memberStream(archive, member.name, member.sha256)
    await pipeline(bytes, createWriteStream(path))
    const { size } = await stat(path)
    let made: null | string = null
    try {
      await inTransaction(req, async () => {
        const held = await row<{ media: null | Uploaded }>(
          req,
          sql`select media from course_transfer_items where id = ${item} for update`,
        )
        if (!held || (held.media && media.ref in held.media)) {
          return
        }
        made = await create({ media, path, req, size, tenant })
        await rows(
          req,
          sql`update course_transfer_items
              set media = coalesce(media, '{}'::jsonb) || jsonb_build_object(${media.ref}::text, ${made}::text)
              where id = ${item}`,
        )
        await translate({ id: made, file, media, req, tenant })
      })
    } catch (error) {
      // Its row is not there, so nothing else will ever take these bytes away.
      if (made) {
        await storage().deleteFolder(mediaFolder({ id: made, tenant }))
      }
      throw error
    }
  })

const create = async ({
  media: { alt, filename, isPublic, mimeType },
  path,
  req,
  size,
  tenant,
}: {
  media: PackedMedia
  path: string
  req: PayloadRequest
  size: number
  tenant: string
}): Promise<string> => {
  const image = mimeType.startsWith('image/') ? await imageIn(path) : null
  const {
    id,
    filename: name,
    isPublic: shown,
    mimeType: type,
  } = await req.payload.create({
    collection: 'media',
    // A new image is public, and a public one says what it shows.
    data: { alt: alt ?? filename.slice(0, 300), isPublic, tenant },
    depth: 0,
    file: {
      name: filename,
      data: Buffer.alloc(0),
      mimetype: mimeType,
      size,
      tempFilePath: path,
    },
    overrideAccess: true,
    req,
  })
  if (image && type && type === fileTypeOf(image)) {
    // Payload draws an image anew, a little worse each time: it is kept as it was.
    const key = mediaKey({ id, filename: name ?? filename, tenant })
    await storage().put({ body: image, contentType: type, key })
    await row(req, sql`update media set filesize = ${image.length} where id = ${id}`)
  }
  if (shown !== isPublic || !alt) {
    await row(
      req,
      sql`update media set is_public = ${isPublic}, alt = ${alt ?? null} where id = ${id}`,
    )
  }

  return id
}

/** An image as it may be kept: without where it was taken. */
const imageIn = async (path: string): Promise<Buffer> => {
  const bytes = await readFile(path)

  return Buffer.from(withoutLocation(bytes) ?? bytes)
}

const translate = async ({
  id,
  file: { packed },
  media: { ref },
  req,
  tenant,
}: Pick<Given, 'file' | 'req' | 'tenant'> & { id: string; media: PackedMedia }): Promise<void> => {
  for (const { locale, texts } of packed.translations.filter(({ of }) => of === ref)) {
    await mergeTexts({
      dropped: [],
      locale,
      req,
      subject: { id, collection: 'media' },
      tenant,
      texts: texts as Parameters<typeof mergeTexts>[0]['texts'],
    })
  }
}

/** Takes away the files that were uploaded for a course that is not taken after all. Runs in the caller's transaction. */
export const dropMedia = async (req: PayloadRequest, item: string): Promise<void> => {
  for (const id of Object.values(await uploadedFor(req, item))) {
    await req.payload.delete({ id, collection: 'media', overrideAccess: true, req })
  }
  await rows(req, sql`update course_transfer_items set media = null where id = ${item}`)
}
