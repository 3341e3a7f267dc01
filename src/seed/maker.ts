import type { PayloadRequest } from 'payload'

import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { Config } from '@payload-types'

type Slug = keyof Config['collections']
/** Makes a row of the school, with a file of `media/seed` where one is named; answers its id. */
export type Make = <S extends Slug>(
  collection: S,
  data: Record<string, unknown>,
  file?: { alt: string; name: string },
) => Promise<string>

const TYPES: Record<string, string> = {
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
  '.webp': 'image/webp',
}

/** Makes rows of one school, in the request's transaction. */
export const maker =
  ({ req, tenant }: { req: PayloadRequest; tenant: string }): Make =>
  async (collection, data, file) => {
    const name = file?.name ?? ''
    const bytes = file ? await readFile(path.resolve('media/seed', name)) : undefined
    const { id } = await req.payload.create({
      collection,
      data: { ...data, ...(file && { alt: file.alt }), tenant } as never,
      depth: 0,
      file: bytes && {
        name,
        data: bytes,
        mimetype: TYPES[path.extname(name)] ?? '',
        size: bytes.length,
      },
      overrideAccess: true,
      req,
    })

    return String(id)
  }
