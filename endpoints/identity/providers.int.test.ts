import { env } from '@/env'
import { asTenant } from '@/database/scope'
import { DEMO_PASSWORD } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { OIDC_KEYS, startOidcServer, walk, type OidcPerson } from '@/test/oidc/server'
import { browserAt, schoolWith, type TestBrowser } from '@/test/signIn/visitor'

const payload = testPayload()

let oidc: Awaited<ReturnType<typeof startOidcServer>>

beforeAll(async () => {
  oidc = await startOidcServer([])
  env().PRIVATE_HOSTS.push(oidc.host)
})
afterAll(() => oidc.close())

type Settings = {
  clientSecret?: string
  domains?: string
  groupRoles?: string
  kind?: 'google' | 'oidc'
  makesAccounts?: boolean
  newRole?: 'instructor'
}

/** A school that signs people in by the provider. */
const schoolWithProvider = async (settings: Settings = {}, roles?: string[]) => {
  const school = await schoolWith(payload(), roles)
  oidc.allow(`http://${school.host}:3000/`)
  const { id } = await asTenant(school.tenant, async () =>
    payload().create({
      collection: 'sign-in-providers',
      data: {
        ...OIDC_KEYS,
        issuer: oidc.origin,
        kind: 'oidc',
        label: 'Example',
        position: 1,
        tenant: school.tenant,
        ...settings,
      },
      req: await requestOf(),
    }),
  )

  return { ...school, provider: id }
}

type School = Awaited<ReturnType<typeof schoolWithProvider>>

const somebody = (said: Partial<OidcPerson> = {}): OidcPerson => {
  const sub = crypto.randomUUID()
  const person = {
    name: 'Dana Doe',
    email: `${sub.slice(0, 8)}@example.com`,
    email_verified: true,
    sub,
    ...said,
  }
  oidc.knows(person)

  return person
}

/** Where the provider sends a browser back to that goes there from the sign-in page. */
const away = async ({ provider }: School, browser: TestBrowser, sub: null | string) => {
  oidc.signsIn(sub)
  const { body, status } = await browser.post(`sign-in/provider/${provider}`, { next: '/courses' })
  expect(status).toBe(200)
  const { pathname, search } = new URL(await walk(String(body.url)))

  return `${pathname}${search}`.replace('/api/', '')
}

const signIn = async (school: School, sub: null | string, browser = browserAt(school.host)) => ({
  browser,
  ...(await browser.get(await away(school, browser, sub))),
})

/** The code of a refusal that the page is to show. */
const refusalOf = ({ jar }: TestBrowser): unknown =>
  JSON.parse(decodeURIComponent(jar.get('refusal') ?? 'null'))

const people = ({ query }: School) =>
  query<{ email: string; status: string }>(
    'select email, status::text as status from users where tenant_id = $1 order by id',
  )

