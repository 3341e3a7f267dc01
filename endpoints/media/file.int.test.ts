import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'

import sharp from 'sharp'

import { storage } from '@/adapters/storage'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { mediaKey } from '@/domain/media/keys'
import { factories } from '@/test/factories'
import { requestOf, settle, testPayload } from '@/test/harness'

import { mediaFile } from './file'

const payload = testPayload()

const COVER = readFileSync('media/seed/cover-arcs.webp')
const FILM = readFileSync('media/seed/lesson-he.mp4')

type Upload = { alt?: string; data: Buffer; isPublic?: boolean; name: string; prefix?: string }
type Stored = {
  duration?: null | number
  filename: string
  filesize: number
  id: string
  isPublic: boolean
  mimeType: string
  prefix: string
  sizes: Record<'large' | 'medium' | 'small', { filename: null | string; width: null | number }>
  url: string
}

const upload = async ({ name, data, tenant, ...given }: { tenant: string } & Upload): Promise<Stored> =>
  asTenant(tenant, async () =>
    payload().create({
      collection: 'media',
      data: { alt: 'A pattern', ...given, tenant },
      depth: 0,
      file: { name, data, mimetype: 'application/octet-stream', size: data.length },
      overrideAccess: true,
      req: await requestOf(),
    }),
  ) as unknown as Promise<Stored>

type Ask = { headers?: Record<string, string>; name: string; prefix?: string; tenant: string; user?: { id: string }; version?: string }

const ask = ({ name, headers, prefix, tenant, user, version }: Ask): Promise<Response> =>
  asTenant(tenant, async () =>
    mediaFile.handler(
      Object.assign(await requestOf(user), {
        headers: new Headers(headers),
        method: 'GET',
        routeParams: { filename: name },
        searchParams: new URLSearchParams({ ...(prefix && { prefix }), ...(version && { v: version }) }),
      }) as PayloadRequest,
    ),
  )

const school = async () => (await factories(payload()).tenant()).id

describe('an upload', () => {
  it('is kept under its school and row, in responsive sizes, whatever the caller says of its place', async () => {
    const tenant = await school()
    const other = await school()
    const stored = await upload({ name: 'cover.webp', data: COVER, prefix: other, tenant })
    const names = [stored.filename, ...Object.values(stored.sizes).map(({ filename }) => filename)]
    const heads = await Promise.all(
      names.map((filename) => storage().head(mediaKey({ id: stored.id, filename: filename ?? '-', tenant }))),
    )

    expect(stored).toMatchObject({ isPublic: true, mimeType: 'image/webp', prefix: tenant })
    expect(Object.values(stored.sizes).map(({ width }) => width)).toEqual([480, 960, 1600])
    expect(heads.map((head) => head?.contentType)).toEqual(Array(4).fill('image/webp'))
  })

  it('is taken for what its bytes say, and a film knows its length', async () => {
    const tenant = await school()
    const film = await upload({ name: 'innocent.png', data: FILM, tenant })

    expect(film).toMatchObject({ filename: 'innocent.mp4', isPublic: false, mimeType: 'video/mp4' })
    expect(film.duration).toBeCloseTo(30, 0)
  })

  it('keeps the original and its sizes without the place where it was taken', async () => {
    const tenant = await school()
    const data = await sharp(COVER)
      .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '59/1 54/1 2718/100', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer()
    const { id, filename, sizes } = await upload({ name: 'home.jpg', data, tenant })
    const exifOf = async (name: null | string) => {
      const file = await storage().get({ key: mediaKey({ id, filename: name ?? "-", tenant }) })

      return (await sharp(file ? await buffer(file.stream) : undefined).metadata()).exif
    }
    const place = Buffer.from([0x9e, 0x0a, 0, 0])

    expect(data.includes(place)).toBe(true)
    expect((await exifOf(filename))?.includes(place)).toBe(false)
    expect((await exifOf(filename))?.includes('Somebody')).toBe(true)
    expect(await exifOf(sizes.small.filename)).toBeUndefined()
  })

  it('reaches the storage from a temporary file too, as large ones come', async () => {
    const tenant = await school()
    const tempFilePath = path.join(mkdtempSync(path.join(tmpdir(), 'lectern-upload-')), 'film')
    writeFileSync(tempFilePath, FILM)
    const file = { name: 'film.mp4', data: Buffer.alloc(0), mimetype: 'video/mp4', size: FILM.length, tempFilePath }
    const film = (await asTenant(tenant, async () =>
      payload().create({
        collection: 'media',
        data: { tenant },
        depth: 0,
        file,
        overrideAccess: true,
        req: await requestOf(),
      }),
    )) as unknown as Stored
    const head = await storage().head(mediaKey({ id: film.id, filename: film.filename, tenant }))

    expect(film.duration).toBeCloseTo(30, 0)
    expect(head).toMatchObject({ contentType: 'video/mp4', size: FILM.length })
  })

  it('is refused when it is nothing that may be uploaded, or a public image without words', async () => {
    const tenant = await school()
    const html = Buffer.from('<html><script>alert(1)</script></html>')

    await expect(upload({ name: 'film.mp4', data: html, tenant })).rejects.toThrow()
    await expect(upload({ name: 'cover.webp', alt: ' ', data: COVER, tenant })).rejects.toThrow()
    expect(
      await asTenant(tenant, async () => rows(await requestOf(), sql`select id from media`)),
    ).toEqual([])
  })

  it('gets a name of its own beside another of the same name, and may be called as one elsewhere', async () => {
    const tenant = await school()
    const [first, second] = [
      await upload({ name: 'cover.webp', data: COVER, tenant }),
      await upload({ name: 'cover.webp', data: COVER, tenant }),
    ]
    const elsewhere = await upload({ name: 'cover.webp', data: COVER, tenant: await school() })

    expect(second.filename).not.toBe(first.filename)
    expect(elsewhere.filename).toBe(first.filename)
  })

  it('takes its files along when it is deleted', async () => {
    const tenant = await school()
    const stored = await upload({ name: 'cover.webp', data: COVER, tenant })
    const key = mediaKey({ id: stored.id, filename: stored.filename, tenant })
    await asTenant(tenant, async () =>
      payload().delete({ id: stored.id, collection: 'media', overrideAccess: true, req: await requestOf() }),
    )

    expect(await storage().head(key)).not.toBeNull()
    await settle()
    expect(await storage().head(key)).toBeNull()
  })
})

