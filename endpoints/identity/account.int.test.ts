import sharp from 'sharp'

import type { Profile } from '@/operations/identity/profile'

import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { portraitKey } from '@/domain/identity/portraits'
import { factories } from '@/test/factories'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { asTenant } from '@/database/scope'
import { person } from '@endpoints/learning/people'

import { changeAccount, readAccount } from './account'
import { personPicture, removePicture, uploadPicture } from './pictures'

const payload = testPayload()

type User = { id: string; roles?: null | string[] }

let tenant: string
let ada: User
let eve: User
let helper: User

beforeAll(async () => {
  const make = factories(payload())
  tenant = (await make.tenant()).id
  ada = await make.user({ name: 'Ada', tenant })
  eve = await make.user({ name: 'Eve', tenant })
  helper = await make.user({ name: 'Helen', roles: ['support'], tenant })
})

const change = (data: unknown, user: undefined | User = ada) =>
  call(changeAccount, { data, tenant, user })

const photo = (): Promise<Buffer> =>
  sharp({ create: { background: '#884400', channels: 3, height: 40, width: 90 } })
    .withExif({ IFD3: { GPSLatitude: '52/1 30/1 0/1' } })
    .jpeg()
    .toBuffer()

/** Sends bytes as the body of a request, as a browser sends a file. */
const upload = (bytes: Uint8Array, user: undefined | User = ada) =>
  asTenant(tenant, async () => {
    const { body, headers } = new Request('http://localhost', {
      body: new Uint8Array(bytes),
      method: 'POST',
    })
    const req = Object.assign(await requestOf(user), {
      body,
      headers,
      method: 'POST',
      routeParams: {},
    })
    const answer = await uploadPicture.handler(req)

    return { body: (await answer.json()) as Record<string, string>, status: answer.status }
  })

const imageOf = async ({ id }: User): Promise<null | string> =>
  (
    await systemPool().query<{ image: null | string }>('select image from users where id = $1', [
      id,
    ])
  ).rows[0]?.image ?? null

describe('one’s own account', () => {
  it('is nobody’s who is not signed in', async () => {
    expect((await call(readAccount, { tenant })).status).toBe(401)
    expect((await call(changeAccount, { data: { bio: 'x' }, tenant })).status).toBe(401)
  })

  it('takes name, words, time zone and language, and tells them at once', async () => {
    const said = {
      name: '  Ada King ',
      bio: 'Counts\nengines.',
      locale: 'he',
      timeZone: 'europe/london',
    }
    const changed = await change(said)
    expect(changed).toMatchObject({
      body: { name: 'Ada King', bio: 'Counts\nengines.', locale: 'he', timeZone: 'Europe/London' },
      status: 200,
    })
    expect((await call(readAccount, { tenant, user: ada })).body).toEqual(changed.body)
  })

  it('keeps both of two changes made at once', async () => {
    await Promise.all([
      ...Array.from({ length: 4 }, () => change({ bio: 'At once' })),
      ...Array.from({ length: 4 }, () => change({ timeZone: 'Asia/Tokyo' })),
    ])
    expect((await call(readAccount, { tenant, user: ada })).body).toMatchObject({
      bio: 'At once',
      timeZone: 'Asia/Tokyo',
    })
  })

  it('leaves time zone and language to the school where they are taken back', async () => {
    expect((await change({ locale: null, timeZone: null })).body).toMatchObject({
      locale: null,
      timeZone: null,
    })
  })

  it.each([
    [{ name: '  ' }, 'name'],
    [{ name: 'Ada\nBcc: everyone' }, 'name'],
    [{ name: 'x'.repeat(121) }, 'name'],
    [{ bio: 'x'.repeat(601) }, 'bio'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ locale: 'fr' }, 'locale'],
    [{ visibility: 'nobody' }, 'visibility'],
    [{ showsCourses: 'yes' }, 'showsCourses'],
  ])('refuses %j and names the field', async (data, field) => {
    const before = (await call(readAccount, { tenant, user: ada })).body
    expect(await change(data)).toMatchObject({
      body: { code: 'badInput', fields: [{ field }] },
      status: 400,
    })
    expect((await call(readAccount, { tenant, user: ada })).body).toEqual(before)
  })

  it('cannot be given a role, a state, another address or somebody else’s picture', async () => {
    const odd = {
      email: 'x@y.test',
      emailVerified: true,
      image: 'x',
      roles: ['owner'],
      status: 'banned',
    }
    expect((await change(odd)).status).toBe(200)
    const { rows } = await systemPool().query(
      'select status, image, email from users where id = $1',
      [ada.id],
    )
    expect(rows).toEqual([
      { email: expect.stringMatching(/^ada-/) as string, image: null, status: 'active' },
    ])
  })

  it('has the public pages made anew when somebody who teaches changes their name', async () => {
    const make = factories(payload())
    const teacher = await make.user({ roles: ['instructor'], tenant })
    await settle()
    await change({ name: 'Tess' }, teacher)
    expect(await settle()).toContain('revalidatePagesOnContentChanged')
    await change({ bio: 'Something' }, teacher)
    await change({ name: 'Eva' }, eve)
    expect(await settle()).toEqual([])
  })
})

