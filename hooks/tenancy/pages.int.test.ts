import { jest } from '@jest/globals'

import { schoolToRevalidate } from '@/adapters/cache/revalidate'
import { tenantOfHost } from '@/database/hosts'
import { asPlatform, asTenant } from '@/database/scope'
import { schoolOf } from '@/operations/tenancy/school'
import { seedPeople } from '@/seed/people'
import { settingsFactories } from '@/test/factories/settings'
import { requestOf, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'
import { settleOnly } from '@/test/settleOnly'

const payload = testPayload()
const settings = () => settingsFactories(payload())

/** A school, its owner, and how the owner changes its settings. */
const ownedSchool = async () => {
  const { id, slug } = await settings().school()
  const host = `${slug}.localhost`
  const email = 'owner@example.com'
  await asTenant(id, async () =>
    seedPeople({
      people: [{ name: 'Olive', email, roles: ['owner'] }],
      req: await requestOf(),
      tenant: id,
    }),
  )
  const owner = await signIn({ name: 'owner', email, host, payload: payload() })
  const change = (given: object) =>
    callsAt(host).rest(owner, {
      body: { settings: given },
      method: 'PATCH',
      path: `tenants/${id}`,
    })

  return { id, change, host }
}

/** What pages and mails of a school are made of now. */
const read = (tenant: string) =>
  asTenant(tenant, async () => schoolOf({ req: await requestOf(), tenant }))

/** Schools whose cached pages the web process is told to drop while the worker does all that waits. */
const dropped = async (): Promise<(null | string)[]> => {
  const told: (null | string)[] = []
  const send = globalThis.fetch
  const watch = jest.spyOn(globalThis, 'fetch').mockImplementation((to, init) => {
    told.push(schoolToRevalidate(typeof init?.body === 'string' ? JSON.parse(init.body) : null))

    return send(to, init)
  })
  await asPlatform(() => settleOnly(payload(), 'revalidatePagesOnContentChanged'))
  watch.mockRestore()

  return told
}

describe('a change of a school’s settings', () => {
  it('drops that school’s cached pages and nobody else’s', async () => {
    const [school, other] = [await ownedSchool(), await ownedSchool()]
    await dropped()
    const before = await read(other.id)
    const changed = await school.change({
      accent: '#0b7285',
      features: { coupons: false, registration: false },
      tagline: 'Newly said',
    })

    expect(changed.status).toBe(200)
    expect(await dropped()).toEqual([school.id])
    expect(await read(school.id)).toMatchObject({
      brand: { accent: '#0b7285' },
      features: { certificates: true, coupons: false, registration: false },
      tagline: 'Newly said',
    })
    expect(await read(other.id)).toEqual(before)
  })

  it('is a limit’s as well, which the platform sets', async () => {
    const school = await settings().school()
    await dropped()
    await settings().change({ id: school.id, limits: { courses: 3 } })
    expect(await dropped()).toEqual([school.id])
  })

  it('reaches the edge, which keeps hosts and their languages, without waiting for its minute', async () => {
    const [school, other] = [await ownedSchool(), await ownedSchool()]
    expect((await tenantOfHost(school.host))?.locale).toBe('en')
    await school.change({ locale: 'he' })
    const until = Date.now() + 5_000
    while ((await tenantOfHost(school.host))?.locale !== 'he' && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }

    expect((await tenantOfHost(school.host))?.locale).toBe('he')
    expect((await tenantOfHost(other.host))?.locale).toBe('en')
  })
})
