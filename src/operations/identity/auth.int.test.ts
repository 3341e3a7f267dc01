import type { Tenant, User } from '@payload-types'

import type { Template } from '@/domain/mail/templates'

import { rows } from '@/database/transaction'
import { tenantOfHost } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { openedMail } from '@/test/openedMail'

import { sql } from '@payloadcms/db-postgres'

import { authFor } from './auth'
import { sessionUser } from './session'

const payload = testPayload()

const hostOf = ({ slug }: Pick<Tenant, 'slug'>) => `${slug}.localhost`

/** Calls better-auth over HTTP's own types, as the school's host would. */
const post = async (
  school: Tenant,
  path: string,
  body: object,
  headers: Record<string, string> = {},
) => {
  const host = hostOf(school)
  const tenant = await tenantOfHost(host)
  if (!tenant) {
    throw new Error('no such school')
  }
  const origin = `http://${host}:3000`

  return authFor({ host, payload: payload(), tenant }).handler(
    new Request(`${origin}/api/auth${path}`, {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', host, origin, ...headers },
      method: 'POST',
    }),
  )
}

const get = async (school: Tenant, path: string, headers: Record<string, string> = {}) => {
  const host = hostOf(school)
  const tenant = await tenantOfHost(host)
  if (!tenant) {
    throw new Error('no such school')
  }

  return authFor({ host, payload: payload(), tenant }).handler(
    new Request(`http://${host}:3000/api/auth${path}`, { headers: { host, ...headers } }),
  )
}

const person = { name: 'Dana', email: 'Dana@Example.com', password: 'correct horse battery' }

const mailsIn = (school: Tenant) =>
  asTenant(school.id, async () =>
    (
      await rows<{ data: { url: string }; kind: Template }>(
        await requestOf(),
        sql`select kind, data from emails order by created_at`,
      )
    ).map((one) => ({ ...one, data: openedMail({ ...one, tenant: school.id }) })),
  )

const lastUrl = async (school: Tenant, kind: string) => {
  const found = (await mailsIn(school)).filter((mail) => mail.kind === kind).at(-1)
  const url = new URL(found?.data.url ?? 'http://none')

  return `${url.pathname.replace('/api/auth', '')}${url.search}`
}

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')

const signedIn = (school: Tenant, cookie: string) =>
  sessionUser({ headers: new Headers({ cookie, host: hostOf(school) }), payload: payload() })

const registered = async (school: Tenant) => {
  await post(school, '/sign-up/email', person)
  await get(school, await lastUrl(school, 'confirm'))
}