describe('GET /api/media/file/:filename', () => {
  it('serves a public file to everybody, whole, in parts and by etag', async () => {
    const tenant = await school()
    const { filename: name, filesize } = await upload({ name: 'cover.webp', data: COVER, tenant })
    const whole = await ask({ name, tenant })
    const part = await ask({ name, headers: { range: 'bytes=0-3' }, tenant })

    expect(whole.status).toBe(200)
    expect(whole.headers.get('cache-control')).toContain('public')
    expect((await whole.arrayBuffer()).byteLength).toBe(filesize)
    expect(part.status).toBe(206)
    expect(await part.text()).toBe('RIFF')
    const etag = whole.headers.get('etag') ?? ''
    expect((await ask({ name, headers: { 'if-none-match': etag }, tenant })).status).toBe(304)
    expect((await ask({ name, headers: { range: 'bytes=99999999-' }, tenant })).status).toBe(416)
  })

  it('may be kept for good under the address of its version, and is asked again under any other', async () => {
    const tenant = await school()
    const { id, url } = await upload({ name: 'cover.webp', data: COVER, tenant })
    const keptFor = async (address: string) => {
      const { pathname, searchParams } = new URL(address, 'http://school.test')
      const name = pathname.split('/').at(-1) ?? ''
      const answer = await ask({ name, tenant, version: searchParams.get('v') ?? '' })

      return answer.headers.get('cache-control')
    }
    expect(await keptFor(url)).toBe('public, max-age=31536000, immutable')
    expect(await keptFor('/api/media/file/cover.webp')).toBe('public, max-age=0, must-revalidate')

    const changed = (await asTenant(tenant, async () =>
      payload().update({
        id,
        collection: 'media',
        data: { alt: 'Another pattern' },
        depth: 0,
        overrideAccess: true,
        req: await requestOf(),
      }),
    )) as unknown as Stored
    expect(changed.url).not.toBe(url)
    expect(await keptFor(url)).toBe('public, max-age=0, must-revalidate')
    expect(await keptFor(changed.url)).toContain('immutable')
  })

  it('serves a protected file to staff alone', async () => {
    const tenant = await school()
    const make = factories(payload())
    const { filename: name } = await upload({ name: 'film.mp4', data: FILM, tenant })
    const student = await make.user({ tenant })
    const instructor = await make.user({ roles: ['instructor'], tenant })
    const forStaff = await ask({ name, tenant, user: instructor })

    expect((await ask({ name, tenant })).status).toBe(404)
    expect((await ask({ name, tenant, user: student })).status).toBe(404)
    expect(forStaff.status).toBe(200)
    expect(forStaff.headers.get('cache-control')).toBe('private, no-cache')
    await forStaff.body?.cancel()
  })

  it('knows nothing of another school’s files, public or not', async () => {
    const tenant = await school()
    const { filename: name } = await upload({ name: 'only-here.webp', data: COVER, tenant })
    const other = await school()

    expect((await ask({ name, tenant: other })).status).toBe(404)
    expect((await ask({ name, prefix: tenant, tenant: other })).status).toBe(404)
    expect((await ask({ name: '../../etc/passwd', tenant })).status).toBe(404)
    expect((await ask({ name: 'never.webp', tenant })).status).toBe(404)
  })
})
