import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  FieldHook,
  PayloadRequest,
  TextFieldSingleValidation,
} from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { APIError, ValidationError } from 'payload'

import type { FileRow } from '@/domain/media/bytes'
import type { CaptionsFault } from '@/domain/media/webvtt'

import type { PackageFault } from '@/operations/media/scormPackage'
import type { UploadedFile } from '@/operations/media/uploadedFile'

import { uprightSize } from '@/adapters/images/upright'
import { drawSvg } from '@/adapters/images/svg'
import { LARGEST_READ, pageCount } from '@/adapters/pdf/pageCount'
import { ScannerAway } from '@/adapters/scanner/types'
import { storage } from '@/adapters/storage'
import { currentTenant } from '@/database/pool'
import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { fileTypeOf, namedAs, SIGNATURE_BYTES } from '@/domain/media/fileTypes'
import { mediaFolder } from '@/domain/media/keys'
import { withoutLocation } from '@/domain/media/location'
import { mp3Seconds } from '@/domain/media/mp3'
import { mp4Seconds } from '@/domain/media/mp4'
import { isSvg, LARGEST_SVG, SVG_PROLOGUE_BYTES } from '@/domain/media/svg'
import { captionsFault, LARGEST_CAPTIONS } from '@/domain/media/webvtt'
import { setApart } from '@/operations/media/arrivals'
import { isLocale } from '@/domain/tenancy/locales'
import { wasScanned } from '@/operations/media/arriving/adopt'
import { isScanned, virusInUpload } from '@/operations/media/viruses'
import { bytesOf, replaceBytes } from '@/operations/media/uploadedFile'
import { scormIn } from '@/operations/media/scormPackage'
import { storageLimit } from '@/operations/media/storageLimit'
import { reaction } from '@hooks/events/reaction'
import { within } from '@hooks/tenancy/limits'

type Given = { isPublic?: boolean | null; mimeType?: null | string }

/** Puts in the place of an SVG the picture it draws: a drawing can carry scripts, a picture cannot. */
const drawDrawing = async (file: UploadedFile): Promise<void> => {
  const { read, size } = bytesOf(file)
  const begin = Buffer.from(await read(0, SVG_PROLOGUE_BYTES)).toString('utf8')
  if (size > LARGEST_SVG || !isSvg(begin)) {
    return
  }
  const svg = Buffer.from(await read(0, size))
  const png = isSvg(svg.toString('utf8')) ? await drawSvg(svg) : null
  if (png) {
    await replaceBytes(file, png)
  }
}

/** Leaves out of an image where it was taken: covers and pictures are everybody's, a home is not. */
const dropLocation = async (file: UploadedFile): Promise<void> => {
  const { read, size } = bytesOf(file)
  const cleaned = withoutLocation(await read(0, size))
  if (cleaned) {
    await replaceBytes(file, Buffer.from(cleaned))
  }
}

const FAULTS: Record<'size' | CaptionsFault['code'], string> = {
  empty: 'The file has no captions.',
  header: 'A file of captions begins with WEBVTT.',
  order: 'This caption begins before the one above it.',
  size: 'A file of captions has at most 2 MB.',
  timing: 'This is no time of a caption, such as 00:01.000 --> 00:04.000.',
}

/** Refuses a file of captions that players could not follow, and says where. */
const requireCaptions = async (file: UploadedFile): Promise<void> => {
  const { read, size } = bytesOf(file)
  const fault =
    size > LARGEST_CAPTIONS
      ? ({ code: 'size', line: 1 } as const)
      : captionsFault(Buffer.from(await read(0, size)).toString('utf8'))
  if (fault) {
    throw new ValidationError({
      collection: 'media',
      errors: [{ message: `${FAULTS[fault.code]} (${fault.line})`, path: 'file' }],
    })
  }
}

const INFECTED = {
  en: 'This file holds a virus. It was put aside, and is shown to nobody.',
  he: 'בקובץ הזה יש וירוס. הוא הונח בצד, ואינו מוצג לאיש.',
  ru: 'В этом файле вирус. Он отложен и никому не показывается.',
}

/** Refuses what holds a virus, where something looks for any, puts it aside and tells its sender; 503 where the scanner does not answer. */
const requireClean = async (
  file: UploadedFile & { name: string },
  req: PayloadRequest,
): Promise<void> => {
  const signature = await virusInUpload(file).catch((error: unknown) => {
    throw error instanceof ScannerAway
      ? new APIError('The virus scanner does not answer. Try again later.', 503, { code: 'scannerAway' }, true)
      : error
  })
  if (signature) {
    const tenant = await currentTenant()
    if (tenant && req.user) {
      const account = String(req.user.id)
      await setApart({ account, file, filename: file.name, payload: req.payload, tenant, virus: signature })
    }
    const language = req.i18n?.language
    const said = INFECTED[isLocale(language) ? language : 'en']
    throw new ValidationError({
      collection: 'media',
      errors: [{ message: `${said} (${signature})`, path: 'file' }],
      req,
    })
  }
}