describe('signing in by a provider', () => {
  it('makes an account for a verified address that nobody has, and lets it in again', async () => {
    const school = await schoolWithProvider()
    const { email, sub } = somebody()
    const { browser, location, status } = await signIn(school, sub)
    expect({ location, status }).toEqual({ location: '/courses', status: 303 })
    expect(await browser.who()).toBe('Dana Doe')
    const again = await signIn(school, sub)
    expect(await again.browser.who()).toBe('Dana Doe')
    expect((await people(school)).filter((one) => one.email === email)).toEqual([
      { email, status: 'active' },
    ])
  })

  it('writes down once what whoever makes an account so agrees to', async () => {
    const school = await schoolWithProvider()
    await factories(payload()).page({ slug: 'terms', tenant: school.tenant, title: 'Terms' })
    const { email, sub } = somebody()
    await signIn(school, sub)
    await signIn(school, sub)
    const consents = await school.query(
      `select c.purpose::text as purpose, c.page, c.means::text as means, c.locale, u.email
       from consents c join users u on u.id = c.account_id where c.tenant_id = $1`,
    )

    expect(consents).toEqual([
      { email, locale: null, means: 'signUp', page: 'Terms', purpose: 'terms' },
    ])
  })

  it('links a verified address to the account that has it, in whatever case, and says so by mail', async () => {
    const school = await schoolWithProvider()
    const { sub } = somebody({ email: school.email.toUpperCase() })
    const { browser } = await signIn(school, sub)
    expect(await browser.who()).toBe('Mia')
    expect(await people(school)).toHaveLength(1)
    expect((await school.letters()).map(({ data, kind }) => [kind, data.change])).toContainEqual([
      'signInChanged',
      'providerConnected',
    ])
    await school.query(`update users set email = 'moved@example.com' where tenant_id = $1`)
    expect(await (await signIn(school, sub)).browser.who()).toBe('Mia')
  })

  it.each([
    ['the account of an unverified address', (school: School) => school.email],
    ['an account for an unverified address', () => 'new@example.com'],
  ])('never lets in, nor makes, %s', async (_what, email) => {
    const school = await schoolWithProvider()
    const { sub } = somebody({ email: email(school), email_verified: false })
    const { browser, location } = await signIn(school, sub)
    expect(location).toBe('/sign-in?next=%2Fcourses')
    expect(refusalOf(browser)).toEqual({ code: 'providerUnproved' })
    expect(await browser.who()).toBeNull()
    expect(await people(school)).toHaveLength(1)
  })

  it('takes addresses of domains that the organisation proved for proved, and no others', async () => {
    const school = await schoolWithProvider({ domains: 'uni.example', makesAccounts: true })
    const inside = somebody({ email: 'a@uni.example', email_verified: false })
    expect(await (await signIn(school, inside.sub)).browser.who()).toBeNull()
    await school.query(`update sign_in_providers set proved = domains where tenant_id = $1`)
    expect(await (await signIn(school, inside.sub)).browser.who()).toBe('Dana Doe')
    const outside = somebody({ email: 'a@other.example', email_verified: false })
    expect(await (await signIn(school, outside.sub)).browser.who()).toBeNull()
  })

  it('forgets the password of an account that nobody confirmed before', async () => {
    const school = await schoolWithProvider()
    await school.query(
      `update users set email_verified = false, status = 'pending' where tenant_id = $1`,
    )
    const { sub } = somebody({ email: school.email })
    expect(await (await signIn(school, sub)).browser.who()).toBe('Mia')
    expect((await browserAt(school.host).signIn(school.email)).status).toBe(401)
  })

  it('comes to one account where somebody new comes back in two windows at once', async () => {
    const school = await schoolWithProvider()
    const { sub } = somebody()
    const browsers = [browserAt(school.host), browserAt(school.host)]
    const backs: string[] = []
    for (const browser of browsers) {
      backs.push(await away(school, browser, sub))
    }
    await Promise.all(browsers.map((browser, at) => browser.get(backs[at] ?? '')))
    expect(await Promise.all(browsers.map((browser) => browser.who()))).toEqual([
      'Dana Doe',
      'Dana Doe',
    ])
    expect(await people(school)).toHaveLength(2)
  })

  it('lets nobody in elsewhere than in the browser that was sent, and nobody twice', async () => {
    const school = await schoolWithProvider()
    const { sub } = somebody()
    const browser = browserAt(school.host)
    const back = await away(school, browser, sub)
    const victim = browserAt(school.host)
    expect((await victim.get(back)).location).toBe('/sign-in')
    expect(refusalOf(victim)).toEqual({ code: 'providerOver' })
    expect(await victim.who()).toBeNull()
    const used = await away(school, browser, sub)
    await browser.get(used)
    expect(await browser.who()).toBe('Dana Doe')
    expect((await browser.get(used)).location).toBe('/sign-in')
  })

  it('says so where somebody thinks better of it', async () => {
    const school = await schoolWithProvider()
    const { browser, location } = await signIn(school, null)
    expect(location).toBe('/sign-in?next=%2Fcourses')
    expect(refusalOf(browser)).toEqual({ code: 'providerGivenUp' })
  })

  it('makes no account where a school makes them itself, but by a provider that may', async () => {
    for (const makesAccounts of [false, true]) {
      const school = await schoolWithProvider({ makesAccounts })
      await school.query('update tenants set settings_features_registration = false where id = $1')
      const { browser } = await signIn(school, somebody().sub)
      expect(await browser.who()).toBe(makesAccounts ? 'Dana Doe' : null)
    }
  })

  it('keeps somebody out whom staff shut out, with the reason', async () => {
    const school = await schoolWithProvider()
    const { sub } = somebody({ email: school.email })
    await school.query(`update users set status = 'banned' where tenant_id = $1`)
    await school.query(
      `insert into account_changes (id, tenant_id, account_id, action, before, after, reason)
       select uuidv7(), $1, id, 'ban', 'active', 'banned', 'Shared a password' from users where tenant_id = $1`,
    )
    const { browser } = await signIn(school, sub)
    expect(await browser.who()).toBeNull()
    expect(refusalOf(browser)).toEqual({ code: 'accountBanned', reason: 'Shared a password' })
  })

  it('asks staff for the second step that their school wants', async () => {
    const school = await schoolWithProvider({}, ['admin'])
    await school.query(
      'update tenants set settings_sign_in_staff_second_factor = true where id = $1',
    )
    const { sub } = somebody({ email: school.email })
    const { browser, location } = await signIn(school, sub)
    expect(location).toBe('/sign-in?step=enroll&next=%2Fcourses')
    expect(await browser.who()).toBeNull()
    expect((await browser.post('sign-in/step/secret')).status).toBe(200)
  })

  it('gives accounts that an organisation makes its role, and those of their groups', async () => {
    const school = await schoolWithProvider({
      groupRoles: 'Helpers = support',
      makesAccounts: true,
      newRole: 'instructor',
    })
    const { email, sub } = somebody({ groups: ['helpers'] })
    const roles = async () =>
      (
        await school.query<{ value: string }>(
          'select r.value::text as value from users_roles r join users u on u.id = r.parent_id where u.tenant_id = $1 and u.email = $2 order by 1',
          email,
        )
      ).map(({ value }) => value)
    await signIn(school, sub)
    expect(await roles()).toEqual(['instructor', 'student', 'support'])
    somebody({ email, groups: [], sub })
    await signIn(school, sub)
    expect(await roles()).toEqual(['instructor', 'student'])
  })

  it('asks nobody of another school', async () => {
    const [school, other] = [await schoolWithProvider(), await schoolWithProvider()]
    const { sub } = somebody()
    const browser = browserAt(other.host)
    expect(await browser.post(`sign-in/provider/${school.provider}`)).toMatchObject({
      body: { code: 'providerOff' },
      status: 422,
    })
    const { browser: mine } = await signIn(school, sub)
    expect(await mine.who()).toBe('Dana Doe')
    expect(await people(other)).toHaveLength(1)
  })
})

