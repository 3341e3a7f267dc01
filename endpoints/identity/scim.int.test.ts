import type { Said } from '@/test/scim/client'

import { lookingUp } from '@/adapters/dns'
import { asTenant } from '@/database/scope'
import { env } from '@/env'
import { DEMO_PASSWORD } from '@/seed/people'
import { startDns, type DnsServer } from '@/test/dns/server'
import { requestOf, testPayload } from '@/test/harness'
import { scimAt, scimUser } from '@/test/scim/client'
import { browserAt, schoolWith } from '@/test/signIn/visitor'

const payload = testPayload()

let dns: DnsServer

beforeAll(async () => {
  dns = await startDns()
  env().DNS_SERVERS.push(dns.address)
})
afterAll(() => dns.close())

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

const patch = (...Operations: object[]) => ({ Operations, schemas: [PATCH] })

/** A school with the provider of an organisation, whose domain is proved, and a token of its directory. */
const schoolWithDirectory = async (settings: Record<string, unknown> = {}) => {
  const school = await schoolWith(payload(), ['owner'])
  const domain = `d${crypto.randomUUID().slice(0, 8)}.example`
  const { id } = await asTenant(school.tenant, async () =>
    payload().create({
      collection: 'sign-in-providers',
      data: {
        clientId: 'a',
        clientSecret: 'b',
        domains: domain,
        issuer: 'https://id.test',
        kind: 'oidc',
        label: 'Example',
        position: 1,
        tenant: school.tenant,
        ...settings,
      },
      req: await requestOf(),
    }),
  )
  const owner = browserAt(school.host)
  await owner.signIn(school.email)
  const { body } = await owner.get(`sign-in-providers/${id}/organisation`)
  for (const { name, value } of body.domains as { name: string; value: string }[]) {
    dns.set(name, { TXT: [value] })
  }
  await owner.post(`sign-in-providers/${id}/domains/check`)
  const made = await owner.post(`sign-in-providers/${id}/scim-tokens`, { name: 'Okta' })
  expect(made.status).toBe(201)

  return {
    ...school,
    domain,
    owner,
    provider: id,
    scim: scimAt(school.host, String(made.body.token)),
    token: { id: String(made.body.id), value: String(made.body.token) },
  }
}

type School = Awaited<ReturnType<typeof schoolWithDirectory>>

const idOf = ({ body }: Said): string => String(body.id)

const add = async (school: School, more: Record<string, unknown> = {}) =>
  school.scim.post('Users', scimUser(`${crypto.randomUUID().slice(0, 8)}@${school.domain}`, more))

const statusOf = async (school: School, id: string) =>
  (
    await school.query<{ status: string }>(
      'select status::text as status from users where tenant_id = $1 and id = $2',
      id,
    )
  )[0]?.status

const rolesOf = async (school: School, id: string) =>
  (
    await school.query<{ value: string }>(
      'select r.value::text as value from users_roles r join users u on u.id = r.parent_id where u.tenant_id = $1 and u.id = $2 order by 1',
      id,
    )
  ).map(({ value }) => value)

/** Gives somebody the demo password, as their school would not, so that they can be signed in. */
const enter = async (school: School, id: string) => {
  await school.query(
    `insert into auth_accounts (id, tenant_id, user_id, account_id, provider_id, password)
     select uuidv7(), $1, $2::uuid, $2::text, 'credential', password from auth_accounts where tenant_id = $1 and provider_id = 'credential' limit 1`,
    id,
  )
  const [person] = await school.query<{ email: string }>(
    'select email from users where tenant_id = $1 and id = $2',
    id,
  )
  const browser = browserAt(school.host)
  await browser.signIn(person?.email ?? '', DEMO_PASSWORD)

  return browser
}

describe('a proof of a domain', () => {
  it('is a TXT record of this school, and counts while the domain stands in the row', async () => {
    const school = await schoolWithDirectory()
    const path = `sign-in-providers/${school.provider}`
    const domains = async () => (await school.owner.get(`${path}/organisation`)).body.domains
    expect(await domains()).toMatchObject([{ domain: school.domain, isProved: true }])
    await school.owner.send('PATCH', path, { domains: `${school.domain}, other.example` })
    await school.owner.post(`${path}/domains/check`)
    expect(await domains()).toMatchObject([{ isProved: true }, { isProved: false }])
    await school.owner.send('PATCH', path, { domains: 'other.example' })
    await school.owner.send('PATCH', path, { domains: school.domain })
    expect(await domains()).toMatchObject([{ isProved: false }])
  })

  it('proves nothing for another school', async () => {
    const [school, other] = [await schoolWithDirectory(), await schoolWithDirectory()]
    const path = `sign-in-providers/${other.provider}`
    await other.owner.send('PATCH', path, { domains: school.domain })
    expect((await lookingUp().texts(`_lectern-sign-in.${school.domain}`)).kind).toBe('found')
    await other.owner.post(`${path}/domains/check`)
    const { body } = await other.owner.get(`${path}/organisation`)
    expect(body.domains).toMatchObject([{ isProved: false }])
  })
})

