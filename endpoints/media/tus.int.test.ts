import { sql } from '@payloadcms/db-postgres'
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { storage } from '@/adapters/storage'
import { mediaKey } from '@/domain/media/keys'
import { sweepArrivals } from '@/operations/media/arrivals'
import { eventually } from '@/test/e2e/eventually'
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

const begin = (
  { headOf, owner }: UploadRoom,
  bytes: Buffer,
  given: { checksum?: string; fingerprint?: string; name?: string } = {},
) =>
  owner.api('POST', 'uploads', {
    name: 'One.mp4',
    head: headOf(bytes),
    size: bytes.length,
    ...given,
  })

const sha256 = (bytes: Buffer, as: 'base64' | 'hex' = 'hex') =>
  createHash('sha256').update(bytes).digest(as)

const whole = async (tenant: string, { id, filename }: { filename: string; id: string }) => {
  const found = await storage().get({ key: mediaKey({ id, filename, tenant }) })

  return found ? buffer(found.stream) : null
}

const left = (tenant: string): string[] => {
  try {
    return readdirSync(path.join(process.env.UPLOADS_DIR ?? '', tenant, 'arriving'))
  } catch {
    return []
  }
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that are still needed, without those that only wait to be collected. */
const held = (): number => {
  collect()

  return process.memoryUsage().arrayBuffers
}

describe('a file sent by tus', () => {
  it('goes on where the line broke, and is one of the school’s once it is whole', async () => {
    const here = await room()
    const bytes = filmOf(6 * MB)
    const made = await here.owner.tus({
      headers: {
        'upload-length': String(bytes.length),
        'upload-metadata': `filename ${Buffer.from('Урок 1.mp4').toString('base64')}`,
      },
      method: 'POST',
      path: '/api/uploads',
    })
    expect(made?.status).toBe(201)
    const at = made?.headers.location ?? ''
    const id = at.split('/').at(-1)
    expect(await patch(here.owner, id, { body: bytes, breaksAt: 3 * MB })).toBeNull()

    const head = async () =>
      Number((await here.owner.tus({ method: 'HEAD', path: at }))?.headers['upload-offset'])
    await eventually(async () => (await head()) > 2 * MB)
    const offset = await head()
    expect(offset).toBeLessThanOrEqual(3 * MB)
    expect((await patch(here.owner, id, { body: bytes, offset: 0 }))?.status).toBe(409)
    const rest = await patch(here.owner, id, {
      body: bytes.subarray(offset),
      headers: { 'lectern-finishes': '' },
      offset,
    })
    expect([rest?.status, rest?.headers['upload-offset']]).toEqual([204, String(bytes.length)])

    await eventually(async () => (await here.files()).length === 1)
    const [file] = await here.files()
    expect(file).toMatchObject({
      id,
      type: 'video/mp4',
      filename: 'Урок-1.mp4',
      filesize: bytes.length,
    })
    expect((await whole(here.tenant, file ?? { id: '', filename: '' }))?.equals(bytes)).toBe(true)
    await eventually(() => Promise.resolve(left(here.tenant).length === 0))
  })

  it('says of itself what it speaks, and takes no other version', async () => {
    const { owner } = await room()
    const about = await owner.tus({ method: 'OPTIONS', path: '/api/uploads' })
    expect(about?.headers).toMatchObject({ 'tus-checksum-algorithm': 'sha256', 'tus-version': '1.0.0' })
    const old = await owner.tus({
      headers: { 'tus-resumable': '0.2.2' },
      method: 'HEAD',
      path: '/api/uploads',
    })
    expect(old?.status).toBe(412)
  })

  it('keeps nothing of a part whose checksum differs', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM + MB)
    const { id } = await begin(here, bytes)
    const part = bytes.subarray(0, MB)
    const garbled = await patch(here.owner, id, {
      body: part,
      headers: { 'upload-checksum': `sha256 ${sha256(bytes, 'base64')}` },
    })
    expect([garbled?.status, JSON.parse(garbled?.body ?? '')]).toEqual([
      460,
      { code: 'checksumMismatch' },
    ])
    const right = await patch(here.owner, id, {
      body: part,
      headers: { 'upload-checksum': `sha256 ${sha256(part, 'base64')}` },
    })
    expect([right?.status, right?.headers['upload-offset']]).toEqual([204, String(MB)])
  })

  it('is written by one sender at a time', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM + MB)
    const { id } = await begin(here, bytes)
    const gate = Promise.withResolvers<void>()
    const slow = async function* () {
      yield bytes.subarray(0, MB)
      await gate.promise
      yield bytes.subarray(MB)
    }
    const first = patch(here.owner, id, { body: slow() })
    const state = async () => {
      const heard = await here.owner.tus({ method: 'HEAD', path: `/api/uploads/${String(id)}` })

      return Number(heard?.headers['upload-offset'])
    }
    await eventually(async () => (await state()) > 0)
    const other = await patch(here.owner, id, { body: bytes.subarray(MB), offset: await state() })
    expect([other?.status, JSON.parse(other?.body ?? '{}')]).toEqual([423, { code: 'uploadBusy' }])
    gate.resolve()
    expect((await first)?.status).toBe(204)
    const done = await here.owner.api('POST', `uploads/${String(id)}/finish`, {})
    expect(done).toMatchObject({ media: { id }, state: 'done' })
  })

  it('is taken from nobody but its sender', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM)
    const { id } = await begin(here, bytes)
    const other = await here.as('ines', 'instructor')
    const student = await here.as('sam', 'student')
    expect((await patch(other, id, { body: bytes }))?.status).toBe(404)
    expect((await patch(here.owner, id, { body: bytes, headers: { cookie: '' } }))?.status).toBe(401)
    expect((await other.api('POST', `uploads/${String(id)}/finish`, {})).status).toBe(404)
    expect((await student.api('POST', 'uploads', { name: 'a.mp4', size: 9 })).status).toBe(403)
    const elsewhere = await (await room()).owner.api('GET', `uploads/${String(id)}`)
    expect(elsewhere.status).toBe(404)
    const evil = await patch(here.owner, id, { body: bytes, headers: { origin: 'http://evil.example' } })
    expect(evil?.status).toBe(403)
  })

  it('passes through bounded memory', async () => {
    const here = await room()
    const size = 512 * MB
    const head = filmOf(SHORT_FILM)
    const free = Buffer.alloc(8)
    free.writeUInt32BE(size - head.length, 0)
    free.write('free', 4)
    const zeros = Buffer.alloc(MB)
    const before = held()
    let most = 0
    const stream = async function* () {
      yield Buffer.concat([head, free])
      for (let at = head.length + 8, sent = 1; at < size; at += MB, sent += 1) {
        most = sent % 64 === 0 ? Math.max(most, held() - before) : most
        yield await Promise.resolve(zeros.subarray(0, Math.min(MB, size - at)))
      }
    }
    const { id } = await here.owner.api('POST', 'uploads', { name: 'long.mp4', size })
    expect((await patch(here.owner, id, { body: stream() }))?.status).toBe(204)
    const done = await here.owner.api('POST', `uploads/${String(id)}/finish`, {})

    expect(done.state).toBe('done')
    expect(most).toBeLessThan(64 * MB)
  }, 120_000)
})

