import type { Adapter } from '@payloadcms/plugin-cloud-storage/types'
import type { Config, Plugin } from 'payload'

import { cloudStoragePlugin } from '@payloadcms/plugin-cloud-storage'
import { createReadStream } from 'node:fs'
import { tmpdir } from 'node:os'

import { storage } from '@/adapters/storage'
import { idOf } from '@/domain/ids'
import { mediaKey } from '@/domain/media/keys'
import { adoptedFrom } from '@/operations/media/arriving/adopt'
import { serveMedia } from '@/operations/media/serveMedia'

type Row = { id: string; tenant: string | { id: string } }

const placeOf = (row: unknown, filename: string) => {
  const { id, tenant } = row as Row

  return { id, filename, tenant: idOf(tenant) }
}

/**
 * Puts uploads into our storage, disk or S3 alike. A key is made of the row's school and id, never of
 * what a client could have sent. Nothing is deleted here: files go after the row has gone for good.
 */
const adapter: Adapter = () => ({
  name: 'lectern',
  handleDelete: () => undefined,
  handleUpload: async ({ data, file, req }) => {
    const { buffer, filename, mimeType, tempFilePath } = file
    const from = tempFilePath ? adoptedFrom(req) : null
    if (from) {
      await storage().adopt({ contentType: mimeType, from, key: mediaKey(placeOf(data, filename)) })

      return
    }
    await storage().put({
      body: tempFilePath && buffer.length === 0 ? createReadStream(tempFilePath) : buffer,
      contentType: mimeType,
      key: mediaKey(placeOf(data, filename)),
    })
  },
  staticHandler: (req, { doc, params }) =>
    doc
      ? serveMedia({ media: placeOf(doc, params.filename), req })
      : Response.json({ code: 'notFound' }, { status: 404 }),
})

/** The largest upload, in bytes. */
const LARGEST = 1024 ** 3

/** The official storage plugin over our own adapter; large uploads pass through a temporary file. */
export const cloudStorage: Plugin = (config: Config) =>
  cloudStoragePlugin({ collections: { media: { adapter } } })({
    ...config,
    upload: {
      ...config.upload,
      abortOnLimit: true,
      limits: { ...config.upload?.limits, fileSize: LARGEST },
      tempFileDir: tmpdir(),
      useTempFiles: true,
    },
  })
