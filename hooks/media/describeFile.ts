import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import type { UploadedFile } from '@/operations/media/uploadedFile'

import { uprightSize } from '@/adapters/images/upright'
import { LARGEST_READ, pageCount } from '@/adapters/pdf/pageCount'
import { mp3Seconds } from '@/domain/media/mp3'
import { mp4Seconds } from '@/domain/media/mp4'
import { scormIn } from '@/operations/media/scormPackage'
import { bytesOf } from '@/operations/media/uploadedFile'
import { refuseFile } from '@hooks/media/refuseFile'

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

/** What a package of SCORM says of itself; refuses archives that are made to harm. */
const scormOf = async (file: UploadedFile & { mimetype: string }, req: PayloadRequest) => {
  const found = file.mimetype === 'application/zip' ? await scormIn(bytesOf(file)) : null

  return typeof found === 'string' ? refuseFile(req, found) : found
}

/** Fills in what the file itself tells: a new image is public and as large as it is seen, a film or a recording has a length, a document pages. */
export const describeFile: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  const given = data as ({ isPublic?: boolean | null } & Record<string, unknown>) | undefined
  const { file } = req
  if (!given || !file) {
    return data
  }
  const isImage = file.mimetype.startsWith('image/')
  const [duration, pages] = [await secondsOf(file), await pagesOf(file)]

  const { data: bytes, tempFilePath } = file
  const size = isImage ? await uprightSize(bytes.length > 0 ? bytes : (tempFilePath ?? bytes)) : null

  const scorm = await scormOf(file, req)
  const isPublic = (operation === 'create' && isImage) || given.isPublic

  return { ...given, ...size, duration, isPublic, pages, scorm }
}
