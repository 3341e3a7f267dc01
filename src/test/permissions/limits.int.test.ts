import type { Tenant } from '@payload-types'

import type { Caller } from '@/domain/identity/permissions/grants'

import { asTenant } from '@/database/scope'
import { ensurePlatform } from '@/seed/platform'
import { factories } from '@/test/factories'
import { settingsFactories } from '@/test/factories/settings'
import { testPayload } from '@/test/harness'
import { callsAt } from '@/test/isolation/calls'

import type { Called } from './callers'

import { callersOf } from './callers'

const payload = testPayload()

let callers: Called[]
let calls: ReturnType<typeof callsAt>
let school: Tenant
const platformCalls = callsAt('localhost')

const LIMITS = { accounts: 400, courses: 200, storage: 300 }

beforeAll(async () => {
  school = await settingsFactories(payload()).school()
  const host = `${school.slug}.localhost`
  calls = callsAt(host)
  callers = await callersOf({
    host,
    payload: payload(),
    platform: await ensurePlatform(payload()),
    tenant: school.id,
  })
  await reset()
}, 60_000)

const reset = (limits: object = LIMITS) =>
  settingsFactories(payload()).change({ id: school.id, limits })

const as = (caller: Caller): Called => {
  const found = callers.find((one) => one.caller === caller)
  if (!found) {
    throw new Error(`Nobody is ${caller}.`)
  }

  return found
}

const limitsNow = async () =>
  (
    await asTenant(school.id, () =>
      payload().findByID({ id: school.id, collection: 'tenants', depth: 0, overrideAccess: true }),
    )
  ).settings.limits

const limitsIn = (text: string): unknown =>
  (JSON.parse(text) as { settings?: { limits?: unknown } }).settings?.limits

const FIELDS = '{ settings { limits { accounts courses storage } } }'

describe('limits', () => {
  it('are read by the school’s managers and the platform’s staff, and by nobody else', async () => {
    const readers: string[] = []
    for (const caller of callers) {
      const { rest } = caller.caller === 'superAdmin' ? platformCalls : calls
      const { status, text } = await rest(caller, { path: `tenants/${school.id}` })
      expect(status).toBe(200)
      if (limitsIn(text)) {
        expect(limitsIn(text)).toMatchObject(LIMITS)
        readers.push(caller.caller)
      } else {
        expect(text).not.toMatch(/limits|400/)
      }
    }
    expect(readers.sort()).toEqual(['admin', 'owner', 'superAdmin'])
  })

  it('are hidden in GraphQL, beneath other documents, and from filters as well', async () => {
    const [visitor, owner] = [as('visitor'), as('owner')]
    const query = `{ Tenant(id: "${school.id}") ${FIELDS} }`
    expect((await calls.graphql(visitor, query)).text).not.toContain('400')
    expect((await calls.graphql(owner, query)).text).toContain('400')

    await factories(payload()).course({ tenant: school.id })
    const beneath = await calls.rest(visitor, { path: 'courses?depth=2' })
    expect(beneath.text).toContain(school.name)
    expect(beneath.text).not.toContain('limits')

    const filter = 'tenants?where[settings.limits.courses][greater_than]=100'
    expect((await calls.rest(visitor, { path: filter })).status).toBe(400)
    expect((await calls.rest(owner, { path: filter })).text).toContain('"totalDocs":1')
  })

  it('are not changed by anybody in the school, whether by REST or GraphQL', async () => {
    const settings = { limits: { accounts: 9999, courses: 9999, storage: null } }
    for (const caller of ['owner', 'admin', 'instructor', 'student', 'visitor'] as const) {
      const who = as(caller)
      const { status } = await calls.rest(who, {
        body: { settings },
        method: 'PATCH',
        path: `tenants/${school.id}`,
      })
      expect([caller, status]).toEqual([caller, ['admin', 'owner'].includes(caller) ? 200 : 403])
      await calls.graphql(
        who,
        `mutation { updateTenant(id: "${school.id}", data: { settings: { limits: { courses: 9999 } } }) { id } }`,
      )
      expect(await limitsNow()).toMatchObject(LIMITS)
    }
  })

  it('are set by the platform’s staff, as whole numbers or not at all', async () => {
    const set = (courses: unknown) =>
      platformCalls.rest(as('superAdmin'), {
        body: { settings: { limits: { courses } } },
        method: 'PATCH',
        path: `tenants/${school.id}`,
      })
    expect((await set(7)).status).toBe(200)
    expect(await limitsNow()).toMatchObject({ ...LIMITS, courses: 7 })
    expect([(await set(-1)).status, (await set(1.5)).status]).toEqual([400, 400])
    expect((await set(null)).status).toBe(200)
    expect(await limitsNow()).toMatchObject({ ...LIMITS, courses: null })
    await reset()
  })
})

describe('a school at its limit', () => {
  beforeAll(() => reset({ accounts: 0, courses: 0, storage: 0 }))
  afterAll(() => reset())

  const creation = (language: string) =>
    calls.rest(as('owner'), {
      body: { level: 'all', title: 'One more' },
      headers: { 'accept-language': language },
      method: 'POST',
      path: 'courses',
    })

  it('answers 422 with the limit and its value, and says so in the reader’s language', async () => {
    const { status, text } = await creation('en')
    const [error] = (JSON.parse(text) as { errors: { data: unknown; message: string }[] }).errors
    expect(status).toBe(422)
    expect(error).toMatchObject({
      data: { code: 'limitReached', limit: 'courses', most: 0 },
      message: 'The school’s limit for courses is 0, and it is reached.',
    })
    expect((await creation('ru')).text).toContain('Лимит школы на курсы исчерпан. Он равен 0.')
    expect((await creation('he')).text).toContain('מכסת הקורסים של בית הספר היא 0')
  })

  it('answers the same to GraphQL', async () => {
    const { text } = await calls.graphql(
      as('owner'),
      'mutation { createUser(data: { name: "Ada", email: "ada@example.com", status: active }) { id } }',
    )
    expect(text).toContain('"code":"limitReached"')
    expect(text).toContain('"limit":"accounts"')
  })

  it('is not offered what would be refused, and keeps everything else', async () => {
    const { text } = await calls.rest(as('owner'), { path: 'access' })
    const { collections } = JSON.parse(text) as {
      collections: Record<string, Record<string, unknown>>
    }
    for (const slug of ['courses', 'media', 'users']) {
      expect([slug, collections[slug]?.create, collections[slug]?.update]).toEqual([
        slug,
        undefined,
        true,
      ])
    }
    await reset()
    const open = await calls.rest(as('owner'), { path: 'access' })
    expect(open.text).toMatch(/"courses":\{.*?"create":true/)
  })
})
