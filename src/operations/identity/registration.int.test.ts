import type { Tenant } from '@payload-types'

import { tenantOfHost } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { setPassword } from '@/operations/identity/credentials'
import { factories } from '@/test/factories'
import { settingsFactories } from '@/test/factories/settings'
import { requestOf, testPayload } from '@/test/harness'

import { authFor } from './auth'

const payload = testPayload()
const settings = () => settingsFactories(payload())

const PASSWORD = 'correct horse battery'

const post = async ({ slug }: Tenant, path: string, body: object) => {
  const host = `${slug}.localhost`
  const tenant = await tenantOfHost(host)
  if (!tenant) {
    throw new Error('no such school')
  }
  const origin = `http://${host}:3000`
  const answer = await authFor({ host, payload: payload(), tenant }).handler(
    new Request(`${origin}/api/auth${path}`, {
      body: JSON.stringify({ password: PASSWORD, ...body }),
      headers: { 'Content-Type': 'application/json', host, origin },
      method: 'POST',
    }),
  )

  return { body: (await answer.json()) as { code?: string }, status: answer.status }
}

const register = (school: Tenant, email = `${crypto.randomUUID()}@example.com`) =>
  post(school, '/sign-up/email', { name: 'Dana', email })

const accountsOf = ({ id }: Tenant) =>
  asTenant(
    id,
    async () => (await payload().count({ collection: 'users', overrideAccess: true })).totalDocs,
  )

describe('a school without open registration', () => {
  it('refuses every address alike, and lets in whom it made an account', async () => {
    const school = await settings().school({ features: { registration: false } })
    const { id, email } = await factories(payload()).user({ tenant: school.id })
    const refused = { body: { code: 'registrationOff' }, status: 422 }
    expect(await register(school)).toMatchObject(refused)
    expect(await register(school, email)).toMatchObject(refused)
    expect(await accountsOf(school)).toBe(1)

    await asTenant(school.id, async () =>
      setPassword({
        account: id,
        password: PASSWORD,
        req: await requestOf(),
        tenant: school.id,
      }),
    )
    expect((await post(school, '/sign-in/email', { email })).status).toBe(200)
  })

  it('opens it again at once, and closes nobody else’s', async () => {
    const [school, other] = [await settings().school(), await settings().school()]
    await settings().change({ id: school.id, features: { registration: false } })
    expect((await register(school)).status).toBe(422)
    expect((await register(other)).status).toBe(200)

    await settings().change({ id: school.id, features: { registration: true } })
    expect((await register(school)).status).toBe(200)
  })
})

describe('a school with a limit for accounts', () => {
  it('lets in exactly as many visitors as there are places when more come at once', async () => {
    const school = await settings().school({ limits: { accounts: 2 } })
    const answers = await Promise.all(Array.from({ length: 6 }, () => register(school)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 422, 422, 422, 422])
    expect(await accountsOf(school)).toBe(2)
  })

  it('tells a visitor neither its limit nor who has an account', async () => {
    const school = await settings().school({ limits: { accounts: 1 } })
    const { email } = await factories(payload()).user({ tenant: school.id })
    const [unknown, known] = [await register(school), await register(school, email)]
    expect(unknown).toEqual({ body: { code: 'schoolFull', message: 'schoolFull' }, status: 422 })
    expect(known).toEqual(unknown)
  })

  it('lets visitors and staff take one place once', async () => {
    const school = await settings().school({ limits: { accounts: 1 } })
    const staff = factories(payload())
    await Promise.allSettled([
      register(school),
      staff.user({ tenant: school.id }),
      register(school),
      staff.user({ tenant: school.id }),
    ])
    expect(await accountsOf(school)).toBe(1)
  })
})