describe('a token of a directory', () => {
  it('is kept as a hash, is its school’s alone, and ends when it is revoked', async () => {
    const [school, other] = [await schoolWithDirectory(), await schoolWithDirectory()]
    const kept = await school.query('select * from scim_tokens where tenant_id = $1')
    expect(JSON.stringify(kept)).not.toContain(school.token.value)
    expect((await school.scim.get('Users')).status).toBe(200)
    expect((await scimAt(other.host, school.token.value).get('Users')).status).toBe(401)
    expect((await scimAt(school.host, 'scim_nobody').get('Users')).status).toBe(401)
    expect((await other.owner.post(`scim-tokens/${school.token.id}/revoke`)).status).toBe(404)
    expect((await school.owner.post(`scim-tokens/${school.token.id}/revoke`)).status).toBe(200)
    expect(await school.scim.get('Users')).toMatchObject({
      body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401' },
      status: 401,
    })
  })

  it('opens nothing but the directory', async () => {
    const school = await schoolWithDirectory()
    const browser = browserAt(school.host, { authorization: `Bearer ${school.token.value}` })
    expect((await browser.get('people')).status).toBe(401)
    expect(await browser.who()).toBeNull()
  })

  it('is made by owners alone', async () => {
    const school = await schoolWithDirectory()
    const admin = await school.add('Ada', ['admin'])
    const browser = browserAt(school.host)
    await browser.signIn(admin.email)
    const path = `sign-in-providers/${school.provider}`
    expect((await browser.post(`${path}/scim-tokens`, { name: 'Mine' })).status).toBe(403)
    expect((await browser.post(`${path}/domains/check`)).status).toBe(403)
    expect((await browser.get(`${path}/organisation`)).status).toBe(200)
  })
})

describe('what a directory is told of the service', () => {
  it.each([
    ['ServiceProviderConfig', { filter: { supported: true }, patch: { supported: true } }],
    ['ResourceTypes', { totalResults: 2 }],
    ['Schemas', { totalResults: 2 }],
  ])('%s', async (path, said) => {
    const { scim } = await schoolWithDirectory()
    expect(await scim.get(path)).toMatchObject({ body: said, status: 200 })
  })
})