describe('connecting an account', () => {
  const connect = async (school: School, browser: TestBrowser, sub: string) => {
    oidc.signsIn(sub)
    const { body } = await browser.post(`account/providers/${school.provider}/connect`, {
      password: DEMO_PASSWORD,
    })
    const { pathname, search } = new URL(await walk(String(body.url)))

    return browser.get(`${pathname}${search}`.replace('/api/', ''))
  }

  it('takes any address, since both are proved, and takes the connection away again', async () => {
    const school = await schoolWithProvider()
    const { sub } = somebody({ email: 'other@example.com', email_verified: false })
    const browser = browserAt(school.host)
    await browser.signIn(school.email)
    expect(
      await browser.post(`account/providers/${school.provider}/connect`, { password: 'wrong' }),
    ).toMatchObject({ body: { code: 'wrongPassword' } })
    expect((await connect(school, browser, sub)).location).toBe('/account/security?connected=1')
    expect(await (await signIn(school, sub)).browser.who()).toBe('Mia')
    const { connected, offered } = (await browser.get('account/providers')).body as {
      connected: { id: string; label: string }[]
      offered: object[]
    }
    expect({ labels: connected.map(({ label }) => label), offered }).toEqual({
      labels: ['Example'],
      offered: [],
    })
    const gone = await browser.post(`account/providers/${connected[0]?.id}/remove`, {
      password: DEMO_PASSWORD,
    })
    expect(gone.body).toMatchObject({ connected: [], offered: [{ label: 'Example' }] })
    expect(await (await signIn(school, sub)).browser.who()).toBeNull()
  })

  it('leaves to each what is theirs', async () => {
    const school = await schoolWithProvider()
    const { sub } = somebody()
    await signIn(school, sub)
    const browser = browserAt(school.host)
    await browser.signIn(school.email)
    expect((await connect(school, browser, sub)).location).toBe('/account/security')
    expect(refusalOf(browser)).toEqual({ code: 'providerTaken' })
  })

  it('leaves the last way in where it is', async () => {
    const school = await schoolWithProvider()
    await school.query('update tenants set settings_sign_in_by_mail = false where id = $1')
    const { browser } = await signIn(school, somebody().sub)
    const { connected } = (await browser.get('account/providers')).body as {
      connected: { id: string }[]
    }
    expect(await browser.post(`account/providers/${connected[0]?.id}/remove`)).toMatchObject({
      body: { code: 'lastWayIn' },
      status: 422,
    })
  })
})

