import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { DEMO_PASSWORD, seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { browserAt, schoolWith, type TestBrowser } from '@/test/signIn/visitor'

const payload = testPayload()

type School = Awaited<ReturnType<typeof schoolWith>>

const codeOf = ({ body }: { body: Record<string, unknown> }) => body.code
const schoolsOf = async (browser: TestBrowser) =>
  (await browser.get('account/schools')).body as {
    schools: { address: string; id: string; name: string }[]
    state: string
  }

/** Somebody who has an account with one address in two schools, and is signed in to both in one computer's browser. */
const twoSchools = async (rolesThere = ['student'], email?: string) => {
  const here = await schoolWith(payload())
  const { id: tenant, slug } = await factories(payload()).tenant()
  const address = email ?? here.email
  const account = await asTenant(tenant, async () =>
    seedPeople({
      people: [{ name: 'Mia there', email: address, roles: rolesThere }],
      req: await requestOf(),
      tenant,
    }),
  )
  const host = `${slug}.localhost`
  const at = { here: browserAt(here.host), there: browserAt(host) }
  expect((await at.here.signIn(here.email)).status).toBe(200)
  expect((await at.there.signIn(address)).status).toBe(200)

  return { at, here, there: { account, host, tenant } }
}

type Pair = Awaited<ReturnType<typeof twoSchools>>

/** The token that one brings to the other school, as its address carries it. */
const ask = async ({ at, there }: Pick<Pair, 'at' | 'there'>): Promise<string> => {
  const { body, status } = await at.here.post('account/schools', {
    address: `http://${there.host}:3000/courses`,
  })
  expect(status).toBe(200)
  const url = new URL(String(body.url))
  expect(url.host).toBe(`${there.host}:3000`)
  expect(url.pathname).toBe('/account/schools')

  return url.searchParams.get('link') ?? ''
}

const link = async (pair: Pair): Promise<string> => {
  const token = await ask(pair)
  const agreed = await pair.at.there.post('account/schools/confirm', { token })
  expect(agreed.status).toBe(200)

  return (await schoolsOf(pair.at.here)).schools[0]?.id ?? ''
}

const codeTo = async ({ at }: Pick<Pair, 'at'>, id: string): Promise<string> => {
  const { body } = await at.here.post(`account/schools/${id}/switch`)

  return new URL(String(body.url)).hash.slice(1)
}

const facts = async (tenant: string) =>
  (
    await systemPool().query<{ change: string }>(
      `select data ->> 'change' as change from events where tenant_id = $1 and fact = 'account.signInChanged' order by id`,
      [tenant],
    )
  ).rows.map(({ change }) => change)

const count = async (text: string, ...values: unknown[]): Promise<number> =>
  (await systemPool().query<{ n: number }>(`select count(*)::int as n from ${text}`, values))
    .rows[0]?.n ?? 0

/** The same browser after its session at that school has ended. */
const signedOut = async (browser: TestBrowser) => {
  await browser.post('auth/sign-out')
  expect(await browser.who()).toBeNull()
}

describe('linking accounts of two schools', () => {
  it('takes the owner of both: each school names the other with its address, and no more', async () => {
    const pair = await twoSchools()
    const before = await schoolsOf(pair.at.here)
    expect(before).toEqual({ schools: [], state: 'open' })
    await link(pair)
    const [here, there] = [await schoolsOf(pair.at.here), await schoolsOf(pair.at.there)]
    expect(here.schools).toEqual([
      {
        id: expect.any(String) as string,
        name: expect.any(String) as string,
        address: `http://${pair.there.host}:3000`,
      },
    ])
    expect(there.schools[0]?.address).toBe(`http://${pair.here.host}:3000`)
    expect(await facts(pair.here.tenant)).toEqual(['schoolLinked'])
    expect(await facts(pair.there.tenant)).toEqual(['schoolLinked'])
  })

  it('stands in the log of each school, and names the other in neither', async () => {
    const pair = await twoSchools()
    await link(pair)
    const { rows } = await systemPool().query<{ text: string; tenant: string }>(
      `select to_jsonb(a)::text as text, tenant_id as tenant from audit_entries a where operation = 'account.signInChanged' and tenant_id = any ($1)`,
      [[pair.here.tenant, pair.there.tenant]],
    )
    expect(rows).toHaveLength(2)
    for (const { tenant, text } of rows) {
      const other = tenant === pair.here.tenant ? pair.there : pair.here
      expect(text).not.toContain(other.tenant)
      expect(text).not.toContain(other.host)
    }
  })

  it('is done once, however many agree at once, and by nobody else', async () => {
    const pair = await twoSchools()
    const token = await ask(pair)
    const stranger = browserAt(pair.there.host)
    expect((await stranger.post('account/schools/confirm', { token })).status).toBe(401)
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => pair.at.there.post('account/schools/confirm', { token })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter((one) => codeOf(one) === 'linkOver')).toHaveLength(3)
    expect(await facts(pair.there.tenant)).toEqual(['schoolLinked'])
    expect(codeOf(await pair.at.here.post('account/schools/confirm', { token }))).toBe('linkOver')
  })

  it('says the same of a school whether or not there is an account, and nothing to another address', async () => {
    const pair = await twoSchools(['student'], `${crypto.randomUUID().slice(0, 8)}@example.com`)
    const token = await ask(pair)
    const said = await pair.at.there.post('account/schools/confirm', { token })
    expect(codeOf(said)).toBe('linkOtherAddress')
    expect(JSON.stringify(said.body)).not.toContain(pair.here.host)
  })

  it('refuses addresses that are not proved', async () => {
    const pair = await twoSchools()
    const token = await ask(pair)
    await systemPool().query('update users set email_verified = false where tenant_id = $1', [
      pair.there.tenant,
    ])
    expect(codeOf(await pair.at.there.post('account/schools/confirm', { token }))).toBe(
      'linkOtherAddress',
    )
  })

  it.each(['nowhere.localhost', 'https://evil.example/a', '', '//'])(
    'goes to schools of this installation alone, and not to %j',
    async (address) => {
      const school = await schoolWith(payload())
      const browser = browserAt(school.host)
      await browser.signIn(school.email)
      const said = await browser.post('account/schools', { address })
      expect(said.status).toBe(address === '' ? 400 : 422)
      expect(codeOf(await browser.post('account/schools', { address: school.host }))).toBe(
        'schoolUnknown',
      )
    },
  )

  it('is for learners: of whoever works in either school it is refused', async () => {
    const pair = await twoSchools(['instructor'])
    const token = await ask(pair)
    expect(codeOf(await pair.at.there.post('account/schools/confirm', { token }))).toBe(
      'learnersOnly',
    )
    expect((await schoolsOf(pair.at.there)).state).toBe('staff')
    const said = await pair.at.there.post('account/schools', { address: pair.here.host })
    expect(codeOf(said)).toBe('learnersOnly')
  })

  it('asks at each school for whoever signed in a while ago', async () => {
    const pair = await twoSchools()
    const token = await ask(pair)
    await systemPool().query(
      `update auth_sessions set created_at = now() - interval '1 hour' where tenant_id = any ($1)`,
      [[pair.here.tenant, pair.there.tenant]],
    )
    for (const said of [
      await pair.at.there.post('account/schools/confirm', { token }),
      await pair.at.here.post('account/schools', { address: pair.there.host }),
    ]) {
      expect(codeOf(said)).toBe('reauthenticationNeeded')
    }
    await pair.at.there.post('account/proof', { password: DEMO_PASSWORD })
    expect((await pair.at.there.post('account/schools/confirm', { token })).status).toBe(200)
  })
})