describe('people of a directory', () => {
  it('get an account, are found by what they are called by, and are named anew', async () => {
    const school = await schoolWithDirectory()
    const email = `Dana@${school.domain}`
    const made = await school.scim.post('Users', scimUser(email, { externalId: 'okta-1' }))
    expect(made).toMatchObject({
      body: {
        name: { familyName: 'Doe', givenName: 'Dana' },
        active: true,
        emails: [{ primary: true, value: email.toLowerCase() }],
        externalId: 'okta-1',
        userName: email,
      },
      status: 201,
    })
    const id = idOf(made)
    expect(await statusOf(school, id)).toBe('active')
    expect(await rolesOf(school, id)).toEqual(['student'])
    for (const filter of [
      `userName eq "${email.toLowerCase()}"`,
      'externalId eq "okta-1"',
      `emails[type eq "work"].value eq "${email}"`,
      `emails.value eq "${email}"`,
    ]) {
      const found = await school.scim.get(`Users?filter=${encodeURIComponent(filter)}`)
      expect(found.body).toMatchObject({ Resources: [{ id }], totalResults: 1 })
    }
    expect((await school.scim.get('Users?filter=title%20co%20%22x%22')).body).toMatchObject({
      scimType: 'invalidFilter',
      status: '400',
    })
    const put = await school.scim.put(`Users/${id}`, {
      ...scimUser(email),
      displayName: 'Dana Roe',
      externalId: 'okta-2',
    })
    expect(put).toMatchObject({
      body: { active: true, displayName: 'Dana Roe', externalId: 'okta-2' },
    })
  })

  it('come in pages', async () => {
    const school = await schoolWithDirectory()
    const ids = [idOf(await add(school)), idOf(await add(school)), idOf(await add(school))]
    const { body } = await school.scim.get('Users?startIndex=2&count=1')
    expect(body).toMatchObject({
      itemsPerPage: 1,
      Resources: [{ id: ids[1] }],
      startIndex: 2,
      totalResults: 3,
    })
  })

  it.each([
    ['Okta', patch({ op: 'replace', value: { active: false } })],
    ['Entra', patch({ op: 'Replace', path: 'active', value: 'False' })],
    ['a directory with a path', patch({ op: 'replace', path: 'active', value: false })],
  ])(
    'lose sessions, tokens and keys at once when %s deactivates them, and get back what they had',
    async (_who, body) => {
      const school = await schoolWithDirectory({ newRole: 'instructor' })
      const id = idOf(await add(school))
      const browser = await enter(school, id)
      expect(await browser.who()).not.toBeNull()
      const { body: key } = await browser.post('keys', {
        name: 'K',
        days: 30,
        scopes: ['courses.read'],
      })
      const program = browserAt(school.host, { authorization: `Bearer ${String(key.key)}` })
      // Known, and not for keys.
      expect((await program.get('keys')).status).toBe(403)
      expect(await school.scim.patch(`Users/${id}`, body)).toMatchObject({
        body: { active: false },
        status: 200,
      })
      expect(await browser.who()).toBeNull()
      expect((await program.get('keys')).status).toBe(401)
      expect(await statusOf(school, id)).toBe('suspended')
      await school.scim.patch(
        `Users/${id}`,
        patch({ op: 'replace', path: 'active', value: 'True' }),
      )
      expect(await statusOf(school, id)).toBe('active')
      expect((await program.get('keys')).status).toBe(403)
    },
  )

  it('stay shut out by staff whatever their directory says', async () => {
    const school = await schoolWithDirectory()
    const id = idOf(await add(school))
    await school.scim.patch(`Users/${id}`, patch({ op: 'replace', path: 'active', value: false }))
    await school.owner.post(`people/${id}/status`, { action: 'ban', reason: 'Shared a password' })
    const { body } = await school.scim.patch(
      `Users/${id}`,
      patch({ op: 'replace', path: 'active', value: true }),
    )
    expect(body.active).toBe(false)
    expect(await statusOf(school, id)).toBe('banned')
  })

  it('are let go of, and come back to the same account', async () => {
    const school = await schoolWithDirectory()
    const email = `back@${school.domain}`
    const id = idOf(await school.scim.post('Users', scimUser(email)))
    const browser = await enter(school, id)
    expect((await school.scim.delete(`Users/${id}`)).status).toBe(204)
    expect(await browser.who()).toBeNull()
    expect((await school.scim.get(`Users/${id}`)).status).toBe(404)
    expect((await school.scim.delete(`Users/${id}`)).status).toBe(404)
    expect(idOf(await school.scim.post('Users', scimUser(email)))).toBe(id)
    expect(await statusOf(school, id)).toBe('active')
  })

  it('are one where two requests make them at once', async () => {
    const school = await schoolWithDirectory()
    const user = scimUser(`twice@${school.domain}`)
    const answers = await Promise.all([1, 2, 3].map(() => school.scim.post('Users', user)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      scimType: 'uniqueness',
    })
  })

  it('are learners of a proved domain, and nobody else who has an account already', async () => {
    const school = await schoolWithDirectory()
    const learner = await school.add('Lea', ['student'])
    const staff = await school.add('Ada', ['admin'])
    await school.query(
      `update users set email = 'lea@${school.domain}' where tenant_id = $1 and id = $2`,
      learner.id,
    )
    await school.query(
      `update users set email = 'ada@${school.domain}' where tenant_id = $1 and id = $2`,
      staff.id,
    )
    const other = await school.add('Oli', ['student'])
    expect(idOf(await school.scim.post('Users', scimUser(`lea@${school.domain}`)))).toBe(learner.id)
    for (const email of [`ada@${school.domain}`, other.email, school.email]) {
      expect((await school.scim.post('Users', scimUser(email))).status).toBe(409)
    }
    for (const id of [staff.id, other.id, school.id]) {
      expect((await school.scim.delete(`Users/${id}`)).status).toBe(404)
    }
  })

  it('are no longer changed by it once they own the school', async () => {
    const school = await schoolWithDirectory()
    const id = idOf(await add(school))
    await school.query(
      `insert into users_roles (id, "order", parent_id, value) select uuidv7(), 9, $2::uuid, 'owner' where $1::uuid is not null`,
      id,
    )
    expect((await school.scim.delete(`Users/${id}`)).status).toBe(403)
    expect(await statusOf(school, id)).toBe('active')
  })

  it('are another school’s for nobody', async () => {
    const [school, other] = [await schoolWithDirectory(), await schoolWithDirectory()]
    const id = idOf(await add(school))
    expect((await other.scim.get(`Users/${id}`)).status).toBe(404)
    expect(
      (
        await other.scim.patch(
          `Users/${id}`,
          patch({ op: 'replace', path: 'active', value: false }),
        )
      ).status,
    ).toBe(404)
    expect((await other.scim.get('Users')).body.totalResults).toBe(0)
    expect(await statusOf(school, id)).toBe('active')
  })

  it.each([
    ['nothing', {}],
    ['no address', { userName: 'dana' }],
    ['an address that is none', { emails: [{ value: 'dana' }], userName: 'dana' }],
    ['numbers for texts', { userName: 7 }],
  ])('are refused where they say %s', async (_what, user) => {
    const { scim } = await schoolWithDirectory()
    expect((await scim.post('Users', user)).status).toBe(400)
  })

  it('leave a line in the log for each change', async () => {
    const school = await schoolWithDirectory()
    const id = idOf(await add(school))
    await school.scim.delete(`Users/${id}`)
    const told = await school.query<{ operation: string }>(
      `select operation from audit_entries where tenant_id = $1 and operation like '% /scim/%' and subject_id = $2 order by at`,
      id,
    )
    expect(told.map(({ operation }) => operation)).toEqual([
      'POST /scim/v2/Users',
      'DELETE /scim/v2/Users/:id',
    ])
  })
})

