import type { PayloadRequest } from 'payload'

import { jest } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import sharp from 'sharp'

import type { Avif } from '@/domain/media/avif'

import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { mediaKey } from '@/domain/media/keys'
import { pictureOf } from '@/domain/media/pictures'
import { courseCards } from '@/operations/catalog/courseCards'
import { factories } from '@/test/factories'
import { requestOf, settle, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'
import { mediaFile } from '@endpoints/media/file'

import { makeAvif, makeMissingAvif } from './avif'

const payload = testPayload()

/** Something like a photograph: soft light with a little grain. */
const photo = (width: number, height: number, hue = 30) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
        <radialGradient id="g"><stop stop-color="hsl(${hue} 60% 70%)"/><stop offset="1" stop-color="#123"/></radialGradient></defs>
        <rect width="100%" height="100%" fill="url(#g)"/></svg>`,
    ),
  ).composite([
    {
      blend: 'soft-light',
      input: {
        create: {
          background: '#000',
          channels: 3,
          height,
          noise: { type: 'gaussian', mean: 128, sigma: 12 },
          width,
        },
      },
    },
  ])

const upload = (tenant: string, data: Buffer, given: object = {}) =>
  asTenant(tenant, async () =>
    payload().create({
      collection: 'media',
      data: { alt: 'A lamp', ...given, tenant },
      depth: 0,
      file: { name: 'lamp.jpg', data, mimetype: 'image/jpeg', size: data.length },
      overrideAccess: true,
      req: await requestOf(),
    }),
  )

const school = async () => (await factories(payload()).tenant()).id

const avifOf = (tenant: string, id: string): Promise<Avif | null> =>
  asTenant(tenant, async () => {
    const found = await row<{ avif: Avif | null }>(
      await requestOf(),
      sql`select avif from media where id = ${id}`,
    )

    return found?.avif ?? null
  })

const ask = (tenant: string, name: string, user?: { id: string }, version = ''): Promise<Response> =>
  asTenant(tenant, async () =>
    mediaFile.handler(
      Object.assign(await requestOf(user), {
        headers: new Headers(),
        method: 'GET',
        routeParams: { filename: name },
        searchParams: new URLSearchParams(version ? { v: version } : {}),
      }) as PayloadRequest,
    ),
  )

const make = (tenant: string, id: string) =>
  asTenant(tenant, async () => makeAvif({ id, req: await requestOf(), tenant }))

describe('an image', () => {
  it('is made in AVIF after its upload, upright, smaller than WebP, and without what the camera wrote', async () => {
    const tenant = await school()
    const data = await photo(1200, 2000)
      .jpeg()
      .withExif({ IFD0: { Model: 'Camera' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const image = await upload(tenant, data)
    expect(await avifOf(tenant, image.id)).toBeNull()
    await settle()
    const { sources } = (await avifOf(tenant, image.id)) ?? { sources: [] }

    expect(sources.map(({ width }) => width)).toEqual([480, 960, 1600])
    for (const { filename, filesize, width } of sources) {
      const answer = await ask(tenant, filename)
      const bytes = Buffer.from(await answer.arrayBuffer())
      const drawn = await sharp(bytes).metadata()

      expect(answer.headers.get('content-type')).toBe('image/avif')
      expect(bytes).toHaveLength(filesize)
      expect(drawn).toMatchObject({ compression: 'av1', height: width * 0.6, width })
      expect(drawn.exif).toBeUndefined()
    }
    const webp = [image.sizes?.small, image.sizes?.medium]
    webp.forEach((one, at) => {
      expect(sources[at]?.filesize).toBeLessThan(one?.filesize ?? 0)
    })
    expect(image).toMatchObject({ height: 1200, width: 2000 })
  })

  it('is shown in AVIF first, at an address that may be kept for good, and by no statement more', async () => {
    const tenant = await school()
    const cover = await upload(tenant, await photo(1000, 600).jpeg().toBuffer())
    await factories(payload()).course({ cover: cover.id, tenant })
    const cards = () =>
      asTenant(tenant, async () => courseCards({ limit: 1, req: await requestOf() }))
    expect((await cards())[0]?.cover?.avif).toEqual([])
    await settle()
    const [card] = await cards()
    const [first] = card?.cover?.avif ?? []
    const { pathname, searchParams } = new URL(first?.url ?? '', 'http://school.test')
    const answer = await ask(
      tenant,
      pathname.split('/').at(-1) ?? '',
      undefined,
      searchParams.get('v') ?? '',
    )

    expect(card?.cover?.avif.map(({ width }) => width)).toEqual([480, 960, 1000])
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    await answer.body?.cancel()
    const found = await asTenant(tenant, async () =>
      payload().findByID({
        id: cover.id,
        collection: 'media',
        overrideAccess: true,
        req: await requestOf(),
      }),
    )
    expect(pictureOf(found)?.avif).toEqual(card?.cover?.avif)
    expect(
      await asTenant(tenant, async () => {
        const req = await requestOf()

        return statements(payload(), () => courseCards({ limit: 1, req }))
      }),
    ).toBe(1)
  })

  it('is made anew when another file takes its place, and shows nothing of the first meanwhile', async () => {
    const tenant = await school()
    const { id } = await upload(tenant, await photo(600, 400).jpeg().toBuffer())
    await settle()
    const before = await avifOf(tenant, id)
    const data = await photo(700, 400, 200).jpeg().toBuffer()
    await asTenant(tenant, async () =>
      payload().update({
        id,
        collection: 'media',
        data: {},
        file: { name: 'other.jpg', data, mimetype: 'image/jpeg', size: data.length },
        overrideAccess: true,
        req: await requestOf(),
      }),
    )
    expect(await avifOf(tenant, id)).toBeNull()
    await settle()
    const after = await avifOf(tenant, id)

    expect(after?.sources.map(({ width }) => width)).toEqual([480, 700])
    expect(after?.sources[0]?.filename).not.toBe(before?.sources[0]?.filename)
  })

  it('keeps them when its words change, and is not drawn again', async () => {
    const tenant = await school()
    const { id } = await upload(tenant, await photo(600, 400).jpeg().toBuffer())
    await settle()
    const before = await avifOf(tenant, id)
    const key = mediaKey({ id, filename: before?.sources[0]?.filename ?? '', tenant })
    const head = await storage().head(key)
    await asTenant(tenant, async () =>
      payload().update({
        id,
        collection: 'media',
        data: { alt: 'Another lamp' },
        overrideAccess: true,
        req: await requestOf(),
      }),
    )
    await settle()

    expect(await avifOf(tenant, id)).toEqual(before)
    expect(await storage().head(key)).toEqual(head)
  })

  it('is made once by two workers at once, and its files go with it', async () => {
    const tenant = await school()
    const { id } = await upload(tenant, await photo(600, 400).jpeg().toBuffer())
    await Promise.all([make(tenant, id), make(tenant, id)])
    await settle()
    const { sources } = (await avifOf(tenant, id)) ?? { sources: [] }
    const heads = () =>
      Promise.all(
        sources.map(({ filename }) => storage().head(mediaKey({ id, filename, tenant }))),
      )

    expect(sources).toHaveLength(2)
    expect((await heads()).map((head) => head?.contentType)).toEqual(['image/avif', 'image/avif'])
    await asTenant(tenant, async () =>
      payload().delete({ id, collection: 'media', overrideAccess: true, req: await requestOf() }),
    )
    await settle()
    expect(await heads()).toEqual([null, null])
  })

  it('leaves no file behind where the row goes while it is drawn', async () => {
    const tenant = await school()
    const { id } = await upload(tenant, await photo(600, 400).jpeg().toBuffer())
    const kept: string[] = []
    const { put } = storage()
    const slow = jest.spyOn(storage(), 'put').mockImplementation(async (args) => {
      await put(args)
      kept.push(args.key)
      await systemPool().query('delete from media where id = $1', [id])
    })
    await make(tenant, id)
    slow.mockRestore()

    expect(kept).toHaveLength(2)
    expect(await Promise.all(kept.map((key) => storage().head(key)))).toEqual([null, null])
  })

  it('that moves, or cannot be drawn, stays as it is and is asked once', async () => {
    const tenant = await school()
    const frames = await sharp(
      [await photo(60, 40).png().toBuffer(), await photo(60, 40, 200).png().toBuffer()],
      { join: { animated: true } },
    )
      .gif()
      .toBuffer()
    const moving = await upload(tenant, frames)
    await settle()

    expect(await avifOf(tenant, moving.id)).toMatchObject({ sources: [] })
  })
})

describe('images from before', () => {
  it('get theirs in the next round, whichever school they are of; a missing file holds up none', async () => {
    const [one, other] = [await school(), await school()]
    const first = await upload(one, await photo(600, 400).jpeg().toBuffer())
    const second = await upload(other, await photo(600, 400).jpeg().toBuffer())
    const lost = await upload(other, await photo(600, 400).jpeg().toBuffer())
    await storage().deleteFolder(`${other}/media/${lost.id}`)
    await makeMissingAvif(payload())

    expect((await avifOf(one, first.id))?.sources).toHaveLength(2)
    expect((await avifOf(other, second.id))?.sources).toHaveLength(2)
    expect(await avifOf(other, lost.id)).toEqual({ of: null, sources: [] })
  })
})

describe('a size in AVIF', () => {
  it('is as closed as the image: staff alone see it, and no other school', async () => {
    const tenant = await school()
    const image = await upload(tenant, await photo(600, 400).jpeg().toBuffer())
    await settle()
    await systemPool().query('update media set is_public = false where id = $1', [image.id])
    const [source] = (await avifOf(tenant, image.id))?.sources ?? []
    const name = source?.filename ?? ''
    const instructor = await factories(payload()).user({ roles: ['instructor'], tenant })
    const forStaff = await ask(tenant, name, instructor)

    expect(forStaff.status).toBe(200)
    await forStaff.body?.cancel()
    expect((await ask(tenant, name)).status).toBe(404)
    expect((await ask(await school(), name)).status).toBe(404)
    expect((await ask(tenant, name.replace('480', '481'), instructor)).status).toBe(404)
  })
})