describe('a file under way', () => {
  it('becomes one row, however many finish it at once, and stays it', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM)
    const { id } = await begin(here, bytes, { checksum: sha256(bytes) })
    await patch(here.owner, id, { body: bytes })
    const ask = () => here.owner.api('POST', `uploads/${String(id)}/finish`, {})
    const answers = await Promise.all([ask(), ask(), ask(), ask(), ask()])

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(answers.filter(({ state }) => state === 'done').length).toBeGreaterThan(0)
    expect(await ask()).toMatchObject({ media: { id }, state: 'done' })
    expect(await here.files()).toHaveLength(1)
  })

  it('is finished by another where the first was killed in the middle', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM)
    const { id } = await begin(here, bytes)
    await patch(here.owner, id, { body: bytes })
    // As it stands after a kill: taken, its bytes in their place already, and no row of theirs.
    await here.inSchool(sql`update incoming_files set state = 'finishing', runner = 'gone', lease_until = now() + interval '1 minute'`)
    await storage().adopt({
      contentType: 'video/mp4',
      from: `${here.tenant}/arriving/${String(id)}`,
      key: mediaKey({ id: String(id), filename: 'One.mp4', tenant: here.tenant }),
    })
    const early = await here.owner.api('POST', `uploads/${String(id)}/finish`, {})
    expect(early.state).toBe('finishing')
    await here.inSchool(sql`update incoming_files set lease_until = now() - interval '1 second'`)
    const done = await here.owner.api('POST', `uploads/${String(id)}/finish`, {})

    expect(done).toMatchObject({ media: { id, filename: 'One.mp4' }, state: 'done' })
    expect(left(here.tenant)).toEqual([])
  })

  it('is gone on with by whoever sends the same file again, from whatever tab, and told to each', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM + MB)
    const begun = await Promise.all([1, 2, 3].map(() => begin(here, bytes, { fingerprint: 'f1' })))
    const [{ id } = { id: '' }] = begun
    expect(new Set(begun.map((one) => one.id)).size).toBe(1)
    await patch(here.owner, id, { body: bytes.subarray(0, MB) })

    expect(await begin(here, bytes, { fingerprint: 'f1' })).toMatchObject({ id, sent: MB })
    expect((await here.owner.api('GET', 'uploads')).docs).toMatchObject([{ id, sent: MB }])
    expect((await begin(here, bytes, { fingerprint: 'f2' })).id).not.toBe(id)
  })

  it('holds its room from before its bytes come until it is given up, and no more than there is', async () => {
    const here = await room()
    const bytes = filmOf(2 * MB)
    await here.inSchool(
      sql`update tenants set settings_limits_storage = 3 where id = ${here.tenant}`,
    )
    const begun = await Promise.all([begin(here, bytes), begin(here, bytes)])
    expect(begun.map(({ status }) => status).sort()).toEqual([201, 422])
    expect(begun.find(({ status }) => status === 422)?.code).toBe('limitReached')
    const id = begun.find(({ status }) => status === 201)?.id
    expect((await here.owner.api('DELETE', `uploads/${String(id)}`)).status).toBe(200)
    expect((await here.owner.api('DELETE', `uploads/${String(id)}`)).status).toBe(409)
    const again = await begin(here, bytes)
    expect(again.status).toBe(201)
    await patch(here.owner, again.id, { body: bytes })
    const done = await here.owner.api('POST', `uploads/${String(again.id)}/finish`, {})
    expect(done.state).toBe('done')
  })

  it('is refused where it is not the one announced, with nothing left of it', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM)
    const { id } = await begin(here, bytes, { checksum: sha256(Buffer.from('other')) })
    await patch(here.owner, id, { body: bytes })
    const said = await here.owner.api('POST', `uploads/${String(id)}/finish`, {})
    expect(said).toMatchObject({ reason: 'checksumMismatch', state: 'refused' })
    expect(left(here.tenant)).toEqual([])
    expect(await here.files()).toEqual([])
  })

  it('waits while a part of it is missing', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM)
    const { id } = await begin(here, bytes)
    await patch(here.owner, id, { body: bytes.subarray(0, 1000) })
    const said = await here.owner.api('POST', `uploads/${String(id)}/finish`, {})
    expect([said.status, said.code, said.sent]).toEqual([422, 'uploadIncomplete', 1000])
    await patch(here.owner, id, { body: bytes.subarray(1000), offset: 1000 })
    expect((await here.owner.api('POST', `uploads/${String(id)}/finish`, {})).state).toBe('done')
  })

  it('comes in fifties', async () => {
    const here = await room()
    const films = Array.from({ length: 50 }, () => filmOf(SHORT_FILM))
    const done = await Promise.all(
      films.map(async (bytes, at) => {
        const { id } = await begin(here, bytes, { name: `${at}.mp4` })
        await patch(here.owner, id, { body: bytes })

        return here.owner.api('POST', `uploads/${String(id)}/finish`, {})
      }),
    )
    expect(done.filter(({ state }) => state === 'done')).toHaveLength(50)
    expect(new Set((await here.files()).map(({ filename }) => filename)).size).toBe(50)
  }, 120_000)

  it('keeps its own name beside another of the same', async () => {
    const here = await room()
    for (const bytes of [filmOf(SHORT_FILM), filmOf(SHORT_FILM)]) {
      const { id } = await begin(here, bytes)
      await patch(here.owner, id, { body: bytes })
      await here.owner.api('POST', `uploads/${String(id)}/finish`, {})
    }
    const names = (await here.files()).map(({ filename }) => filename)
    expect(names).toEqual(['One.mp4', expect.stringMatching(/^One-[\da-f]{6}\.mp4$/)])
  })
})

