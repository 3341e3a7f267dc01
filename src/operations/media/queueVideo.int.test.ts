import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { storage } from '@/adapters/storage'
import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { videoKey } from '@/domain/media/keys'
import { unseal } from '@/secrets'
import { factories } from '@/test/factories'
import { pdfOf, uploaded } from '@/test/factories/files'
import { requestOf, settle, testPayload } from '@/test/harness'

import { queueMissingVideos, queueVideo } from './queueVideo'

const payload = testPayload()

const clip = readFileSync('media/seed/lesson-1.mp4')

/** Films that differ in the free space at their end (ISO/IEC 14496-12, 8.1.2). */
const film = (text: string) =>
  Buffer.concat([clip, Buffer.from([0, 0, 0, 8 + text.length]), Buffer.from(`free${text}`)])

const fileOf = (data: Buffer, name = 'clip.mp4') => ({
  name,
  data,
  mimetype: 'video/mp4',
  size: data.length,
})

const upload = (tenant: string, data: Buffer, name?: string) =>
  asTenant(tenant, async () =>
    payload().create({
      collection: 'media',
      data: { tenant },
      depth: 0,
      file: fileOf(data, name),
      overrideAccess: true,
      req: await requestOf(),
    }),
  )

const school = async () => (await factories(payload()).tenant()).id

type Video = { media: string; run: null | string; secret: string; source: string; status: string }

const videosOf = (tenant: string) =>
  asTenant(tenant, async () =>
    rows<Video>(
      await requestOf(),
      sql`select media_id as media, run, secret, source, status::text from videos order by id`,
    ),
  )

const finish = (tenant: string, id: string) =>
  asTenant(tenant, async () => {
    await row(
      await requestOf(),
      sql`update videos set status = 'ready', run = 'one', percent = 100 where id = ${id}`,
    )
    const key = videoKey({ id, path: 'master.m3u8', run: 'one', tenant })
    await storage().put({ body: Buffer.from('#'), contentType: 'text/plain', key })

    return key
  })

describe('a film that was uploaded', () => {
  it('waits to be prepared, once however often it is told of, with a secret that only the server reads', async () => {
    const tenant = await school()
    const { id } = await upload(tenant, film('a'))
    await settle()
    const [video, ...others] = await videosOf(tenant)
    const again = () =>
      asTenant(tenant, async () => queueVideo({ id, req: await requestOf(), tenant }))
    await Promise.all([again(), again(), again()])

    expect(others).toEqual([])
    expect(video).toMatchObject({ media: id, run: null, status: 'queued' })
    expect(await videosOf(tenant)).toEqual([video])
    const secret = unseal({ sealed: video?.secret ?? '', tenant })
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    const read = await asTenant(tenant, async () =>
      payload().find({
        collection: 'videos',
        depth: 0,
        overrideAccess: false,
        req: await requestOf({ id: 'x', roles: ['instructor'] } as never),
      }),
    )
    expect(read.docs).toHaveLength(1)
    expect(read.docs[0]).not.toHaveProperty('secret')
  })

  it('keeps what was made of it when its description changes, and waits anew when another file takes its place', async () => {
    const tenant = await school()
    const { id } = await upload(tenant, film('a'))
    await settle()
    await finish(tenant, id)
    const change = (data: object, file?: ReturnType<typeof fileOf>) =>
      asTenant(tenant, async () =>
        payload().update({
          id,
          collection: 'media',
          data,
          depth: 0,
          file,
          overrideAccess: true,
          req: await requestOf(),
        }),
      )
    await change({ alt: 'A walk' })
    await settle()
    expect((await videosOf(tenant))[0]).toMatchObject({ run: 'one', status: 'ready' })

    await change({}, fileOf(film('another one'), 'other.mp4'))
    await settle()
    expect((await videosOf(tenant))[0]).toMatchObject({ run: null, status: 'queued' })
  })

  it('takes along what was made of it when it goes', async () => {
    const tenant = await school()
    const { id } = await upload(tenant, film('a'))
    await settle()
    const key = await finish(tenant, id)
    await asTenant(tenant, async () =>
      payload().delete({ id, collection: 'media', overrideAccess: true, req: await requestOf() }),
    )
    await settle()

    expect(await videosOf(tenant)).toEqual([])
    expect(await storage().head(key)).toBeNull()
  })

  it('is found later where nobody was told of it', async () => {
    const tenant = await school()
    await upload(tenant, film('a'))
    await uploaded(payload(), {
      name: 'notes.pdf',
      type: 'application/pdf',
      data: pdfOf(1),
      tenant,
    })
    await queueMissingVideos(payload())

    expect((await videosOf(tenant)).map(({ status }) => status)).toEqual(['queued'])
  })
})