describe('switching to a linked school', () => {
  it('begins a session there without signing in, in a browser that was signed in to both', async () => {
    const pair = await twoSchools()
    const id = await link(pair)
    await signedOut(pair.at.there)
    const code = await codeTo(pair, id)
    const said = await pair.at.there.post('switch', { code })
    expect(said.status).toBe(200)
    expect(JSON.stringify(said.body)).not.toContain(pair.here.tenant)
    expect(await pair.at.there.who()).toBe('Mia there')
    const back = (await schoolsOf(pair.at.there)).schools[0]?.id ?? ''
    expect(back).toBe(id)
  })

  it('lets one in of many who bring a code, and none afterwards', async () => {
    const pair = await twoSchools()
    const code = await codeTo(pair, await link(pair))
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => pair.at.there.post('switch', { code })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(codeOf(await pair.at.there.post('switch', { code }))).toBe('linkOver')
  })

  it('begins a session of its own, and never takes one that was there before', async () => {
    const pair = await twoSchools()
    const id = await link(pair)
    const before = pair.at.there.jar.get('session')
    await pair.at.there.post('switch', { code: await codeTo(pair, id) })
    expect(pair.at.there.jar.get('session')).not.toBe(before)
  })

  it('is refused with a code of another school, an old one, and one of linking', async () => {
    const pair = await twoSchools()
    const id = await link(pair)
    const other = await schoolWith(payload())
    const code = await codeTo(pair, id)
    expect(codeOf(await browserAt(other.host).post('switch', { code }))).toBe('linkOver')
    expect(codeOf(await pair.at.here.post('switch', { code }))).toBe('linkOver')
    const old = await codeTo(pair, id)
    const seconds = await count(
      `lectern_handovers where tenant = $1 and expires_at > now() + interval '60 seconds'`,
      pair.here.tenant,
    )
    expect(seconds).toBe(0)
    await systemPool().query(
      `update lectern_handovers set expires_at = now() - interval '1 second' where tenant = $1`,
      [pair.here.tenant],
    )
    expect(codeOf(await pair.at.there.post('switch', { code: old }))).toBe('linkOver')
    const token = await ask(pair)
    expect(codeOf(await pair.at.there.post('switch', { code: token }))).toBe('linkOver')
  })

  it('keeps no code that could be used', async () => {
    const pair = await twoSchools()
    const code = await codeTo(pair, await link(pair))
    const { rows } = await systemPool().query<{ hash: string }>(
      'select hash from lectern_handovers where tenant = $1',
      [pair.here.tenant],
    )
    expect(rows.map(({ hash }) => hash)).not.toContain(code)
  })

  it('asks to sign in in a browser that does not know the school, and knows it afterwards', async () => {
    const pair = await twoSchools()
    const id = await link(pair)
    const elsewhere = browserAt(pair.there.host)
    expect(codeOf(await elsewhere.post('switch', { code: await codeTo(pair, id) }))).toBe(
      'signInHere',
    )
    await elsewhere.signIn(pair.here.email)
    expect((await elsewhere.post('account/schools/browser')).status).toBe(200)
    await signedOut(elsewhere)
    expect((await elsewhere.post('switch', { code: await codeTo(pair, id) })).status).toBe(200)
    expect(await elsewhere.who()).toBe('Mia there')
  })

  it('never signs one person in as another by a code that was sent to them', async () => {
    const [attacker, victim] = [await twoSchools(), await twoSchools()]
    const id = await link(attacker)
    await link(victim)
    const { host, tenant } = attacker.there
    const there = browserAt(host)
    const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
    await asTenant(tenant, async () =>
      seedPeople({
        people: [{ name: 'Vic', email, roles: ['student'] }],
        req: await requestOf(),
        tenant,
      }),
    )
    await there.signIn(email)
    await there.post('account/schools/browser')
    expect(codeOf(await there.post('switch', { code: await codeTo(attacker, id) }))).toBe(
      'signInHere',
    )
    expect(await there.who()).toBe('Vic')
  })

  it('lets nobody use the link of somebody else', async () => {
    const pair = await twoSchools()
    const id = await link(pair)
    const other = await pair.here.add('Ola', ['student'])
    const browser = browserAt(pair.here.host)
    await browser.signIn(other.email)
    expect(codeOf(await browser.post(`account/schools/${id}/switch`))).toBe('linkOver')
    expect(codeOf(await browser.post(`account/schools/${id}/remove`))).toBe('linkOver')
    expect((await schoolsOf(browser)).schools).toEqual([])
    expect((await schoolsOf(pair.at.here)).schools).toHaveLength(1)
  })

  it.each([
    [
      'who began to work there',
      `insert into users_roles ("order", parent_id, value, id) values (9, $1, 'instructor', gen_random_uuid())`,
    ],
    [
      'whose organisation there signs its people in alone',
      `insert into sign_in_providers (id, tenant_id, kind, in_use, is_active, is_required, domains, proved, position, updated_at, created_at)
       select gen_random_uuid(), tenant_id, 'oidc', 'oidc', true, true, split_part(email, '@', 2), split_part(email, '@', 2), 1, now(), now() from users where id = $1`,
    ],
    [
      'where only its providers let in',
      `update tenants t set settings_sign_in_by_password = false, settings_sign_in_by_mail = false, settings_sign_in_by_passkey = false from users u where u.id = $1 and t.id = u.tenant_id`,
    ],
  ])('asks to sign in %s', async (_who, change) => {
    const pair = await twoSchools()
    const id = await link(pair)
    const { rows } = await systemPool().query<{ id: string }>(
      'select id from users where tenant_id = $1',
      [pair.there.tenant],
    )
    await systemPool().query(change, [rows[0]?.id])
    await signedOut(pair.at.there)
    expect(codeOf(await pair.at.there.post('switch', { code: await codeTo(pair, id) }))).toBe(
      'signInHere',
    )
    expect(await pair.at.there.who()).toBeNull()
  })

  it('asks for the second step of the school that it leads to', async () => {
    const pair = await twoSchools()
    const id = await link(pair)
    await signedOut(pair.at.there)
    await systemPool().query(
      `insert into auth_second_factors (id, tenant_id, user_id, secret, confirmed_at) select uuidv7(), tenant_id, id, 'x', now() from users where tenant_id = $1`,
      [pair.there.tenant],
    )
    const said = await pair.at.there.post('switch', { code: await codeTo(pair, id) })
    expect(said.body.step).toBe('verify')
    expect(await pair.at.there.who()).toBeNull()
  })

  it.each([
    ['suspended', 'accountSuspended'],
    ['banned', 'accountBanned'],
  ])(
    'does not let in whom the school %s, and does again once it opened the account',
    async (status, code) => {
      const pair = await twoSchools()
      const id = await link(pair)
      await signedOut(pair.at.there)
      const become = (to: string) =>
        systemPool().query('update users set status = $2 where tenant_id = $1', [
          pair.there.tenant,
          to,
        ])
      await become(status)
      expect(codeOf(await pair.at.there.post('switch', { code: await codeTo(pair, id) }))).toBe(
        code,
      )
      expect(await pair.at.there.who()).toBeNull()
      await become('active')
      expect((await pair.at.there.post('switch', { code: await codeTo(pair, id) })).status).toBe(
        200,
      )
    },
  )

  it('keeps within the devices that the school allows', async () => {
    const pair = await twoSchools()
    const id = await link(pair)
    const second = browserAt(pair.there.host)
    await second.signIn(pair.here.email)
    await second.post('account/schools/browser')
    await signedOut(second)
    await systemPool().query(
      `update tenants set settings_device_limit_most = 1, settings_device_limit_when_full = 'refuse' where id = $1`,
      [pair.there.tenant],
    )
    expect(codeOf(await second.post('switch', { code: await codeTo(pair, id) }))).toBe(
      'tooManySignIns',
    )
    expect(await second.who()).toBeNull()
  })

  it('gives no code to whom the school that is left shut out', async () => {
    const pair = await twoSchools()
    const id = await link(pair)
    const code = await codeTo(pair, id)
    await systemPool().query(`update users set status = 'suspended' where tenant_id = $1`, [
      pair.here.tenant,
    ])
    expect((await pair.at.here.post(`account/schools/${id}/switch`)).status).toBe(401)
    expect(codeOf(await pair.at.there.post('switch', { code }))).toBe('linkOver')
  })
})

