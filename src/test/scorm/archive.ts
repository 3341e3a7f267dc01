import { crc32, deflateRawSync } from 'node:zlib'

/** A file for an archive; what is wrong with it can be said too. */
export type Filed = {
  attributes?: number
  content: Buffer | string
  flags?: number
  name: string
  /** Where its header is said to lie, in place of where it does. */
  offset?: number
  /** How large it is said to be unpacked. */
  size?: number
}

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)

  return bytes
}

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)

  return bytes
}

/** A ZIP archive (APPNOTE.TXT 6.3) of files, deflated. */
export const archiveOf = (files: readonly Filed[]): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, attributes = 0, content, flags = 0, offset, size } of files) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const called = Buffer.from(name)
    const common = Buffer.concat([
      u16(20),
      u16(flags),
      u16(8),
      u32(0),
      u32(crc32(bytes)),
      u32(packed.length),
      u32(size ?? bytes.length),
      u16(called.length),
      u16(0),
    ])
    const local = Buffer.concat([u32(0x04034b50), common, called, packed])
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16((3 << 8) | 20),
        common,
        u16(0),
        u16(0),
        u16(0),
        u32(attributes),
        u32(offset ?? at),
        called,
      ]),
    )
    parts.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)

  return Buffer.concat([
    ...parts,
    central,
    u32(0x06054b50),
    u32(0),
    u16(files.length),
    u16(files.length),
    u32(central.length),
    u32(at),
    u16(0),
  ])
}