describe('bad files', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'fileEmpty'],
    ['a program called a film', Buffer.from('MZ\u0090\u0000\u0003'.padEnd(200, ' ')), 'fileNotAccepted'],
    ['a page called a picture', Buffer.from('<!doctype html><script>1</script>'), 'fileNotAccepted'],
  ])('are refused before any of it comes: %s', async (_, bytes, code) => {
    const here = await room()
    const said = await begin(here, bytes)
    expect([said.status, said.code]).toEqual([422, code])
  })

  it('are refused by their first bytes, and nothing of them stays', async () => {
    const here = await room()
    const bytes = Buffer.alloc(MB, 'MZ program ')
    const { id } = await here.owner.api('POST', 'uploads', { name: 'a.mp4', size: bytes.length })
    const said = await patch(here.owner, id, { body: bytes })
    expect([said?.status, JSON.parse(said?.body ?? '{}')]).toEqual([422, { code: 'fileNotAccepted' }])
    expect(left(here.tenant)).toEqual([])
    expect((await here.owner.api('GET', `uploads/${String(id)}`)).state).toBe('refused')
  })

  it('are refused where they end too soon', async () => {
    const here = await room()
    const bytes = filmOf(2 * MB).subarray(0, MB)
    const { id } = await begin(here, bytes)
    await patch(here.owner, id, { body: bytes })
    const said = await here.owner.api('POST', `uploads/${String(id)}/finish`, {})
    expect(said).toMatchObject({ reason: 'fileTruncated', state: 'refused' })
  })

  it('are refused where more comes than was said', async () => {
    const here = await room()
    const bytes = filmOf(SHORT_FILM)
    const { id } = await here.owner.api('POST', 'uploads', { name: 'a.mp4', size: 1000 })
    const said = await patch(here.owner, id, { body: bytes })
    expect(said?.status).toBe(413)
  })
})

describe('the sweep', () => {
  it('finishes what came whole and was left, and forgets what nobody goes on with', async () => {
    const here = await room()
    const [kept, lost] = [filmOf(SHORT_FILM), filmOf(SHORT_FILM)]
    const [first, second] = [await begin(here, kept), await begin(here, lost)]
    await patch(here.owner, first.id, { body: kept })
    await patch(here.owner, second.id, { body: lost.subarray(0, 1000) })
    await here.inSchool(sql`update incoming_files set updated_at = now() - interval '2 minutes',
      expires_at = case when id = ${second.id}::uuid then now() - interval '1 second' else expires_at end`)
    await sweepArrivals({ payload: payload() })
    await sweepArrivals({ payload: payload() })

    expect((await here.files()).map(({ id }) => id)).toEqual([first.id])
    expect(left(here.tenant)).toEqual([])
    expect((await here.owner.api('GET', `uploads/${String(second.id)}`)).status).toBe(404)
  })
})