describe('identity', () => {
  it('answers a second registration of an address exactly as the first, and makes one account', async () => {
    const school = await factories(payload()).tenant()
    const first = await post(school, '/sign-up/email', person)
    const second = await post(school, '/sign-up/email', { ...person, email: 'dana@example.com' })

    expect([first.status, second.status]).toEqual([200, 200])
    const shape = async (answer: Response) =>
      Object.keys((await answer.json()) as { user: object }).sort()
    expect(await shape(first)).toEqual(await shape(second))
    const { totalDocs } = await asTenant(school.id, () =>
      payload().count({ collection: 'users', overrideAccess: true }),
    )
    expect(totalDocs).toBe(1)
    expect((await mailsIn(school)).map(({ kind }) => kind)).toEqual([
      'confirm',
      'alreadyRegistered',
    ])
  })

  it.each([
    ['qwertyuiop', 'passwordBreached'],
    ['summer2024!', 'passwordWeak'],
    ['winterbourne1', 'passwordWeak'],
  ])('takes no password that is soon guessed, such as %s', async (password, code) => {
    const school = await factories(payload()).tenant()
    const body = { name: 'Dana Winterbourne', email: 'dana@example.com', password }
    const answer = await post(school, '/sign-up/email', body)
    expect([answer.status, await answer.json()]).toEqual([422, { code, message: code }])
    expect(await mailsIn(school)).toEqual([])
  })

  it('makes one account of five registrations at once', async () => {
    const school = await factories(payload()).tenant()
    await Promise.all(Array.from({ length: 5 }, () => post(school, '/sign-up/email', person)))
    const { docs } = await asTenant(school.id, () =>
      payload().find({ collection: 'users', overrideAccess: true }),
    )
    expect(docs).toHaveLength(1)
    expect((docs[0] as User).roles).toEqual(['student'])
  })

  it('keeps an account pending, without a session, until its link is used, and takes the link once', async () => {
    const school = await factories(payload()).tenant()
    await post(school, '/sign-up/email', person)
    expect((await post(school, '/sign-in/email', person)).status).toBe(403)

    const link = await lastUrl(school, 'confirm')
    const confirmed = await get(school, link)
    expect(await signedIn(school, cookieOf(confirmed))).toMatchObject({
      email: 'dana@example.com',
      status: 'active',
    })

    const again = await get(school, link)
    expect(cookieOf(again)).toBe('')
    expect(
      `${again.status} ${again.headers.get('location') ?? ''} ${await again.text()}`,
    ).toContain('LINK_USED')
  })

  it('leaves an account suspended whose address is confirmed', async () => {
    const school = await factories(payload()).tenant()
    await post(school, '/sign-up/email', person)
    await asTenant(school.id, () =>
      payload().update({
        collection: 'users',
        data: { status: 'suspended' },
        overrideAccess: true,
        where: { email: { equals: person.email.toLowerCase() } },
      }),
    )
    await get(school, await lastUrl(school, 'confirm'))
    const { docs } = await asTenant(school.id, () =>
      payload().find({ collection: 'users', overrideAccess: true }),
    )

    expect(docs.map(({ emailVerified, status }) => [emailVerified, status])).toEqual([
      [true, 'suspended'],
    ])
    const answer = await post(school, '/sign-in/email', person)
    expect(await signedIn(school, cookieOf(answer))).toBeNull()
  })

  it('keeps two schools apart: address, password, session cookie and links', async () => {
    const make = factories(payload())
    const [a, b] = [await make.tenant(), await make.tenant()]
    await registered(a)
    expect((await post(b, '/sign-in/email', person)).status).toBe(401)
    await post(b, '/sign-up/email', { ...person, password: 'another one entirely' })
    const linkOfB = await lastUrl(b, 'confirm')
    expect(`${(await get(a, linkOfB)).headers.get('location') ?? ''}`).not.toContain('confirmed=1')
    await get(b, linkOfB)

    const inA = await post(a, '/sign-in/email', person)
    expect(await signedIn(a, cookieOf(inA))).toMatchObject({ tenant: a.id })
    expect(await signedIn(b, cookieOf(inA))).toBeNull()
    expect((await post(b, '/sign-in/email', person)).status).toBe(401)
  })

  it('resets a password once, ends all other sessions, and says the same of an unknown address', async () => {
    const school = await factories(payload()).tenant()
    await registered(school)
    const old = cookieOf(await post(school, '/sign-in/email', person))
    const known = await post(school, '/request-password-reset', {
      email: person.email,
      redirectTo: '/reset',
    })
    const unknown = await post(school, '/request-password-reset', {
      email: 'nobody@example.com',
      redirectTo: '/reset',
    })
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()])

    const token = (await lastUrl(school, 'reset')).split('?')[0]?.split('/').at(-1)
    const change = { newPassword: 'a new and better one', token }
    expect((await post(school, '/reset-password', change)).status).toBe(200)
    expect((await post(school, '/reset-password', change)).status).toBe(400)
    expect(await signedIn(school, old)).toBeNull()
    expect(
      (await post(school, '/sign-in/email', { ...person, password: change.newPassword })).status,
    ).toBe(200)
  })

  it('gives every parallel sign-in a session of its own, and ends it on sign-out', async () => {
    const school = await factories(payload()).tenant()
    await registered(school)
    const cookies = (
      await Promise.all(Array.from({ length: 6 }, () => post(school, '/sign-in/email', person)))
    ).map(cookieOf)
    expect(
      (await Promise.all(cookies.map((cookie) => signedIn(school, cookie)))).every(Boolean),
    ).toBe(true)

    await post(school, '/sign-out', {}, { cookie: cookies[0] ?? '' })
    expect(await signedIn(school, cookies[0] ?? '')).toBeNull()
    expect(await signedIn(school, cookies[1] ?? '')).not.toBeNull()
  })

  it('refuses a session that arrives from another origin', async () => {
    const school = await factories(payload()).tenant()
    await registered(school)
    const cookie = cookieOf(await post(school, '/sign-in/email', person))
    const from = (headers: Record<string, string>) =>
      sessionUser({
        headers: new Headers({ cookie, host: hostOf(school), ...headers }),
        payload: payload(),
      })

    expect(await from({ origin: 'https://evil.example' })).toBeNull()
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBeNull()
    expect(await from({ origin: `http://${hostOf(school)}:3000` })).not.toBeNull()
  })
})
