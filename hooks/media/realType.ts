import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import { APIError } from 'payload'

import type { FileRefusal } from '@/adapters/uploads/refusals'
import type { CaptionsFault } from '@/domain/media/webvtt'
import type { UploadedFile } from '@/operations/media/uploadedFile'

import { drawSvg } from '@/adapters/images/svg'
import { ScannerAway } from '@/adapters/scanner/types'
import { refusalSentence } from '@/adapters/uploads/refusals'
import { currentTenant } from '@/database/pool'
import { fileTypeOf, namedAs, SIGNATURE_BYTES } from '@/domain/media/fileTypes'
import { withoutLocation } from '@/domain/media/location'
import { isSvg, LARGEST_SVG, SVG_PROLOGUE_BYTES } from '@/domain/media/svg'
import { captionsFault, LARGEST_CAPTIONS } from '@/domain/media/webvtt'
import { setApart } from '@/operations/media/arrivals'
import { wasScanned } from '@/operations/media/arriving/adopt'
import { bytesOf, replaceBytes } from '@/operations/media/uploadedFile'
import { isScanned, virusInUpload } from '@/operations/media/viruses'
import { refuseFile } from '@hooks/media/refuseFile'

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

const FAULTS = {
  empty: 'captionsEmpty',
  header: 'captionsHeader',
  order: 'captionsOrder',
  timing: 'captionsTiming',
} as const satisfies Record<CaptionsFault['code'], FileRefusal>

/** Refuses a file of captions that players could not follow, and says where. */
const requireCaptions = async (file: UploadedFile, req: PayloadRequest): Promise<void> => {
  const { read, size } = bytesOf(file)
  if (size > LARGEST_CAPTIONS) {
    refuseFile(req, 'captionsTooLarge')
  }
  const fault = captionsFault(Buffer.from(await read(0, size)).toString('utf8'))
  if (fault) {
    refuseFile(req, FAULTS[fault.code], { detail: String(fault.line) })
  }
}

/** Refuses what holds a virus, where something looks for any, puts it aside and tells its sender; 503 where the scanner does not answer. */
const requireClean = async (
  file: UploadedFile & { name: string },
  req: PayloadRequest,
): Promise<void> => {
  const signature = await virusInUpload(file).catch((error: unknown) => {
    const code = 'scannerAway'
    throw error instanceof ScannerAway
      ? new APIError(refusalSentence({ code, language: req.i18n.language }), 503, { code }, true)
      : error
  })
  if (signature) {
    const tenant = await currentTenant()
    if (tenant && req.user) {
      const account = String(req.user.id)
      await setApart({ account, file, filename: file.name, payload: req.payload, tenant, virus: signature })
    }
    refuseFile(req, 'fileInfected', { detail: signature })
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
    return refuseFile(req, 'fileNotAccepted')
  }
  if (isScanned(type) && !wasScanned(req)) {
    await requireClean(file, req)
  }
  if (type.startsWith('image/')) {
    await dropLocation(file)
  }
  if (type === 'text/vtt') {
    await requireCaptions(file, req)
  }
  file.mimetype = type
  file.name = namedAs(file.name, type)

  return args
}
