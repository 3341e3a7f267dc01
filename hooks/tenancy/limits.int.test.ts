import { readFileSync } from 'node:fs'

import type { Course, Media, User } from '@payload-types'

import { asTenant } from '@/database/scope'
import { bytesOfRow } from '@/domain/media/bytes'
import { MEGABYTE } from '@/domain/tenancy/limits'
import { courseLimit } from '@/operations/catalog/courseLimit'
import { accountLimit } from '@/operations/identity/accountLimit'
import { storageLimit } from '@/operations/media/storageLimit'
import { askOf, usageOf } from '@/operations/tenancy/limits'
import { factories } from '@/test/factories'
import { settingsFactories } from '@/test/factories/settings'
import { requestOf, testPayload } from '@/test/harness'

const payload = testPayload()
const make = () => factories(payload())
const { change, school } = {
  change: (given: Parameters<ReturnType<typeof settingsFactories>['change']>[0]) =>
    settingsFactories(payload()).change(given),
  school: async (limits: object) => (await settingsFactories(payload()).school({ limits })).id,
}

const COVER = readFileSync('media/seed/cover-arcs.webp')

const used = (tenant: string, limit: typeof courseLimit): Promise<number> =>
  asTenant(
    tenant,
    async () => (await usageOf({ ask: askOf(await requestOf()), limit, tenant })).used,
  )

type Refusal = { data?: { code: string; limit: string; most: number }; status?: number }

/** How each of several attempts ended: `made`, or the limit that refused it with its value. */
const outcomes = async (attempts: Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(attempts)).map((one) => {
    if (one.status === 'fulfilled') {
      return 'made'
    }
    const { data, status } = one.reason as Refusal

    return `${status} ${data?.code} ${data?.limit} ${data?.most}`
  })

const times = <T>(count: number, run: () => T): T[] => Array.from({ length: count }, run)

const upload = (tenant: string, id?: string): Promise<Media> =>
  asTenant(tenant, async () => {
    const given = {
      collection: 'media' as const,
      data: { alt: 'A pattern', tenant },
      depth: 0,
      file: {
        name: `${crypto.randomUUID()}.webp`,
        data: COVER,
        mimetype: 'image/webp',
        size: COVER.length,
      },
      overrideAccess: true as const,
      req: await requestOf(),
    }

    return id ? payload().update({ ...given, id }) : payload().create(given)
  })

const update = <T>(tenant: string, collection: 'courses' | 'media' | 'users', data: object) => {
  const { id, ...rest } = data as { id: string }

  return asTenant(tenant, () =>
    payload().update({
      id,
      collection,
      data: rest,
      depth: 0,
      overrideAccess: true,
      trash: true,
    }),
  ) as Promise<T>
}

describe('a limit for courses', () => {
  it('lets in exactly as many as it says when more are made at once', async () => {
    const tenant = await school({ courses: 3 })
    const answers = await outcomes(times(40, () => make().course({ tenant })))
    expect(answers.filter((one) => one === 'made')).toHaveLength(3)
    expect(answers.filter((one) => one === '422 limitReached courses 3')).toHaveLength(37)
    expect(await used(tenant, courseLimit)).toBe(3)
  })

  it('counts drafts, and is one school’s alone', async () => {
    const [tenant, other] = [await school({ courses: 1 }), await school({ courses: 1 })]
    await make().course({ _status: 'draft', tenant })
    expect(await outcomes([make().course({ tenant }), make().course({ tenant: other })])).toEqual([
      '422 limitReached courses 1',
      'made',
    ])
  })

  it('gives the place of a course in the trash to another, and lets it back only when there is room', async () => {
    const tenant = await school({ courses: 1 })
    const { id } = await make().course({ tenant })
    await update<Course>(tenant, 'courses', { id, deletedAt: new Date().toISOString() })
    const second = await make().course({ tenant })
    const restore = () => outcomes([update<Course>(tenant, 'courses', { id, deletedAt: null })])
    expect(await restore()).toEqual(['422 limitReached courses 1'])

    await update<Course>(tenant, 'courses', {
      id: second.id,
      deletedAt: new Date().toISOString(),
    })
    expect(await restore()).toEqual(['made'])
  })

  it('brings two courses back into one place once', async () => {
    const tenant = await school({ courses: 2 })
    const trashed = await Promise.all(times(2, () => make().course({ tenant })))
    for (const { id } of trashed) {
      await update<Course>(tenant, 'courses', { id, deletedAt: new Date().toISOString() })
    }
    await make().course({ tenant })
    const answers = await outcomes(
      trashed.map(({ id }) => update<Course>(tenant, 'courses', { id, deletedAt: null })),
    )
    expect(answers.sort()).toEqual(['422 limitReached courses 2', 'made'])
  })

  it('refuses a copy as it refuses a new course', async () => {
    const tenant = await school({ courses: 1 })
    const { id } = await make().course({ tenant })
    const copy = asTenant(tenant, () =>
      payload().duplicate({
        id,
        collection: 'courses',
        data: { slug: 'copy' },
        depth: 0,
        overrideAccess: true,
      }),
    )
    expect(await outcomes([copy])).toEqual(['422 limitReached courses 1'])
  })

  it('that was lowered leaves all there is readable and editable, and opens again when raised', async () => {
    const tenant = await school({ courses: 3 })
    const courses = await Promise.all(times(3, () => make().course({ tenant })))
    await change({ id: tenant, limits: { courses: 1 } })
    const titles = await Promise.all(
      courses.map(
        async ({ id }) => (await update<Course>(tenant, 'courses', { id, title: 'New' })).title,
      ),
    )
    expect(titles).toEqual(['New', 'New', 'New'])
    expect(await outcomes([make().course({ tenant })])).toEqual(['422 limitReached courses 1'])

    await change({ id: tenant, limits: { courses: null } })
    expect(await outcomes([make().course({ tenant })])).toEqual(['made'])
  })
})

