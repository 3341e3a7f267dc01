import { createHash } from 'node:crypto'

import { env } from '@/env'
import * as routes from '@/app/(payload)/api/[...slug]/route'
import { asHost, asTenant } from '@/database/scope'
import { requestOf, testPayload } from '@/test/harness'
import type { Encrypting } from '@/test/saml/encrypt'
import { startSamlServer, type Odd, type SamlPerson } from '@/test/saml/server'
import { browserAt, schoolWith, type TestBrowser } from '@/test/signIn/visitor'

const payload = testPayload()

let saml: Awaited<ReturnType<typeof startSamlServer>>

beforeAll(async () => {
  saml = await startSamlServer()
  env().PRIVATE_HOSTS.push(saml.host)
})
afterAll(() => saml.close())

const DOMAIN = 'uni.example'

const DANA: SamlPerson = { name: 'Dana Doe', email: `dana@${DOMAIN}`, subject: 'dana-1' }

/** A school whose organisation signs people in by SAML, and has proved its domain. */
const schoolWithSaml = async (settings: Record<string, unknown> = {}, roles?: string[]) => {
  const school = await schoolWith(payload(), roles)
  const { id } = await asTenant(school.tenant, async () =>
    payload().create({
      collection: 'sign-in-providers',
      data: {
        certificates: saml.certificates,
        domains: DOMAIN,
        issuer: saml.issuer,
        kind: 'saml',
        label: 'Uni',
        makesAccounts: true,
        position: 1,
        ssoAddress: saml.sso,
        tenant: school.tenant,
        ...settings,
      },
      req: await requestOf(),
    }),
  )
  await school.query('update sign_in_providers set proved = domains where tenant_id = $1')

  return { ...school, provider: id }
}

type School = Awaited<ReturnType<typeof schoolWithSaml>>

/** What a school asks the provider on behalf of a browser. */
const away = async ({ provider }: School, browser: TestBrowser) => {
  const { body, status } = await browser.post(`sign-in/provider/${provider}`, { next: '/courses' })
  expect(status).toBe(200)

  return saml.read(String(body.url))
}

/** The form of the provider's page, which brings none of our cookies; answers where it leads. */
const posted = ({ host, provider }: School, form: { response: string; state?: null | string }) =>
  asHost(host, async () => {
    const slug = ['sign-in', 'provider', provider, 'acs']
    const answer = await routes.POST(
      new Request(`http://${host}:3000/api/${slug.join('/')}`, {
        body: new URLSearchParams({
          RelayState: form.state ?? '',
          SAMLResponse: form.response,
        }).toString(),
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          host,
          origin: saml.origin,
          'sec-fetch-site': 'cross-site',
        },
        method: 'POST',
      }),
      { params: Promise.resolve({ slug }) },
    )

    return {
      location: answer.headers.get('location') ?? '',
      refusal: /refusal=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? null,
    }
  })

const below = (location: string): string => location.replace('/api/', '')

/** Signs a browser in, with whatever the provider says otherwise than it should. */
const signIn = async (
  school: School,
  person: SamlPerson,
  odd: Odd = {},
  browser = browserAt(school.host),
) => {
  saml.signsIn(person)
  const asked = await away(school, browser)
  const { location, refusal } = await posted(school, {
    response: saml.respond(asked, odd),
    state: asked.state,
  })
  const back = location.startsWith('/api/')
    ? (await browser.get(below(location))).location
    : location

  return { browser, location: back, refusal }
}

const people = ({ query }: School) =>
  query<{ email: string }>('select email from users where tenant_id = $1 order by id')

