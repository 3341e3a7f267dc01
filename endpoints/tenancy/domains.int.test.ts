import { setTimeout as sleep } from 'node:timers/promises'

import type { DomainsOverview, DomainView } from '@/operations/tenancy/domainOverview'

import { tenantOfHost } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { schoolOf } from '@/operations/tenancy/school'
import { seedPeople } from '@/seed/people'
import { domainFactories, ownDns } from '@/test/factories/domains'
import { settingsFactories } from '@/test/factories/settings'
import { requestOf, settle, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'

const payload = testPayload()
const dns = ownDns()
const domains = () => domainFactories(payload())
const random = () => crypto.randomUUID().slice(0, 8)

/** A school with an owner, and what she asks at its sub-domain. */
const ownedSchool = async () => {
  const { id, slug } = await settingsFactories(payload()).school()
  const host = `${slug}.localhost`
  const email = `owner-${random()}@example.com`
  await asTenant(id, async () =>
    seedPeople({
      people: [{ name: 'Olive', email, roles: ['owner'] }],
      req: await requestOf(),
      tenant: id,
    }),
  )
  const owner = await signIn({ name: 'owner', email, host, payload: payload() })
  const ask = async (method: 'DELETE' | 'GET' | 'POST', path: string, body?: object) => {
    const { status, text } = await callsAt(host).rest(owner, { body, method, path })

    return { body: JSON.parse(text) as unknown, status }
  }

  return {
    id,
    slug,
    ask,
    claim: async (name: string) => {
      const { body } = await ask('POST', 'domains', { host: name })
      const { doc } = body as { doc: { id: string; token: string } }

      return doc
    },
    email,
    host,
  }
}

type School = Awaited<ReturnType<typeof ownedSchool>>

/** What `read` answers once it is as it should be, or after a while. */
const soon = async <T>(read: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> => {
  const until = Date.now() + 5_000
  let value = await read()
  while (!isRight(value) && Date.now() < until) {
    await sleep(50)
    value = await read()
  }

  return value
}

const codeOf = ({ body }: { body: unknown }): string | undefined =>
  (body as { errors?: { data?: { code?: string } }[] }).errors?.[0]?.data?.code

/** Makes the records that a claim asks for. */
const makeRecords = ({ name, slug, token }: { name: string; slug: string; token: string }) => {
  dns().set(`_domain-verification.${name}`, { TXT: [token] })
  dns().set(name, { CNAME: [`${slug}.localhost`] })
}

const checkIn = async (school: School, id: string): Promise<DomainView> =>
  ((await school.ask('POST', `domains/${id}/check`, {})).body as { domain: DomainView }).domain

describe('a claim', () => {
  it('keeps the name as browsers send it, and shows the records it needs', async () => {
    const school = await ownedSchool()
    const made = await school.ask('POST', 'domains', { host: 'https://Bücher.Example.org/' })
    expect(made.status).toBe(201)
    const { body } = await school.ask('GET', 'domains/overview')
    const [first] = (body as DomainsOverview).domains

    expect(first).toMatchObject({
      name: 'bücher.example.org',
      host: 'xn--bcher-kva.example.org',
      isPrimary: false,
      status: 'pending',
      verifiedAt: null,
    })
    expect(first?.records).toMatchObject([
      { type: 'TXT', found: null, label: '_domain-verification.xn--bcher-kva' },
      { type: 'CNAME', label: 'xn--bcher-kva', value: `${school.slug}.localhost` },
    ])
    expect(first?.records[0]?.value.length).toBeGreaterThanOrEqual(32)
  })

  it.each([
    ['192.0.2.1', 422, 'domainIsAddress'],
    ['aurora.localhost', 422, 'domainOfPlatform'],
    ['example.com/courses', 422, 'domainMalformed'],
    ['co.uk', 422, 'domainIsSuffix'],
  ])('of %s is answered %i %s', async (host, status, code) => {
    const school = await ownedSchool()
    const answer = await school.ask('POST', 'domains', { host })

    expect([answer.status, codeOf(answer)]).toEqual([status, code])
  })

  it('cannot bring along what only checks find out', async () => {
    const school = await ownedSchool()
    const made = await school.ask('POST', 'domains', {
      activeAt: new Date().toISOString(),
      host: `${random()}.example.net`,
      isPrimary: true,
      status: 'active',
      token: 'mine',
      verifiedAt: new Date().toISOString(),
    })
    const { doc } = made.body as { doc: { id: string } }

    expect(await domains().row(doc.id)).toMatchObject({
      active_at: null,
      is_primary: false,
      status: 'pending',
      token: expect.not.stringMatching(/^mine$/),
      verified_at: null,
    })
  })

  it('stands once in a school’s list, which has ten places', async () => {
    const school = await ownedSchool()
    const host = `${random()}.example.net`
    await school.claim(host)
    const again = await school.ask('POST', 'domains', { host: host.toUpperCase() })
    expect([again.status, codeOf(again)]).toEqual([409, 'domainListed'])
    for (let nth = 1; nth < 10; nth += 1) {
      await school.claim(`n${nth}.${host}`)
    }
    const more = await school.ask('POST', 'domains', { host: `more.${host}` })

    expect([more.status, codeOf(more)]).toEqual([422, 'domainsTooMany'])
  })

  it('does not keep another school from trying, but a proof does', async () => {
    const [first, second, third] = [await ownedSchool(), await ownedSchool(), await ownedSchool()]
    const name = `${random()}.example.net`
    const { id, token } = await first.claim(name)
    expect((await second.ask('POST', 'domains', { host: name })).status).toBe(201)
    makeRecords({ name, slug: first.slug, token })
    await checkIn(first, id)
    const late = await third.ask('POST', 'domains', { host: name })

    expect([late.status, codeOf(late)]).toEqual([409, 'domainTaken'])
  })
})

describe('a check', () => {
  it('says of each record what is wrong with it, and then that it is right', async () => {
    const school = await ownedSchool()
    const name = `${random()}.example.net`
    const { id, token } = await school.claim(name)
    dns().set(`_domain-verification.${name}`, { TXT: ['something else'] })
    const before = await checkIn(school, id)
    expect(before.status).toBe('pending')
    expect(before.records.map(({ found }) => found)).toEqual([
      { found: ['something else'], isGood: false, reason: 'wrongValue' },
      { found: [], isGood: false, reason: expect.stringMatching(/^no(?:Name|Record)$/) },
    ])

    makeRecords({ name, slug: school.slug, token })
    const early = await school.ask('POST', `domains/${id}/check`, {})
    expect(early.status).toBe(429)
    await sleep(5_100)
    const after = await checkIn(school, id)

    expect(after).toMatchObject({ isPrimary: true, status: 'active' })
    expect(after.verifiedAt).not.toBeNull()
    expect(after.records.every(({ found }) => found?.isGood)).toBe(true)
  }, 30_000)

  it('makes the first domain the main address of pages and mails, and tells the owner', async () => {
    const school = await ownedSchool()
    const name = `${random()}.example.net`
    const { id, token } = await school.claim(name)
    expect(await tenantOfHost(name)).toBeNull()
    makeRecords({ name, slug: school.slug, token })
    await checkIn(school, id)

    const read = await asTenant(school.id, async () =>
      schoolOf({ req: await requestOf(), tenant: school.id }),
    )
    expect(read?.origin).toContain(`//${name}`)
    expect(await soon(() => tenantOfHost(name), Boolean)).toMatchObject({
      id: school.id,
      primaryHost: name,
    })
    const { docs } = await asTenant(school.id, async () => {
      await settle()

      return payload().find({ collection: 'emails', depth: 0, overrideAccess: true })
    })
    expect(docs.map(({ kind, to }) => [kind, to])).toContainEqual(['domainConnected', school.email])
  })

  it('is another school’s manager’s and a stranger’s no business', async () => {
    const [school, other] = [await ownedSchool(), await ownedSchool()]
    const { id } = await school.claim(`${random()}.example.net`)

    expect((await other.ask('POST', `domains/${id}/check`, {})).status).toBe(404)
    expect((await other.ask('POST', `domains/${id}/primary`, { isPrimary: true })).status).toBe(404)
    expect((await other.ask('DELETE', `domains/${id}`)).status).toBe(404)
  })
})

describe('the main address', () => {
  const connected = async (school: School) => {
    const name = `${random()}.example.net`
    const { id, token } = await school.claim(name)
    makeRecords({ name, slug: school.slug, token })
    await checkIn(school, id)

    return { id, name }
  }

  const originIn = async (school: School) =>
    ((await school.ask('GET', 'domains/overview')).body as DomainsOverview).origin

  it('is the one the school chooses among its connected domains, or its sub-domain', async () => {
    const school = await ownedSchool()
    const [one, two] = [await connected(school), await connected(school)]
    expect(await originIn(school)).toContain(one.name)
    await school.ask('POST', `domains/${two.id}/primary`, { isPrimary: true })
    expect(await originIn(school)).toContain(two.name)
    await school.ask('POST', `domains/${two.id}/primary`, { isPrimary: false })

    expect(await originIn(school)).toContain(school.host)
  })

  it('is never a domain that is not connected', async () => {
    const school = await ownedSchool()
    const { id } = await school.claim(`${random()}.example.net`)
    const { body, status } = await school.ask('POST', `domains/${id}/primary`, { isPrimary: true })

    expect([status, (body as { code: string }).code]).toEqual([422, 'domainNotConnected'])
  })

  it('is one alone when several are chosen at once', async () => {
    const school = await ownedSchool()
    const made = [await connected(school), await connected(school), await connected(school)]
    await Promise.all(
      made.map(({ id }) => school.ask('POST', `domains/${id}/primary`, { isPrimary: true })),
    )
    const { body } = await school.ask('GET', 'domains/overview')

    expect((body as DomainsOverview).domains.filter(({ isPrimary }) => isPrimary)).toHaveLength(1)
  })

  it('is the sub-domain again once the domain is removed, and the name is free', async () => {
    const [school, other] = [await ownedSchool(), await ownedSchool()]
    const { id, name } = await connected(school)
    expect((await school.ask('DELETE', `domains/${id}`)).status).toBe(200)

    expect(await originIn(school)).toContain(school.host)
    expect((await other.ask('POST', 'domains', { host: name })).status).toBe(201)
  })
})

describe('the question before a certificate', () => {
  const allowed = async (domain: string) => {
    const { status } = await callsAt('localhost').rest(
      { name: 'proxy', cookie: '' },
      { path: `domains/allowed?domain=${encodeURIComponent(domain)}` },
    )

    return status
  }

  it('is answered yes for the platform, for schools and for proved domains alone', async () => {
    const school = await ownedSchool()
    const name = `${random()}.example.net`
    const { id, token } = await school.claim(name)
    expect(await allowed(name)).toBe(404)
    makeRecords({ name, slug: school.slug, token })
    await checkIn(school, id)

    expect(await allowed(school.host)).toBe(200)
    expect(await allowed('localhost')).toBe(200)
    expect(await allowed(`nobody-${random()}.localhost`)).toBe(404)
    expect(await allowed('a b')).toBe(404)
    expect(await allowed('')).toBe(404)
  })
})
