import { sql } from '@payloadcms/db-postgres'
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'

import sharp from 'sharp'

import { pdfOf } from '@/test/factories/files'
import { testPayload } from '@/test/harness'
import { filmOf, SHORT_FILM } from '@/test/uploads/files'
import { openWeb, patch, uploadRoom, type UploadRoom } from '@/test/uploads/room'

const payload = testPayload()
let web: Awaited<ReturnType<typeof openWeb>>

beforeAll(async () => {
  web = await openWeb()
})
afterAll(() => web.close())

const MB = 1024 ** 2

const room = () => uploadRoom(payload(), web.port)

const sent = async ({ headOf, owner }: UploadRoom, name: string, bytes: Buffer) => {
  const begun = await owner.api('POST', 'uploads', { name, head: headOf(bytes), size: bytes.length })
  if (begun.status !== 201) {
    return begun
  }
  await patch(owner, begun.id, { body: bytes })

  return owner.api('POST', `uploads/${String(begun.id)}/finish`, {})
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  let crc = ~0
  for (const byte of body) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1
    }
  }
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(~crc >>> 0)

  return Buffer.concat([length, body, sum])
}

/** A PNG of 50,000 pixels a side in black and white: a few hundred kilobytes that would be gigabytes. */
const bomb = (): Buffer => {
  const side = 50_000
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8)

  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc((side / 8 + 1) * side))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const png = () => sharp({ create: { background: '#345', channels: 3, height: 40, width: 60 } }).png().toBuffer()

/** A disk with room for so much at a folder: a small one of its own where this process may mount it, else one that is full. */
const smallDisk = (folder: string, megabytes: number) => {
  mkdirSync(folder, { recursive: true })
  const mount = (options: string) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' })
  }
  try {
    mount(`size=${megabytes}m`)

    return {
      close: () => execFileSync('umount', [folder]),
      grow: () => mount('remount,size=64m'),
      isOwn: true,
      take: () => undefined,
    }
  } catch {
    const at = (id: string) => path.join(folder, id)
    const taken: string[] = []

    return {
      close: () => taken.forEach((id) => rmSync(at(id), { force: true })),
      grow: () => taken.forEach((id) => rmSync(at(id), { force: true })),
      isOwn: false,
      // The device that is always full stands where the file is to be written.
      take: (id: string) => {
        taken.push(id)
        symlinkSync('/dev/full', at(id))
      },
    }
  }
}

describe('files that are not what they are called', () => {
  it('are taken for what their bytes say', async () => {
    const here = await room()
    expect(await sent(here, 'film.mp4', await png())).toMatchObject({ state: 'done' })
    expect(await here.files()).toMatchObject([{ type: 'image/png', filename: 'film.png' }])
  })

  it('that are two things at once are the first alone, and never a page', async () => {
    const here = await room()
    const polyglot = Buffer.concat([await png(), Buffer.from('<script>alert(1)</script><?php x(); ?>')])
    expect(await sent(here, 'page.html', polyglot)).toMatchObject({ state: 'done' })
    const [file] = await here.files()
    expect(file).toMatchObject({ type: 'image/png', filename: 'page.png' })
    const archive = Buffer.from(pdfOf(1).toString('latin1').replace('xref', 'PK\u0003\u0004<html>\nxref'))
    expect(await sent(here, 'x.zip', archive)).toMatchObject({ state: 'done' })
    expect((await here.files()).map(({ type }) => type)).toEqual(['image/png', 'application/pdf'])
  })

  it('that are drawings with scripts become pictures without', async () => {
    const here = await room()
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" onload="alert(1)"><script>alert(1)</script><rect width="80" height="40" fill="#135"/></svg>',
    )
    expect(await sent(here, 'mark.svg', svg)).toMatchObject({ state: 'done' })
    expect(await here.files()).toMatchObject([{ type: 'image/png', filename: 'mark.png' }])
  })
})

describe('a picture that would fill the memory', () => {
  it('is refused with a word, and nothing of it stays', async () => {
    const here = await room()
    const bytes = bomb()
    expect(bytes.length).toBeLessThan(2 * MB)
    const before = process.memoryUsage.rss()
    const said = await sent(here, 'bomb.png', bytes)
    expect(said).toMatchObject({ media: null, state: 'refused' })
    expect(process.memoryUsage.rss() - before).toBeLessThan(700 * MB)
    expect(await here.files()).toEqual([])
  }, 60_000)
})

describe('a disk that is full', () => {
  it('answers 507, keeps what came, and takes the rest when there is room', async () => {
    const here = await room()
    const bytes = filmOf(8 * MB)
    const folder = path.join(process.env.UPLOADS_DIR ?? '', here.tenant, 'arriving')
    const disk = smallDisk(folder, 4)
    try {
      const { id } = await here.owner.api('POST', 'uploads', { name: 'a.mp4', head: here.headOf(bytes), size: bytes.length })
      disk.take(String(id))
      const said = await patch(here.owner, id, { body: bytes })
      expect([said?.status, JSON.parse(said?.body ?? '{}')]).toEqual([507, { code: 'noSpace' }])
      expect(await here.owner.api('GET', `uploads/${String(id)}`)).toMatchObject({ state: 'open' })
      expect(await here.files()).toEqual([])

      disk.grow()
      const head = await here.owner.tus({ method: 'HEAD', path: `/api/uploads/${String(id)}` })
      const offset = Number(head?.headers['upload-offset'])
      expect(offset).toBeGreaterThanOrEqual(disk.isOwn ? MB : 0)
      expect(offset).toBeLessThan(bytes.length)
      expect(await patch(here.owner, id, { body: bytes.subarray(offset), offset })).toMatchObject({ status: 204 })
      expect(await here.owner.api('POST', `uploads/${String(id)}/finish`, {})).toMatchObject({ state: 'done' })
      expect(await here.files()).toMatchObject([{ filesize: bytes.length }])
    } finally {
      disk.close()
    }
  }, 60_000)
})

describe('one file sent twice at once', () => {
  it('by one sender is one upload, which one of them writes', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM)
    const begun = await Promise.all(
      [1, 2].map(() =>
        here.owner.api('POST', 'uploads', { name: 'a.mp4', fingerprint: 'one', head: here.headOf(bytes), size: bytes.length }),
      ),
    )
    const [first] = begun
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1)
    await Promise.all([1, 2].map(() => patch(here.owner, first?.id, { body: bytes }).catch(() => null)))
    await Promise.all([1, 2].map(() => here.owner.api('POST', `uploads/${String(first?.id)}/finish`, {})))
    expect(await here.files()).toHaveLength(1)
  })

  it('by many senders at once is as many files with names of their own', async () => {
    const here = await room()
    const other = await here.as('ada', 'instructor')
    const bytes = filmOf(SHORT_FILM)
    const senders = Array.from({ length: 6 }, (_, at) => (at % 2 ? other : here.owner))
    const done = await Promise.all(
      senders.map(async (owner) => sent({ ...here, owner }, 'a.mp4', bytes)),
    )
    expect(done.map(({ state }) => state)).toEqual(senders.map(() => 'done'))
    expect(new Set((await here.files()).map(({ filename }) => filename)).size).toBe(senders.length)
    expect(await here.inSchool(sql`select id from incoming_files where state = 'done'`)).toHaveLength(
      senders.length,
    )
  })
})