describe('signing in by SAML', () => {
  it('makes an account, with the role of its group, and lets it in again by what names it for ever', async () => {
    const school = await schoolWithSaml({ groupRoles: 'Teachers = instructor' })
    const person = { ...DANA, groups: ['Teachers'] }
    const { browser, location } = await signIn(school, person)
    expect(location).toBe('/courses')
    expect(await browser.who()).toBe('Dana Doe')
    const moved = await signIn(school, { ...person, email: `d.doe@${DOMAIN}` })
    expect(await moved.browser.who()).toBe('Dana Doe')
    expect((await people(school)).map(({ email }) => email)).toContain(DANA.email)
    expect(await people(school)).toHaveLength(2)
    const roles = await school.query<{ value: string }>(
      `select r.value::text as value from users_roles r join users u on u.id = r.parent_id where u.tenant_id = $1 and u.email = $2 order by 1`,
      DANA.email,
    )
    expect(roles.map(({ value }) => value)).toEqual(['instructor', 'student'])
  })

  it('speaks for no address of a domain that is not proved', async () => {
    const school = await schoolWithSaml()
    const { browser } = await signIn(school, { ...DANA, email: school.email })
    expect(await browser.who()).toBeNull()
    expect(JSON.parse(decodeURIComponent(browser.jar.get('refusal') ?? ''))).toEqual({
      code: 'providerUnproved',
    })
  })

  it.each<[string, Odd]>([
    ['the certificate that comes next', { key: 'second' }],
    ['the whole response', { signs: 'response' }],
  ])('believes %s', async (_what, odd) => {
    const school = await schoolWithSaml()
    expect(await (await signIn(school, DANA, odd)).browser.who()).toBe('Dana Doe')
  })

  const forged = (xml: string): string =>
    xml.replaceAll(DANA.email, `owner@${DOMAIN}`).replaceAll('dana-1', 'owner-1')

  /** The assertion of a document, as text. */
  const assertionIn = (xml: string): string =>
    /<saml:Assertion[^]*<\/saml:Assertion>/.exec(xml)?.[0] ?? ''

  const withoutSignature = (xml: string): string =>
    xml.replace(/<ds:Signature[^]*<\/ds:Signature>/, '')

  it.each<[string, Odd]>([
    ['is not signed', { key: 'none' }],
    ['is signed by somebody else', { key: 'another' }],
    ['was changed after it was signed', { after: forged }],
    [
      'is signed with an algorithm that is broken',
      { algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' },
    ],
    ['is for somebody else', { audience: 'https://other.example' }],
    ['was issued by somebody else', { issuer: 'https://other.example' }],
    ['is for another address', { recipient: 'https://other.example/acs' }],
    ['went to another address', { destination: 'https://other.example/acs' }],
    ['is over', { lasts: -120 }],
    ['answers another request', { inResponseTo: '_another' }],
    ['answers no request', { inResponseTo: null }],
    [
      'wraps the signed assertion beside a forged one',
      {
        after: (xml) =>
          xml.replace(
            '</samlp:Response>',
            `${withoutSignature(forged(assertionIn(xml))).replace(/ID="[^"]*"/, 'ID="_forged"')}</samlp:Response>`,
          ),
      },
    ],
    [
      'wraps the signed assertion within a forged one',
      {
        after: (xml) => {
          const real = assertionIn(xml)
          const fake = withoutSignature(forged(real))
            .replace(/ID="[^"]*"/, 'ID="_forged"')
            .replace('<saml:Conditions', `<saml:Advice>${real}</saml:Advice><saml:Conditions`)

          return xml.replace(real, fake)
        },
      },
    ],
    [
      'moves the signed assertion to extensions',
      {
        after: (xml) => {
          const real = assertionIn(xml)
          const fake = withoutSignature(forged(real))

          return xml.replace(real, `<samlp:Extensions>${real}</samlp:Extensions>${fake}`)
        },
      },
    ],
    ['has a comment in the name', { after: (xml) => xml, subject: 'dana-1<!-- -->.evil' }],
    [
      'declares a type and an entity',
      {
        after: (xml) =>
          `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml.replace('dana-1', '&x;')}`,
      },
    ],
    ['is no XML', { after: () => 'hello' }],
    [
      'has a passing name',
      { before: (xml) => xml.replace('nameid-format:persistent', 'nameid-format:transient') },
    ],
  ])('lets nobody in by a response that %s', async (_what, odd) => {
    const school = await schoolWithSaml()
    const { browser, location } = await signIn(school, DANA, odd)
    expect(location).toMatch(/^\/sign-in/)
    expect(await browser.who()).toBeNull()
    expect(await people(school)).toHaveLength(1)
  })

  it('takes an assertion once, of many who post it at once', async () => {
    const school = await schoolWithSaml()
    saml.signsIn(DANA)
    const browser = browserAt(school.host)
    const asked = await away(school, browser)
    const form = { response: saml.respond(asked), state: asked.state }
    const answers = await Promise.all([1, 2, 3, 4].map(() => posted(school, form)))
    expect(answers.filter(({ location }) => location.startsWith('/api/'))).toHaveLength(1)
    expect(answers.filter(({ refusal }) => refusal?.includes('providerOver'))).toHaveLength(3)
  })

  it('lets nobody in elsewhere than in the browser that was sent', async () => {
    const school = await schoolWithSaml()
    saml.signsIn(DANA)
    const asked = await away(school, browserAt(school.host))
    const { location } = await posted(school, { response: saml.respond(asked), state: asked.state })
    const victim = browserAt(school.host)
    expect((await victim.get(below(location))).location).toBe('/sign-in')
    expect(await victim.who()).toBeNull()
  })

  it('takes no response that was meant for another school', async () => {
    const [school, other] = [await schoolWithSaml(), await schoolWithSaml()]
    saml.signsIn(DANA)
    const asked = await away(school, browserAt(school.host))
    const response = saml.respond(asked)
    expect((await posted(other, { response, state: asked.state })).refusal).toContain(
      'providerRefused',
    )
    const stranger = { ...other, provider: school.provider }
    expect((await posted(stranger, { response })).refusal).toContain('providerOff')
  })

  it('begins at the provider only where the school wants that', async () => {
    for (const beginsThere of [false, true]) {
      const school = await schoolWithSaml({ beginsThere })
      saml.signsIn(DANA)
      const asked = await away(school, browserAt(school.host))
      const response = saml.respond(asked, { inResponseTo: null })
      const { location } = await posted(school, { response })
      const browser = browserAt(school.host)
      await browser.get(below(location))
      expect(await browser.who()).toBe(beginsThere ? 'Dana Doe' : null)
      expect((await browser.get(below(location))).location).toBe('/sign-in')
    }
  })
})

/** What a school tells a provider of itself: its metadata, and the certificate in them for a use. */
const told = async ({ host, provider }: School) => {
  const { body } = await browserAt(host).get(`sign-in/provider/${provider}/metadata`)
  const text = String(body.text)
  const part = (use: string) =>
    new RegExp(`use="${use}"[^]*?X509Certificate>([^<]+)<`).exec(text)?.[1]?.replace(/\s/g, '') ??
    ''

  return { encryption: part('encryption'), signing: part('signing'), text }
}

describe('an assertion that is encrypted', () => {
  it.each<[string, Omit<Encrypting, 'certificate'>]>([
    ['AES-256 in GCM', {}],
    ['AES-128 in GCM', { algorithm: 'aes128-gcm' }],
    ['AES-256 in CBC', { algorithm: 'aes256-cbc' }],
    ['AES-128 in CBC', { algorithm: 'aes128-cbc' }],
    ['a key that stands beside it', { isBeside: true }],
  ])('with our certificate is read, by %s', async (_what, how) => {
    const school = await schoolWithSaml()
    const { encryption: certificate } = await told(school)
    const { browser, location } = await signIn(school, DANA, {
      encrypting: { ...how, certificate },
    })
    expect(location).toBe('/courses')
    expect(await browser.who()).toBe('Dana Doe')
  })

  it('may be signed as part of the whole response too', async () => {
    const school = await schoolWithSaml()
    const { encryption: certificate } = await told(school)
    const outer = (xml: string) =>
      xml.replace(
        '</samlp:Response>',
        '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/></samlp:Response>',
      )
    const odd = { after: outer, encrypting: { certificate } }
    expect(await (await signIn(school, DANA, odd)).browser.who()).toBe('Dana Doe')
  })

  const flipped = (at: number) => (bytes: Buffer) => {
    const changed = Buffer.from(bytes)
    changed[at < 0 ? changed.length + at : at] = (changed.at(at) ?? 0) ^ 1

    return changed
  }

  it.each<[string, (certificate: string) => Odd]>([
    ['is signed by nobody', (certificate) => ({ encrypting: { certificate }, key: 'none' })],
    [
      'is signed by somebody else',
      (certificate) => ({ encrypting: { certificate }, key: 'another' }),
    ],
    ['was changed', (certificate) => ({ encrypting: { certificate, garble: flipped(40) } })],
    [
      'was changed where its end says how long it is',
      (certificate) => ({
        encrypting: { algorithm: 'aes256-cbc', certificate, garble: flipped(-17) },
      }),
    ],
    [
      'was changed in the middle, where nothing proves the bytes',
      (certificate) => ({
        encrypting: { algorithm: 'aes128-cbc', certificate, garble: flipped(400) },
      }),
    ],
    [
      'has an old way to hide its key',
      (certificate) => ({ encrypting: { certificate, isOldPadding: true } }),
    ],
    [
      'is encrypted by a weak algorithm',
      (certificate) => ({ encrypting: { algorithm: 'tripledes-cbc', certificate } }),
    ],
    ['is there twice', (certificate) => ({ encrypting: { certificate, twice: true } })],
    [
      'has a comment in it',
      (certificate) => ({
        before: (xml) => xml.replace('dana-1', 'dana-1<!-- -->.evil'),
        encrypting: { certificate },
      }),
    ],
    [
      'holds two',
      (certificate) => ({
        before: (xml) => {
          const one = /<saml:Assertion[^]*<\/saml:Assertion>/.exec(xml)?.[0] ?? ''

          return xml.replace(one, `${one}${one.replace(/ID="[^"]*"/, 'ID="_forged"')}`)
        },
        encrypting: { certificate },
        signs: 'response',
      }),
    ],
  ])('lets nobody in where it %s, and is told no more than that', async (_what, odd) => {
    const school = await schoolWithSaml()
    const { encryption } = await told(school)
    const { browser, refusal } = await signIn(school, DANA, odd(encryption))
    expect(await browser.who()).toBeNull()
    expect(JSON.parse(decodeURIComponent(refusal ?? ''))).toEqual({ code: 'providerRefused' })
  })

  it('is read with the pair of its own organisation alone', async () => {
    const [school, other] = [await schoolWithSaml(), await schoolWithSaml()]
    const [mine, theirs] = [await told(school), await told(other)]
    expect(mine.encryption).not.toBe(theirs.encryption)
    const odd = { encrypting: { certificate: theirs.encryption } }
    expect((await signIn(school, DANA, odd)).refusal).toContain('providerRefused')
  })
})

describe('a request to a provider that wants it signed', () => {
  it('is signed with the key that the metadata name, and is not where nobody wants it', async () => {
    const school = await schoolWithSaml({ signsRequests: true })
    const { signing, text } = await told(school)
    expect(text).toContain('AuthnRequestsSigned="true"')
    const asked = await away(school, browserAt(school.host))
    expect(asked.isSignedBy(signing)).toBe(true)
    expect(asked.isSignedBy((await told(await schoolWithSaml())).signing)).toBe(false)
    expect(await (await signIn(school, DANA)).browser.who()).toBe('Dana Doe')

    const plain = await schoolWithSaml()
    expect((await told(plain)).text).toContain('AuthnRequestsSigned="false"')
    expect((await away(plain, browserAt(plain.host))).isSignedBy(signing)).toBe(false)
  })

  it('keeps its pair, which no answer of the API holds, however often the row is saved', async () => {
    const school = await schoolWithSaml({}, ['owner'])
    const { encryption } = await told(school)
    const browser = browserAt(school.host)
    await browser.signIn(school.email)
    const path = `sign-in-providers/${school.provider}`
    const change = { label: 'University', samlKey: 'mine', sealed: 'mine' }
    const changed = await browser.send('PATCH', path, change)
    expect(changed.status).toBe(200)
    expect(JSON.stringify(changed.body)).not.toMatch(/sealed|samlKey|PRIVATE KEY/)
    expect((await told(school)).encryption).toBe(encryption)
    const [row] = await school.query<{ sealed: string }>(
      'select sealed from sign_in_providers where tenant_id = $1',
    )
    expect(row?.sealed).not.toContain('PRIVATE KEY')
  })

  it('is told by the metadata of the provider', async () => {
    const school = await schoolWithSaml({}, ['owner'])
    const browser = browserAt(school.host)
    await browser.signIn(school.email)
    expect(
      await browser.post('sign-in-providers/metadata', { source: saml.metadata(true) }),
    ).toMatchObject({ body: { signsRequests: true }, status: 200 })
  })
})

describe('an organisation that signs its people in alone', () => {
  it('keeps passwords and mails of its addresses out, but of owners', async () => {
    const school = await schoolWithSaml({ isRequired: true })
    const owner = await school.add('Olga', ['owner'])
    const email = `mia@${DOMAIN}`
    await school.query(
      'update users set email = $2 where tenant_id = $1 and id = $3',
      email,
      school.id,
    )
    await school.query(
      'update users set email = $2 where tenant_id = $1 and id = $3',
      `olga@${DOMAIN}`,
      owner.id,
    )
    const [member, boss] = [browserAt(school.host), browserAt(school.host)]
    expect(await member.signIn(email)).toMatchObject({
      body: { code: 'organisationOnly' },
      status: 422,
    })
    await boss.signIn(`olga@${DOMAIN}`)
    expect([await member.who(), await boss.who()]).toEqual([null, 'Olga'])
    expect(await (await signIn(school, { ...DANA, email })).browser.who()).toBe('Mia')
  })
})

describe('what a school sets up', () => {
  it('is read from the metadata of the provider, pasted or found, and by owners alone', async () => {
    const school = await schoolWithSaml({}, ['owner'])
    const browser = browserAt(school.host)
    await browser.signIn(school.email)
    for (const source of [saml.metadata(), `${saml.origin}/metadata`]) {
      expect(await browser.post('sign-in-providers/metadata', { source })).toMatchObject({
        body: {
          certificates: saml.certificates,
          issuer: saml.issuer,
          signsRequests: false,
          ssoAddress: saml.sso,
        },
        status: 200,
      })
    }
    for (const source of ['http://169.254.169.254/latest', '<!DOCTYPE x><a/>', '<a/>', 'x']) {
      expect((await browser.post('sign-in-providers/metadata', { source })).status).toBe(422)
    }
    const admin = await school.add('Ada', ['admin'])
    const other = browserAt(school.host)
    await other.signIn(admin.email)
    expect((await other.post('sign-in-providers/metadata', { source: 'x' })).status).toBe(403)
  })

  it('tells the provider who the school is, and its certificates hold', async () => {
    const school = await schoolWithSaml({}, ['owner'])
    const browser = browserAt(school.host)
    const { body } = await browser.get(`sign-in/provider/${school.provider}/metadata`)
    expect(body.text).toContain(`/api/sign-in/provider/${school.provider}/acs`)
    expect(body.text).toContain('WantAssertionsSigned="true"')
    await browser.signIn(school.email)
    expect((await browser.post(`sign-in-providers/${school.provider}/check`)).status).toBe(200)
    const path = `sign-in-providers/${school.provider}`
    const broken = createHash('sha256').update('x').digest('base64')
    expect((await browser.send('PATCH', path, { certificates: broken })).status).toBe(400)
  })
})
