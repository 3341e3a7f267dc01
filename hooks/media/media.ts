import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  FieldHook,
  TextFieldSingleValidation,
} from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { FileRow } from '@/domain/media/bytes'

import { storage } from '@/adapters/storage'
import { refusalSentence } from '@/adapters/uploads/refusals'
import { currentTenant } from '@/database/pool'
import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { mediaFolder } from '@/domain/media/keys'
import { storageLimit } from '@/operations/media/storageLimit'
import { reaction } from '@hooks/events/reaction'
import { within } from '@hooks/tenancy/limits'

type Given = { isPublic?: boolean | null; mimeType?: null | string }

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
export const requireAlt: TextFieldSingleValidation = (value, { data, req }) => {
  const { isPublic, mimeType } = data as Given

  return Boolean(value?.trim()) || !isPublic || !mimeType?.startsWith('image/') || refusalSentence({ code: 'altMissing', language: req.i18n.language })
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
