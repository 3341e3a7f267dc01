import { constants, crc32, deflateRawSync } from 'node:zlib'

/** Where a page takes up what is one reader's: the head is read before any script of the page runs. */
const PLACE = '</head>'

/** The start of a gzip stream without name or time (RFC 1952, 2.3). */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

/** Deflates a part so that another may follow it. */
const openEnded = (part: Buffer): Buffer =>
  deflateRawSync(part, { finishFlush: constants.Z_FULL_FLUSH })

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

  /** Throws where the page has no head. */
  constructor(html: Buffer) {
    const at = html.indexOf(PLACE)
    if (at < 0) {
      throw new Error('A page without a head is no template.')
    }
    this.#before = html.subarray(0, at)
    this.#after = html.subarray(at)
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

  /** The page with `data` in it, where `dataIn` of a browser finds it under `id`. */
  with({
    id,
    data,
    encoding,
  }: {
    data: unknown
    encoding: 'gzip' | 'identity'
    id: string
  }): Buffer {
    const json = JSON.stringify(data).replaceAll('<', '\\u003c')
    const part = Buffer.from(`<script type="application/json" id="${id}">${json}</script>`)
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