const isLinked = async (pair: Pair): Promise<boolean> =>
  (await count('lectern_account_links where $1 in (tenant, other_tenant)', pair.here.tenant)) > 0

describe('the end of a link', () => {
  it.each(['here', 'there'] as const)('is made %s, for both schools at once', async (side) => {
    const pair = await twoSchools()
    const id = await link(pair)
    const code = await codeTo(pair, id)
    const answers = await Promise.all(
      [1, 2, 3].map(() => pair.at[side].post(`account/schools/${id}/remove`)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
    expect((await schoolsOf(pair.at.here)).schools).toEqual([])
    expect((await schoolsOf(pair.at.there)).schools).toEqual([])
    expect(codeOf(await pair.at.there.post('switch', { code }))).toBe('linkOver')
    for (const { tenant } of [pair.here, pair.there]) {
      expect(await facts(tenant)).toEqual(['schoolLinked', 'schoolUnlinked'])
    }
  })

  it.each(['here', 'there'] as const)(
    'comes at once where the school %s forbids links',
    async (side) => {
      const pair = await twoSchools()
      const code = await codeTo(pair, await link(pair))
      await systemPool().query('update tenants set settings_sign_in_linked = false where id = $1', [
        pair[side].tenant,
      ])
      expect(await isLinked(pair)).toBe(false)
      expect(codeOf(await pair.at.there.post('switch', { code }))).toBe('linkOver')
      expect((await schoolsOf(pair.at[side])).state).toBe('forbidden')
      const said = await pair.at[side].post('account/schools', { address: pair.there.host })
      expect(['linkedAccountsOff', 'schoolUnknown']).toContain(codeOf(said))
    },
  )

  it('also keeps a link from being made that was asked for before', async () => {
    const pair = await twoSchools()
    const token = await ask(pair)
    await systemPool().query('update tenants set settings_sign_in_linked = false where id = $1', [
      pair.there.tenant,
    ])
    expect(codeOf(await pair.at.there.post('account/schools/confirm', { token }))).toBe('linkOver')
  })

  it.each([
    ['has another address', `update users set email = 'new-' || email where tenant_id = $1`],
    [
      'has its address taken for not proved',
      `update users set email_verified = false where tenant_id = $1`,
    ],
    ['is deleted', `delete from users where tenant_id = $1`],
  ])('comes when an account %s', async (_what, change) => {
    const pair = await twoSchools()
    await link(pair)
    await systemPool().query(change, [pair.here.tenant])
    expect(await isLinked(pair)).toBe(false)
  })

  it('comes with a change of address that meets the agreement to link', async () => {
    const pair = await twoSchools()
    const token = await ask(pair)
    await Promise.all([
      pair.at.there.post('account/schools/confirm', { token }),
      systemPool().query(`update users set email = 'new-' || email where tenant_id = $1`, [
        pair.here.tenant,
      ]),
    ])
    expect(await isLinked(pair)).toBe(false)
  })
})

it('asks every browser to sign in again after a new password, and after all other sessions were ended', async () => {
  const pair = await twoSchools()
  const id = await link(pair)
  const second = browserAt(pair.there.host)
  await second.signIn(pair.here.email)
  await second.post('account/schools/browser')
  await pair.at.there.post('account/sessions/end', { others: true })
  expect(codeOf(await second.post('switch', { code: await codeTo(pair, id) }))).toBe('signInHere')
  await signedOut(pair.at.there)
  await systemPool().query(
    `update auth_accounts set password = password || 'x' where tenant_id = $1`,
    [pair.there.tenant],
  )
  expect(codeOf(await pair.at.there.post('switch', { code: await codeTo(pair, id) }))).toBe(
    'signInHere',
  )
})

it.each(['lectern_account_links', 'lectern_handovers', 'lectern_link_browsers'])(
  'keeps %s from the role that serves schools',
  async (table) => {
    const school: School = await schoolWith(payload())
    const { rows } = await systemPool().query<{ may: boolean }>(
      `select has_table_privilege('lectern_app', $1, 'select, insert, update, delete') as may`,
      [table],
    )
    expect(rows).toEqual([{ may: false }])
    expect(school.tenant).toBeTruthy()
  },
)

it('is not shown to staff who see the school as the learner does', async () => {
  const pair = await twoSchools()
  await link(pair)
  const owner = await pair.here.add('Olga', ['owner'])
  const browser = browserAt(pair.here.host)
  await browser.signIn(owner.email)
  const begun = await browser.post(`people/${pair.here.id}/view`, { reason: 'A question of hers.' })
  expect(begun.status).toBe(200)
  expect(await browser.who()).toBe('Mia')
  const said = await browser.get('account/schools')
  expect(said.status).toBe(403)
  expect(JSON.stringify(said.body)).not.toContain(pair.there.host)
})