describe('what a school sets up', () => {
  it('seals the secret, and keeps one of each provider in use', async () => {
    const school = await schoolWithProvider({ kind: 'google' }, ['owner'])
    const browser = browserAt(school.host)
    await browser.signIn(school.email)
    const read = await browser.get(`sign-in-providers/${school.provider}`)
    expect(read.body).toMatchObject({ clientId: OIDC_KEYS.clientId })
    expect(JSON.stringify(read.body)).not.toContain(OIDC_KEYS.clientSecret)
    const second = await browser.post('sign-in-providers', { ...OIDC_KEYS, kind: 'google' })
    expect(second.status).toBe(400)
  })

  it.each([
    ['knows the keys', {}, 200],
    ['does not know them', { clientSecret: 'another' }, 422],
  ])('tests whether a provider %s', async (_what, settings, status) => {
    const school = await schoolWithProvider(settings, ['owner'])
    const browser = browserAt(school.host)
    await browser.signIn(school.email)
    expect(await browser.post(`sign-in-providers/${school.provider}/check`)).toMatchObject({
      status,
    })
  })

  it('is for owners alone', async () => {
    const school = await schoolWithProvider({}, ['admin'])
    const browser = browserAt(school.host)
    await browser.signIn(school.email)
    const path = `sign-in-providers/${school.provider}`
    expect((await browser.send('PATCH', path, { label: 'Mine' })).status).toBe(403)
    expect((await browser.get(path)).status).toBe(200)
  })

  it('lets nobody but owners in by a password that is switched off, and takes no more of them', async () => {
    const school = await schoolWithProvider()
    const owner = await school.add('Olga', ['owner'])
    await school.query('update tenants set settings_sign_in_by_password = false where id = $1')
    const [member, boss] = [browserAt(school.host), browserAt(school.host)]
    expect(await member.signIn(school.email)).toMatchObject({
      body: { code: 'passwordSignInOff' },
      status: 422,
    })
    await boss.signIn(owner.email)
    expect([await member.who(), await boss.who()]).toEqual([null, 'Olga'])
    const asked = { name: 'New', email: 'new@example.com', password: 'a long enough 8271 sentence' }
    expect(await member.post('auth/sign-up/email', asked)).toMatchObject({ status: 422 })
  })

  it('asks for no passkey where the school wants none', async () => {
    const school = await schoolWith(payload())
    await school.query('update tenants set settings_sign_in_by_passkey = false where id = $1')
    expect(await browserAt(school.host).post('sign-in/passkey/begin')).toMatchObject({
      body: { code: 'passkeySignInOff' },
      status: 422,
    })
  })
})