describe('groups of a directory', () => {
  it('give roles to their members, and take them from whoever leaves', async () => {
    const school = await schoolWithDirectory({
      groupRoles: 'Teachers = instructor\nHelpers = Helper',
    }).catch(() => null)
    expect(school).toBeNull()
    const teaching = await schoolWithDirectory({
      groupRoles: 'Teachers = instructor\nDesk = support',
    })
    const { scim } = teaching
    const [one, two] = [idOf(await add(teaching)), idOf(await add(teaching))]
    const group = idOf(
      await scim.post('Groups', { displayName: 'Teachers', members: [{ value: one }] }),
    )
    expect(await rolesOf(teaching, one)).toEqual(['instructor', 'student'])
    await scim.patch(
      `Groups/${group}`,
      patch({ op: 'Add', path: 'members', value: [{ value: two }] }),
    )
    expect(await rolesOf(teaching, two)).toEqual(['instructor', 'student'])
    await scim.patch(`Groups/${group}`, patch({ op: 'remove', path: `members[value eq "${one}"]` }))
    await scim.patch(
      `Groups/${group}`,
      patch({ op: 'Remove', path: 'members', value: [{ value: two }] }),
    )
    expect([await rolesOf(teaching, one), await rolesOf(teaching, two)]).toEqual([
      ['student'],
      ['student'],
    ])
    await scim.put(`Groups/${group}`, { displayName: 'Desk', members: [{ value: one }] })
    expect(await rolesOf(teaching, one)).toEqual(['student', 'support'])
    expect((await scim.delete(`Groups/${group}`)).status).toBe(204)
    expect(await rolesOf(teaching, one)).toEqual(['student'])
  })

  it('give roles of the school’s own', async () => {
    const school = await schoolWithDirectory()
    await school.owner.post('custom-roles', { name: 'Helper', permissions: ['courses.read'] })
    await school.owner.send('PATCH', `sign-in-providers/${school.provider}`, {
      groupRoles: 'Helpers = Helper',
    })
    const id = idOf(await add(school))
    const held = () =>
      school.query(
        'select 1 from users where tenant_id = $1 and id = $2 and custom_role_id is not null',
        id,
      )
    const group = idOf(
      await school.scim.post('Groups', { displayName: 'helpers', members: [{ value: id }] }),
    )
    expect(await held()).toHaveLength(1)
    await school.scim.put(`Groups/${group}`, { displayName: 'helpers', members: [] })
    expect(await held()).toHaveLength(0)
  })

  it('are found, once each, and hold nobody of elsewhere', async () => {
    const [school, other] = [await schoolWithDirectory(), await schoolWithDirectory()]
    const stranger = idOf(await add(other))
    const group = { displayName: 'Class 7', externalId: 'g-7' }
    const id = idOf(await school.scim.post('Groups', group))
    expect((await school.scim.post('Groups', group)).status).toBe(409)
    const found = await school.scim.get(
      `Groups?excludedAttributes=members&filter=${encodeURIComponent('displayName eq "class 7"')}`,
    )
    expect(found.body).toMatchObject({ Resources: [{ id }], totalResults: 1 })
    expect((found.body.Resources as object[])[0]).not.toHaveProperty('members')
    const planted = patch({ op: 'add', path: 'members', value: [{ value: stranger }] })
    expect((await school.scim.patch(`Groups/${id}`, planted)).status).toBe(400)
    expect((await other.scim.get(`Groups/${id}`)).status).toBe(404)
  })
})
