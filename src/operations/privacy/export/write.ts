import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'

import type { PayloadRequest } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'
import type { PersonalPart } from '@/operations/identity/personalData'

import { indexPage, partPage } from '@/adapters/export/page'
import { storage } from '@/adapters/storage'
import { inTransaction } from '@/database/transaction'
import { MOST_EXPORTED_FILES } from '@/domain/privacy/dataExports'
import { withTempFile } from '@/operations/media/tempFile'
import { zipWriter } from '@/operations/media/zipFile'
import { PERSONAL_PARTS } from '@/operations/identity/personalData'

import type { PersonalFile } from './files'

import { personalFiles } from './files'
import { withPart } from './parts'

type Zip = ReturnType<typeof zipWriter>

type Given = {
  account: string
  /** Told after each part how many are written. */
  onPart: (done: number) => Promise<void>
  key: string
  locale: Locale
  req: PayloadRequest
  school: string
  tenant: string
}

const NAMES = Object.keys(PERSONAL_PARTS) as PersonalPart[]

/** Parts of which an archive is made: the data, and the files as one. */
export const EXPORT_PARTS = NAMES.length + 1

/**
 * Writes all that is kept of a person into one archive of the storage: `data/<part>.json`, the same to be read as
 * `html/<part>.html`, and their files. Neither rows nor files are held in memory. Answers its size in bytes.
 */
export const writeDataExport = (given: Given): Promise<number> =>
  withTempFile(async (path) => {
    const file = await open(path, 'w')
    let size: number
    try {
      const zip = zipWriter(file)
      const parts = await inTransaction(given.req, () => writeParts(zip, given))
      const stored = await writeFiles(zip, await personalFiles(given))
      const { locale, school } = given
      const page = indexPage({ ...stored, at: new Date(), locale, parts, school })
      await zip.add('index.html', Buffer.from(page), { isText: true })
      size = await zip.end()
    } finally {
      await file.close()
    }
    const body = createReadStream(path)
    await storage().put({ body, contentType: 'application/zip', key: given.key })

    return size
  })

const writeParts = async (zip: Zip, { account, locale, onPart, req, tenant }: Given) => {
  const parts: { count: number; name: PersonalPart }[] = []
  for (const name of NAMES) {
    let count = 0
    await withPart({ account, part: name, req, tenant }, async ({ read }) => {
      const counted = async function* () {
        for await (const one of read()) {
          count += 1
          yield `${count === 1 ? '[\n' : ',\n'}${JSON.stringify(one)}`
        }
        yield count === 0 ? '[]\n' : '\n]\n'
      }
      await zip.add(`data/${name}.json`, bytes(counted()), { isText: true })
      if (count > 0) {
        const page = partPage({ name, locale, rows: read() })
        await zip.add(`html/${name}.html`, bytes(page), { isText: true })
      }
    })
    parts.push({ name, count })
    await onPart(parts.length)
  }

  return parts
}

const bytes = (texts: AsyncIterable<string>): Readable =>
  Readable.from(
    (async function* () {
      for await (const text of texts) {
        yield Buffer.from(text)
      }
    })(),
  )

/** Puts the person's files in as long as there is room; a file that the storage has lost is passed over. */
const writeFiles = async (zip: Zip, all: readonly PersonalFile[]) => {
  const files: string[] = []
  const left: string[] = []
  let taken = 0
  for (const { name, key } of all) {
    const head = await storage().head(key)
    if (head && taken + head.size > MOST_EXPORTED_FILES) {
      left.push(name)
    } else if (head) {
      const found = await storage().get({ key })
      if (found) {
        taken += head.size
        await zip.add(name, found.stream)
        files.push(name)
      }
    }
  }

  return { files, left }
}
