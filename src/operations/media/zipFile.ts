import type { FileHandle } from 'node:fs/promises'
import type { Duplex } from 'node:stream'

import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

import { CENTRAL, CENTRAL_SIZE, END, END_SIZE, LOCAL_SIZE } from '@/domain/media/zip'

/** What was put into an archive: its bytes before packing, and their SHA-256 in hexadecimal. */
export type Added = { name: string; sha256: string; size: number }

type Entry = Added & { crc: number; isDeflated: boolean; offset: number; packed: number }

/** APPNOTE.TXT 6.3, 4.3.7: the signature of a file's own header. */
const LOCAL = 0x04034b50

/** Version 2.0 of the format, which knows deflating; names are UTF-8 (bit 11); 1 January 1980, so that equal files are equal archives. */
const VERSION = 20
const UTF8 = 0x0800
const FIRST_DAY = 0x0021

const DEFLATED = 8

const header = (
  signature: number,
  size: number,
  { name, crc, isDeflated, packed, size: unpacked }: Omit<Entry, 'offset' | 'sha256'>,
): Buffer => {
  const label = Buffer.from(name)
  const bytes = Buffer.alloc(size)
  const shift = signature === CENTRAL ? 2 : 0
  bytes.writeUInt32LE(signature, 0)
  bytes.writeUInt16LE(VERSION, 4)
  bytes.writeUInt16LE(VERSION, 4 + shift)
  bytes.writeUInt16LE(UTF8, 6 + shift)
  bytes.writeUInt16LE(isDeflated ? DEFLATED : 0, 8 + shift)
  bytes.writeUInt16LE(FIRST_DAY, 12 + shift)
  bytes.writeUInt32LE(crc, 14 + shift)
  bytes.writeUInt32LE(packed, 18 + shift)
  bytes.writeUInt32LE(unpacked, 22 + shift)
  bytes.writeUInt16LE(label.length, 26 + shift)

  return Buffer.concat([bytes, label])
}

const centralHeader = (entry: Entry): Buffer => {
  const bytes = header(CENTRAL, CENTRAL_SIZE, entry)
  bytes.writeUInt32LE(entry.offset, 42)

  return bytes
}

const endOf = (count: number, size: number, offset: number): Buffer => {
  const bytes = Buffer.alloc(END_SIZE)
  bytes.writeUInt32LE(END, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(offset, 16)

  return bytes
}

/**
 * Writes a ZIP archive into an open, empty file, one file after the other, whatever their size. Archives beyond
 * 4 GB or 65,535 files are not written right: callers stay far below.
 */
export const zipWriter = (file: FileHandle) => {
  const entries: Entry[] = []
  let at = 0
  const write = async (bytes: Uint8Array, position = at): Promise<void> => {
    await file.write(bytes, 0, bytes.length, position)
    at = Math.max(at, position + bytes.length)
  }

  return {
    /** Puts a file into the archive: what is packed already stays as it is, `isText` is deflated. */
    add: async (
      name: string,
      content: Buffer | Readable,
      { isText = false }: { isText?: boolean } = {},
    ): Promise<Added> => {
      const entry = { name, crc: 0, isDeflated: isText, offset: at, packed: 0, sha256: '', size: 0 }
      at += LOCAL_SIZE + Buffer.byteLength(name)
      const begin = at
      const digest = createHash('sha256')
      const source = async function* () {
        for await (const part of Buffer.isBuffer(content) ? [content] : content) {
          const bytes = part as Buffer
          digest.update(bytes)
          entry.crc = crc32(bytes, entry.crc)
          entry.size += bytes.length
          yield bytes
        }
      }
      const stream = Readable.from(source())
      for await (const part of isText ? deflated(stream) : stream) {
        await write(part as Buffer)
      }
      entry.packed = at - begin
      entry.sha256 = digest.digest('hex')
      await write(header(LOCAL, LOCAL_SIZE, entry), entry.offset)
      entries.push(entry)

      return { name, sha256: entry.sha256, size: entry.size }
    },
    /** Writes the directory; answers the size of the archive. */
    end: async (): Promise<number> => {
      const offset = at
      for (const entry of entries) {
        await write(centralHeader(entry))
      }
      await write(endOf(entries.length, at - offset, offset))

      return at
    },
  }
}

const deflated = (source: Readable): Duplex => {
  const packer = createDeflateRaw()
  pipeline(source, packer, () => undefined)

  return packer
}
