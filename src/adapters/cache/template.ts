import { constants, crc32, deflateRawSync } from 'node:zlib'

import { READER_PART } from '@/domain/pages/document'

/** The element made for what is one reader's, with all that stands in it. */
const PART = new RegExp(`(<${READER_PART}\\b[^>]*>)[\\s\\S]*?(?=</${READER_PART}>)`)

/** Where any other page takes it up: the head is read before any script of the page runs. */
const HEAD = '</head>'

const SHARED = /\bdata-shared="([^"]*)"/

const ENTITIES: Readonly<Record<string, string>> = {
  '&#x27;': "'",
  '&amp;': '&',
  '&gt;': '>',
  '&lt;': '<',
  '&quot;': '"',
}

/** The text of an attribute as React wrote it. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#x27|amp|gt|lt|quot);/g, (entity) => ENTITIES[entity] ?? entity)

/** The two sides of the place for what is one reader's; throws where the page has none. */
const around = (html: string): { after: string; before: string; shared: object } => {
  const part = PART.exec(html)
  const at = part ? part.index + (part[1]?.length ?? 0) : html.indexOf(HEAD)
  if (at < 0) {
    throw new Error('A page without a head is no template.')
  }
  const [, json = '{}'] = SHARED.exec(part?.[1] ?? '') ?? []

  return {
    after: html.slice(part ? part.index + part[0].length : at),
    before: html.slice(0, at),
    shared: JSON.parse(unescaped(json)) as object,
  }
}

/** The start of a gzip stream without name or time (RFC 1952, 2.3). */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

/** Deflates a part so that another may follow it. */
const openEnded = (part: Buffer): Buffer =>
  deflateRawSync(part, { finishFlush: constants.Z_FULL_FLUSH })

/** A script that runs nothing and carries data, where `readerData` of a browser finds it under `id`. */
export const dataScript = (id: string, data: unknown): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`

/**
 * A page that is the same for all its readers but for one place. What stands around that place is
 * compressed once; `with` compresses what goes in and joins the three.
 */
export class Template {
  readonly #after: Buffer
  readonly #before: Buffer
  readonly #crcBefore: number
  readonly #deflatedAfter: Buffer
  readonly #deflatedBefore: Buffer

  /** What all readers of its part share, as the page says it. */
  readonly shared: object

  /** Throws where the page has no head. */
  constructor(page: Buffer) {
    const { after, before, shared } = around(page.toString())
    this.shared = shared
    this.#before = Buffer.from(before)
    this.#after = Buffer.from(after)
    this.#crcBefore = crc32(this.#before)
    this.#deflatedBefore = openEnded(this.#before)
    this.#deflatedAfter = deflateRawSync(this.#after)
  }

  /** What it takes in memory. */
  get bytes(): number {
    return [this.#after, this.#before, this.#deflatedAfter, this.#deflatedBefore].reduce(
      (sum, { length }) => sum + length,
      0,
    )
  }

  /** The page with HTML in its place. */
  with({ encoding, html }: { encoding: 'gzip' | 'identity'; html: string }): Buffer {
    const part = Buffer.from(html)
    if (encoding === 'identity') {
      return Buffer.concat([this.#before, part, this.#after])
    }
    const trailer = Buffer.alloc(8)
    trailer.writeUInt32LE(crc32(this.#after, crc32(part, this.#crcBefore)))
    trailer.writeUInt32LE(this.#before.length + part.length + this.#after.length, 4)

    return Buffer.concat([
      GZIP_HEADER,
      this.#deflatedBefore,
      openEnded(part),
      this.#deflatedAfter,
      trailer,
    ])
  }
}