describe('a picture', () => {
  it('is cut square, loses its place, and is served to whoever may see the person', async () => {
    const { body, status } = await upload(await photo())
    expect(status).toBe(200)
    const key = portraitKey({ account: ada.id, picture: await imageOf(ada), tenant }) ?? ''
    const stored = await storage().get({ key })
    const parts: Buffer[] = []
    for await (const part of stored?.stream ?? []) {
      parts.push(part as Buffer)
    }
    const { exif, format, height, width } = await sharp(Buffer.concat(parts)).metadata()
    expect({ exif, format, height, width }).toEqual({ format: 'webp', height: 512, width: 512 })
    expect(body.picture).toBe(`/api/people/${ada.id}/picture?v=${await imageOf(ada)}`)

    const seenBy = async (user?: User) =>
      (await call(personPicture, { params: { id: ada.id }, tenant, user })).status
    expect([await seenBy(ada), await seenBy(helper), await seenBy(eve), await seenBy()]).toEqual([
      200, 200, 404, 404,
    ])
  })

  it('takes the file of the one before away', async () => {
    const before = portraitKey({ account: ada.id, picture: await imageOf(ada), tenant }) ?? ''
    expect(await storage().head(before)).not.toBeNull()
    await upload(await photo())
    expect(await storage().head(before)).toBeNull()
  })

  it('leaves one file of many that come at once', async () => {
    const bytes = await photo()
    const answers = await Promise.all(Array.from({ length: 4 }, () => upload(bytes, eve)))
    const paths = answers.map(({ body }) => body.picture ?? '')
    const kept = await imageOf(eve)
    const left = await Promise.all(
      paths.map(async (path) => {
        const picture = path.split('v=')[1] ?? ''
        const key = portraitKey({ account: eve.id, picture, tenant }) ?? ''

        return (await storage().head(key)) ? picture : null
      }),
    )
    expect(left.filter(Boolean)).toEqual([kept])
  })

  it.each([
    ['a text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ])('is not made of %s', async (_, bytes) => {
    const before = await imageOf(ada)
    expect(await upload(bytes)).toEqual({ body: { code: 'pictureUnreadable' }, status: 422 })
    expect(await imageOf(ada)).toBe(before)
  })

  it('is not read where it is larger than it may be', async () => {
    expect((await upload(Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413)
  })

  it('can be taken away', async () => {
    const answer = await call(removePicture, { tenant, user: ada })
    expect(answer).toMatchObject({ body: { picture: null }, status: 200 })
    expect((await call(personPicture, { params: { id: ada.id }, tenant, user: ada })).status).toBe(
      404,
    )
  })
})

describe('somebody’s profile', () => {
  const seen = async (user?: User) =>
    (await call(person, { params: { id: ada.id }, tenant, user })).status

  it.each([
    ['private', [200, 200, 404, 404]],
    ['school', [200, 200, 200, 404]],
    ['public', [200, 200, 200, 200]],
  ] as const)('that is %s is open to those it names', async (visibility, statuses) => {
    expect((await change({ visibility })).body).toMatchObject({
      visibility,
    } satisfies Partial<Profile>)
    expect([await seen(ada), await seen(helper), await seen(eve), await seen()]).toEqual(statuses)
  })

  it('is nobody’s in another school, nor of an account that may not act', async () => {
    const other = (await factories(payload()).tenant()).id
    expect((await call(person, { params: { id: ada.id }, tenant: other })).status).toBe(404)
    const gone = await factories(payload()).user({ status: 'banned', tenant })
    await systemPool().query(`update users set visibility = 'public' where id = $1`, [gone.id])
    expect((await call(person, { params: { id: gone.id }, tenant })).status).toBe(404)
  })

  it('says nothing of address, language or zone, nor of bookings and history', async () => {
    const { body } = await call(person, { params: { id: ada.id }, tenant })
    expect(body).toMatchObject({ bookings: null, history: null })
    expect(Object.keys(body as object).sort()).toEqual(
      ['bio', 'bookings', 'courses', 'history', 'id', 'joinedAt', 'name', 'picture'].sort(),
    )
  })
})
