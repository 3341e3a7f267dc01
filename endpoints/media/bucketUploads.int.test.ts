import { bucket } from '@/test/s3/bucket'

import { sql } from '@payloadcms/db-postgres'
import { createHash } from 'node:crypto'
import http from 'node:http'
import { buffer } from 'node:stream/consumers'

import { storage } from '@/adapters/storage'
import { PART_BYTES } from '@/domain/media/arrivals'
import { mediaKey } from '@/domain/media/keys'
import { sweepArrivals } from '@/operations/media/arrivals'
import { testPayload } from '@/test/harness'
import { filmOf, SHORT_FILM } from '@/test/uploads/files'
import { openWeb, uploadRoom, type UploadRoom } from '@/test/uploads/room'

const payload = testPayload()
let web: Awaited<ReturnType<typeof openWeb>>

beforeAll(async () => {
  web = await openWeb()
})
afterAll(async () => {
  await web.close()
  await bucket.close()
})

const room = () => uploadRoom(payload(), web.port)

const put = (url: string, bytes: Buffer): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = http.request(url, { agent: false, method: 'PUT' }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end(bytes)
  })

const partOf = (bytes: Buffer, number: number) =>
  bytes.subarray((number - 1) * PART_BYTES, number * PART_BYTES)

type Signed = { number: number; url: string }[]

const begin = async ({ headOf, owner }: UploadRoom, bytes: Buffer, name = 'One.mp4') =>
  owner.api('POST', 'uploads', {
    name,
    fingerprint: name,
    head: headOf(bytes),
    size: bytes.length,
  })

const sendParts = async (
  { owner }: UploadRoom,
  { id, bytes, numbers }: { bytes: Buffer; id: unknown; numbers: number[] },
) => {
  const { parts } = await owner.api('POST', `uploads/${String(id)}/parts`, { numbers })

  return Promise.all((parts as Signed).map(({ number, url }) => put(url, partOf(bytes, number))))
}

const finish = ({ owner }: UploadRoom, id: unknown, body: object = {}) =>
  owner.api('POST', `uploads/${String(id)}/finish`, body)

const digestsOf = (bytes: Buffer) =>
  Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, at) =>
    createHash('sha256').update(partOf(bytes, at + 1)).digest('hex'),
  )

