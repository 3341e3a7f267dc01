import { GET as authGet, POST as authPost } from '@/app/api/auth/[...all]/route'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { DEMO_PASSWORD, seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import type { Template } from '@/domain/mail/templates'
import type { Actor } from '@/test/isolation/actors'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'
import { openedMail } from '@/test/openedMail'

const payload = testPayload()

const NOBODY: Actor = { name: 'nobody', cookie: '' }

/** A member of a new school who can sign in there, and the API as they call it. */
const member = async () => {
  const { id: tenant, slug } = await factories(payload()).tenant()
  const host = `${slug}.localhost`
  const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
  const id = await asTenant(tenant, async () =>
    seedPeople({
      people: [{ name: 'Mia', email, roles: ['student'] }],
      req: await requestOf(),
      tenant,
    }),
  )
  const again = (address = email) =>
    signIn({ name: 'Mia', email: address, host, payload: payload() })
  const { rest } = callsAt(host)
  const post = async (actor: Actor, path: string, body: object) => {
    const { status, text } = await rest(actor, { body, method: 'POST', path })

    return { body: JSON.parse(text) as Record<string, unknown>, status }
  }
  const get = async (actor: Actor, path: string) => {
    const { status, text } = await rest(actor, { path })

    return { body: JSON.parse(text) as Record<string, unknown>, status }
  }

  return { id, again, email, get, host, post, tenant }
}

type Letter = { data: { url: string }; kind: Template; to: string }

const letters = async (tenant: string): Promise<Letter[]> =>
  (
    await systemPool().query<Letter>(
      `select kind, "to", data from emails where tenant_id = $1 order by id`,
      [tenant],
    )
  ).rows.map((one) => ({ ...one, data: openedMail({ ...one, tenant }) }))

const auth = async (host: string, { cookie }: Actor, path: string, body?: object) => {
  const origin = `http://${host}:3000`
  const request = new Request(`${origin}/api/auth/${path}`, {
    body: body && JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', cookie, host, origin },
    method: body ? 'POST' : 'GET',
  })

  return (body ? authPost : authGet)(request)
}

describe('sessions', () => {
  it('are listed without their tokens, the one that asks first, and end one by one or all but that', async () => {
    const { again, get, post } = await member()
    const [here, there, far] = [await again(), await again(), await again()]
    const list = async (actor: Actor) =>
      (await get(actor, 'account/sessions')).body.sessions as { id: string; isCurrent: boolean }[]
    const seen = await list(here)
    expect(seen.map(({ isCurrent }) => isCurrent)).toEqual([true, false, false])
    expect(JSON.stringify(seen)).not.toMatch(/token/i)

    const [own, other] = seen
    expect((await post(here, 'account/sessions/end', { id: own?.id })).body).toEqual({ ended: 0 })
    expect((await post(here, 'account/sessions/end', { id: other?.id })).body).toEqual({ ended: 1 })
    expect((await post(here, 'account/sessions/end', { id: other?.id })).body).toEqual({ ended: 0 })
    expect((await post(here, 'account/sessions/end', { others: true })).body).toEqual({ ended: 1 })
    const statuses = [here, there, far].map(async (one) => (await get(one, 'account')).status)
    expect(await Promise.all(statuses)).toEqual([200, 401, 401])
  })

  it('of somebody else cannot be ended', async () => {
    const [one, other] = [await member(), await member()]
    const theirs = await other.again()
    const { sessions } = (await other.get(theirs, 'account/sessions')).body as {
      sessions: { id: string }[]
    }
    const answer = await one.post(await one.again(), 'account/sessions/end', {
      id: sessions[0]?.id,
    })
    expect(answer.body).toEqual({ ended: 0 })
    expect((await other.get(theirs, 'account')).status).toBe(200)
  })

  it.each([{}, { id: 'x' }, { others: false }])('are not ended by %j', async (body) => {
    const { again, post } = await member()
    expect(await post(await again(), 'account/sessions/end', body)).toMatchObject({ status: 400 })
  })
})

describe('a changed password', () => {
  const change = (host: string, actor: Actor, currentPassword: string) =>
    auth(host, actor, 'change-password', {
      currentPassword,
      newPassword: 'a quite different one',
      revokeOtherSessions: false,
    })

  it('ends all other sessions, whatever was asked, and is told by mail', async () => {
    const { again, get, host, tenant } = await member()
    const [here, there] = [await again(), await again()]
    expect((await change(host, here, DEMO_PASSWORD)).status).toBe(200)
    expect((await get(there, 'account')).status).toBe(401)
    expect((await letters(tenant)).map(({ kind }) => kind)).toEqual(['passwordChanged'])
  })

  it('is not taken from somebody who does not know the one before', async () => {
    const { again, get, host, tenant } = await member()
    const [here, there] = [await again(), await again()]
    expect((await change(host, here, 'not it at all')).status).toBe(400)
    expect((await get(there, 'account')).status).toBe(200)
    expect(await letters(tenant)).toEqual([])
  })
})

describe('another address', () => {
  const tokenIn = ({ data }: Letter): string => new URL(data.url).searchParams.get('token') ?? ''
  const ask = async ({ again, post }: Awaited<ReturnType<typeof member>>, to: string) =>
    post(await again(), 'account/email', { email: to, password: DEMO_PASSWORD })

  it('is taken once the link that went there is opened, of which the one before hears', async () => {
    const one = await member()
    expect(await ask(one, ' New@Example.COM ')).toEqual({
      body: { email: 'new@example.com' },
      status: 202,
    })
    const [link, notice] = await letters(one.tenant)
    expect([link?.kind, link?.to]).toEqual(['changeEmail', 'new@example.com'])
    expect([notice?.kind, notice?.to]).toEqual(['emailChanging', one.email])
    expect((await one.get(await one.again(), 'account')).body.email).toBe(one.email)

    const token = link ? tokenIn(link) : ''
    const confirm = () => one.post(NOBODY, 'account/email/confirm', { token })
    const answers = await Promise.all([confirm(), confirm(), confirm()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
    expect((await one.again('new@example.com')).cookie).toContain('session')
    await expect(one.again()).rejects.toThrow()
  })

  it('that somebody has is not told to whoever asks, but to its owner', async () => {
    const one = await member()
    const other = await factories(payload()).user({ tenant: one.tenant })
    expect((await ask(one, other.email)).status).toBe(202)
    expect((await letters(one.tenant)).map(({ kind, to }) => [kind, to])).toEqual([
      ['alreadyRegistered', other.email],
      ['emailChanging', one.email],
    ])
  })

  it('that somebody takes meanwhile is theirs', async () => {
    const one = await member()
    await ask(one, 'wanted@example.com')
    const [link] = await letters(one.tenant)
    await factories(payload()).user({ email: 'wanted@example.com', tenant: one.tenant })
    const token = link ? tokenIn(link) : ''
    expect((await one.post(NOBODY, 'account/email/confirm', { token })).status).toBe(400)
  })

  it('wants the password', async () => {
    const one = await member()
    const answer = await one.post(await one.again(), 'account/email', {
      email: 'new@example.com',
      password: 'not it at all',
    })
    expect(answer).toEqual({ body: { code: 'wrongPassword' }, status: 422 })
    expect(await letters(one.tenant)).toEqual([])
  })

  it('is asked for five times in an hour at most', async () => {
    const one = await member()
    for (let at = 0; at < 5; at += 1) {
      expect((await ask(one, `n${at}@example.com`)).status).toBe(202)
    }
    expect(await ask(one, 'n6@example.com')).toMatchObject({
      body: { code: 'tooManyLinks' },
      status: 422,
    })
  })

  it('is not taken by a token of another school, nor by one that was changed', async () => {
    const [one, other] = [await member(), await member()]
    await ask(one, 'new@example.com')
    const [link] = await letters(one.tenant)
    const token = link ? tokenIn(link) : ''
    const [said = '', sign = ''] = token.split('.')
    const forged = Buffer.from(
      Buffer.from(said, 'base64url').toString().replace('new@', 'bad@'),
    ).toString('base64url')
    for (const [school, odd] of [
      [other, token],
      [one, `${forged}.${sign}`],
      [one, said],
      [one, 'x.y'],
    ] as const) {
      const answer = await school.post(NOBODY, 'account/email/confirm', { token: odd })
      expect(answer).toEqual({ body: { code: 'badLink' }, status: 400 })
    }
  })
})