/** Takes a file for what its bytes say, not for what it is called; refuses what may not be uploaded. */
export const checkRealType: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { file } = req
  if (!file || !['create', 'update', 'updateByID'].includes(operation)) {
    return args
  }
  await drawDrawing(file)
  const type = fileTypeOf(await bytesOf(file).read(0, SIGNATURE_BYTES))
  if (!type) {
    throw new ValidationError({
      collection: 'media',
      errors: [{ message: 'Files of this kind cannot be uploaded.', path: 'file' }],
    })
  }
  if (isScanned(type) && !wasScanned(req)) {
    await requireClean(file, req)
  }
  if (type.startsWith('image/')) {
    await dropLocation(file)
  }
  if (type === 'text/vtt') {
    await requireCaptions(file)
  }
  file.mimetype = type
  file.name = namedAs(file.name, type)

  return args
}

/**
 * Has files of one name come one after the other within a school, until each is there: the second then sees that the name is
 * taken, and gets another. Runs after `checkRealType`, which may change the name, in Payload's transaction.
 */
export const nameInTurn: CollectionBeforeOperationHook = async ({ args, req }) => {
  const { file } = req
  if (file) {
    const name = `media:${await currentTenant()}:${file.name.toLowerCase()}`
    await row(req, sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
  }

  return args
}

/** Length in seconds, where the file tells it. */
const secondsOf = (file: UploadedFile & { mimetype: string }): null | Promise<null | number> => {
  if (file.mimetype === 'audio/mpeg') {
    return mp3Seconds(bytesOf(file))
  }

  return /\/mp4$/.test(file.mimetype) ? mp4Seconds(bytesOf(file)) : null
}

/** Pages of a PDF, where they can be told. */
const pagesOf = async (file: UploadedFile & { mimetype: string }): Promise<null | number> => {
  const { read, size } = bytesOf(file)

  return file.mimetype === 'application/pdf' && size <= LARGEST_READ
    ? pageCount(Buffer.from(await read(0, size)))
    : null
}

const REFUSALS: Record<PackageFault, string> = {
  archiveBomb: 'It would grow beyond measure when it is unpacked.',
  archiveLink: 'It holds a link in the place of a file.',
  archivePath: 'A file in it would lie outside of it.',
  packageBroken: 'Its imsmanifest.xml does not say which file it opens with.',
  packageEntities: 'Its imsmanifest.xml has a document type, which is not read.',
  packageParts: 'It has several parts. Upload a package for each of them.',
  packagePrograms: 'It holds programs, which have no place in a package.',
}

/** What a package of SCORM says of itself; refuses archives that are made to harm. */
const scormOf = async (file: UploadedFile & { mimetype: string }) => {
  const found = file.mimetype === 'application/zip' ? await scormIn(bytesOf(file)) : null
  if (typeof found === 'string') {
    throw new ValidationError({
      collection: 'media',
      errors: [{ message: `${REFUSALS[found]} (${found})`, path: 'file' }],
    })
  }

  return found
}

/** Fills in what the file itself tells: a new image is public and as large as it is seen, a film or a recording has a length, a document pages. */
export const describeFile: CollectionBeforeValidateHook = async ({ data, operation, req: { file } }) => {
  const given = data as (Given & Record<string, unknown>) | undefined
  if (!given || !file) {
    return data
  }
  const isImage = file.mimetype.startsWith('image/')
  const [duration, pages] = [await secondsOf(file), await pagesOf(file)]

  const { data: bytes, tempFilePath } = file
  const size = isImage ? await uprightSize(bytes.length > 0 ? bytes : (tempFilePath ?? bytes)) : null

  const scorm = await scormOf(file)
  const isPublic = (operation === 'create' && isImage) || given.isPublic

  return { ...given, ...size, duration, isPublic, pages, scorm }
}

/** Lets a school's files grow to its limit for storage. */
export const keepWithinStorage = within(storageLimit)

type Measured = Partial<FileRow> & {
  duration?: null | number
  height?: null | number
  thumbnailURL?: null | string
  width?: null | number
}

const measuresOf = (row: Measured | undefined) => ({
  duration: row?.duration,
  filesize: row?.filesize,
  height: row?.height,
  sizes: row?.sizes,
  thumbnailURL: null,
  width: row?.width,
})

/** How much a file takes is measured when it is uploaded, and stays so until another takes its place; what was made of the one before goes. */
export const keepMeasures: CollectionBeforeChangeHook<Measured & { id: string }> = ({
  data,
  operation,
  originalDoc,
  req: { file },
}) =>
  operation === 'update' && !file
    ? { ...data, ...measuresOf(originalDoc) }
    : { ...data, avif: null }

/** An image that visitors see says in words what it shows. */
export const requireAlt: TextFieldSingleValidation = (value, { data }) => {
  const { isPublic, mimeType } = data as Given

  return Boolean(value?.trim()) || !isPublic || !mimeType?.startsWith('image/') || 'Say in a few words what the image shows.'
}

/** A file stands in its school's folder, whatever the caller sent. */
export const ownFolder: FieldHook = ({ data, originalDoc }) => {
  const { tenant } = { ...(originalDoc as object), ...data } as { tenant?: string | { id: string } }

  return tenant ? idOf(tenant) : undefined
}

/** Takes a deleted row's files out of the storage, once the deletion stands. */
export const eraseFilesOnContentChanged = reaction({
  name: 'eraseFilesOnContentChanged',
  concerns: ({ collection }) => collection === 'media',
  on: 'content.changed',
  run: async ({ data: { id }, req, tenant }) => {
    const kept = await row(req, sql`select 1 from media where id = ${id}`)
    if (!kept) {
      await storage().deleteFolder(mediaFolder({ id, tenant }))
    }
  },
  transaction: false,
})