describe('a file sent to the bucket', () => {
  it('goes there in parts past this machine, is gone on with, and becomes one row', async () => {
    const here = await room()
    const bytes = filmOf(2 * PART_BYTES + 1000)
    const { id, way } = await begin(here, bytes)
    expect(way).toBe('parts')
    expect(await sendParts(here, { id, bytes, numbers: [1, 3] })).toEqual([200, 200])
    expect((await finish(here, id)).code).toBe('uploadIncomplete')

    expect(await begin(here, bytes)).toMatchObject({ id, parts: [1, 3], sent: PART_BYTES + 1000 })
    await sendParts(here, { id, bytes, numbers: [2] })
    const digests = digestsOf(bytes)
    const done = await Promise.all([1, 2, 3].map(() => finish(here, id, { digests })))
    expect(done.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await finish(here, id)).toMatchObject({ media: { id, filename: 'One.mp4' }, state: 'done' })
    const [file] = await here.files()
    expect(file).toMatchObject({ type: 'video/mp4', filesize: bytes.length })
    const key = mediaKey({ id: String(id), filename: 'One.mp4', tenant: here.tenant })
    const found = await storage().get({ key })
    expect(found?.contentType).toBe('video/mp4')
    expect(found && (await buffer(found.stream)).equals(bytes)).toBe(true)
    const { duration } = (await here.inSchool<{ duration: string }>(sql`select duration from media`))[0] ?? {}
    expect(Number(duration)).toBeCloseTo(30, 0)
  }, 120_000)

  it('is looked at whole where it is a picture, and kept in its sizes', async () => {
    const here = await room()
    const { default: sharp } = await import('sharp')
    const bytes = await sharp({
      create: { background: '#336699', channels: 3, height: 600, width: 800 },
    })
      .jpeg()
      .toBuffer()
    const { id } = await begin(here, bytes, 'A view of the sea.jpeg')
    await sendParts(here, { id, bytes, numbers: [1] })
    expect(await finish(here, id)).toMatchObject({ state: 'done' })
    const [row] = await here.inSchool<{ alt: string; public: boolean; small: string }>(
      sql`select alt, is_public as public, sizes_small_filename as small from media`,
    )
    expect(row).toMatchObject({ alt: 'A view of the sea', public: true })
    expect(
      await here.there(mediaKey({ id: String(id), filename: row?.small ?? '-', tenant: here.tenant })),
    ).not.toBeNull()
  })

  it('is refused where a part is not what was sent, and where its kind is not taken', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM)
    const { id } = await begin(here, bytes)
    await sendParts(here, { id, bytes, numbers: [1] })
    const said = await finish(here, id, { digests: ['0'.repeat(64)] })
    expect(said).toMatchObject({ reason: 'checksumMismatch', state: 'refused' })
    expect(
      await here.there(mediaKey({ id: String(id), filename: 'One.mp4', tenant: here.tenant })),
    ).toBeNull()
    const program = Buffer.from('MZ'.padEnd(5000, ' '))
    expect((await begin(here, program, 'b.mp4')).code).toBe('fileNotAccepted')
    // One that is told as a film and sent as a program is found out when it is whole.
    const { id: other } = await here.owner.api('POST', 'uploads', {
      name: 'c.mp4',
      head: here.headOf(bytes),
      size: program.length,
    })
    await sendParts(here, { id: other, bytes: program, numbers: [1] })
    expect(await finish(here, other)).toMatchObject({ reason: 'fileNotAccepted', state: 'refused' })
  })

  it('keeps a name that is taken meanwhile by being copied to another, and leaves nothing of the first', async () => {
    const here = await room()
    const [one, two] = [filmOf(SHORT_FILM), filmOf(SHORT_FILM)]
    const { id } = await begin(here, one)
    await sendParts(here, { id, bytes: one, numbers: [1] })
    await here.inSchool(
      sql`insert into media (id, tenant_id, filename, mime_type, filesize, is_public) values (uuidv7(), ${here.tenant}, 'One.mp4', 'video/mp4', ${two.length}, false)`,
    )
    const done = await finish(here, id)
    expect(done.state).toBe('done')
    const { filename } = done.media as { filename: string }
    expect(filename).not.toBe('One.mp4')
    const at = (name: string) => mediaKey({ id: String(id), filename: name, tenant: here.tenant })
    expect(await here.there(at(filename))).toMatchObject({ contentType: 'video/mp4', size: one.length })
    expect(await here.there(at('One.mp4'))).toBeNull()
  })

  it('is forgotten in the bucket too, where nobody goes on with it', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM)
    const { id } = await begin(here, bytes)
    await sendParts(here, { id, bytes, numbers: [1] })
    const [{ key, multipart } = { key: '', multipart: '' }] = await here.inSchool<{
      key: string
      multipart: string
    }>(sql`select multipart, object_key as key from incoming_files`)
    await here.inSchool(sql`update incoming_files set expires_at = now() - interval '1 second'`)
    await sweepArrivals({ payload: payload() })
    const { arrivals } = storage()
    const parts = arrivals.way === 'parts' ? arrivals.parts({ key, upload: multipart }) : null

    await expect(parts).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } })
    expect(await here.inSchool(sql`select id from incoming_files`)).toEqual([])
  })
})

describe('a bucket that is away', () => {
  it('loses nothing in mid-upload: parts that came stay, and the rest follows when it is back', async () => {
    const here = await room()
    const bytes = filmOf(2 * PART_BYTES + 1000)
    const { id } = await begin(here, bytes, 'Long.mp4')
    await sendParts(here, { id, bytes, numbers: [1] })
    const { parts } = await here.owner.api('POST', `uploads/${String(id)}/parts`, { numbers: [2] })
    const [{ url } = { url: '' }] = parts as Signed

    await bucket.gone()
    await expect(put(url, partOf(bytes, 2))).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect((await finish(here, id)).status).toBeGreaterThanOrEqual(500)
    expect(await here.files()).toEqual([])

    await bucket.back()
    expect(await here.owner.api('GET', `uploads/${String(id)}`)).toMatchObject({ parts: [1], state: 'open' })
    expect(await sendParts(here, { id, bytes, numbers: [2, 3] })).toEqual([200, 200])
    expect(await finish(here, id, { digests: digestsOf(bytes) })).toMatchObject({ state: 'done' })
    expect(await here.files()).toMatchObject([{ filename: 'Long.mp4', filesize: bytes.length }])
  }, 120_000)

  it('is no end of an upload: it can be finished when it is back', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM)
    const { id } = await begin(here, bytes)
    await sendParts(here, { id, bytes, numbers: [1] })
    const key = mediaKey({ id: String(id), filename: 'One.mp4', tenant: here.tenant })
    await here.inSchool(sql`update incoming_files set multipart = 'unknown', object_key = ${key}`)
    const [{ multipart } = { multipart: '' }] = await here.inSchool<{ multipart: string }>(
      sql`select multipart from incoming_files`,
    )
    expect(multipart).toBe('unknown')
    expect((await finish(here, id)).status).toBeGreaterThanOrEqual(500)
    expect((await here.owner.api('GET', 'uploads')).docs).toMatchObject([{ id, state: 'open' }])
  })
})