describe('a limit for accounts', () => {
  it('lets in exactly as many as it says when more are made at once', async () => {
    const tenant = await school({ accounts: 2 })
    const answers = await outcomes(times(6, () => make().user({ tenant })))
    expect(answers.filter((one) => one === 'made')).toHaveLength(2)
    expect(answers).toContain('422 limitReached accounts 2')
  })

  it('counts nobody who may not come in, until they may again', async () => {
    const tenant = await school({ accounts: 1 })
    const { id } = await make().user({ tenant })
    await update<User>(tenant, 'users', { id, status: 'suspended' })
    expect(await outcomes([make().user({ tenant })])).toEqual(['made'])
    expect(await outcomes([update(tenant, 'users', { id, status: 'active' })])).toEqual([
      '422 limitReached accounts 1',
    ])
    expect(await outcomes([update(tenant, 'users', { id, name: 'Grace' })])).toEqual(['made'])
    expect(await used(tenant, accountLimit)).toBe(1)
  })
})

describe('a limit for storage', () => {
  it('weighs a file with the pictures made of it, as the database does', async () => {
    const tenant = await school({ storage: 100 })
    const stored = await upload(tenant)
    expect(bytesOfRow(stored)).toBeGreaterThan(COVER.length)
    expect(await used(tenant, storageLimit)).toBe(bytesOfRow(stored))
  })

  it('lets in no more bytes than it says when several files come at once', async () => {
    const size = bytesOfRow(await upload(await school({})))
    const fits = Math.floor(MEGABYTE / size)
    const tenant = await school({ storage: 1 })
    const answers = await outcomes(times(fits + 3, () => upload(tenant)))
    expect(answers.filter((one) => one === 'made')).toHaveLength(fits)
    expect(answers).toContain('422 limitReached storage 1')
    expect(await used(tenant, storageLimit)).toBe(fits * size)
  }, 60_000)

  it('lets a full school describe and replace its files by ones that are no larger', async () => {
    const tenant = await school({})
    const { id } = await upload(tenant)
    await change({ id: tenant, limits: { storage: 0 } })
    expect(
      await outcomes([update(tenant, 'media', { id, alt: 'Arcs' }), upload(tenant, id)]),
    ).toEqual(['made', 'made'])
    expect(await outcomes([upload(tenant)])).toEqual(['422 limitReached storage 0'])
  })

  it('cannot be talked down: what a file takes is measured, not stated', async () => {
    const tenant = await school({ storage: 100 })
    const stored = await upload(tenant)
    await update(tenant, 'media', { id: stored.id, filesize: 0, sizes: { small: { filesize: 0 } } })
    expect(await used(tenant, storageLimit)).toBe(bytesOfRow(stored))
  })
})
