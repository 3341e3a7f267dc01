import { systemPool } from '@/database/hosts'
import { POST } from '@/app/api/auth/[...all]/route'
import { asTenant } from '@/database/scope'
import { STRANGERS } from '@/domain/identity/requestLimits'
import { DEMO_PASSWORD, seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf, settle, testPayload } from '@/test/harness'
import { browserAt, schoolWith } from '@/test/signIn/visitor'

import { noteFailure, waitFor } from './signInFailures'
import { takeAsStranger } from './strangers'

const payload = testPayload()

const school = async () => {
  const { id: tenant, slug } = await factories(payload()).tenant()
  const email = `${crypto.randomUUID().slice(0, 8)}@example.com`
  await asTenant(tenant, async () =>
    seedPeople({
      people: [{ name: 'Mia', email, roles: ['student'] }],
      req: await requestOf(),
      tenant,
    }),
  )
  const host = `${slug}.localhost`
  const signIn = (address: string, password: string, as = email) =>
    POST(
      new Request(`http://${host}:3000/api/auth/sign-in/email`, {
        body: JSON.stringify({ email: as, password }),
        headers: {
          'content-type': 'application/json',
          host,
          origin: `http://${host}:3000`,
          'x-forwarded-for': address,
        },
        method: 'POST',
      }),
    )

  return { email, signIn, tenant }
}

/** What the log says of sign-ins that failed, the first first. */
const told = async (tenant: string) => {
  const { rows } = await systemPool().query<{ all: string; operation: string; subject: string }>(
    `select operation, subject_id as subject, origin ->> 'ip' as ip, changes -> 'after' ->> 'way' as way, e::text as all
     from audit_entries e where tenant_id = $1 and operation like 'signIn.fail%' order by id`,
    [tenant],
  )

  return rows
}

describe('the audit log', () => {
  it('tells of a sign-in that failed: from where and as whom, and never what was typed', async () => {
    const { signIn, tenant } = await school()
    await signIn('198.51.100.20', 'a wrong password')
    await signIn('198.51.100.20', 'a wrong password', 'mine-is-hunter2@example.com')
    const entries = await told(tenant)

    expect(entries).toMatchObject([
      {
        ip: '198.51.100.20',
        operation: 'signIn.failed',
        subject: expect.any(String),
        way: 'password',
      },
      { ip: '198.51.100.20', operation: 'signIn.failed', subject: null },
    ])
    expect(entries.map(({ all }) => all).join(' ')).not.toMatch(/a wrong password|hunter2/)
  })

  it('is not filled by a flood: the first are told, then that more are left out, and known accounts still are', async () => {
    const { email, signIn, tenant } = await school()
    const nobody = (nth: number) =>
      signIn(`203.0.113.${nth}`, 'a wrong password', `nobody-${nth}@example.com`)
    await Promise.all(Array.from({ length: 40 }, (_, nth) => nobody(nth)))
    await signIn('203.0.113.200', 'a wrong password', email)
    const operations = (await told(tenant)).map(({ operation, subject }) => [
      operation,
      subject !== null,
    ])

    expect(
      operations.filter(([name, isKnown]) => name === 'signIn.failed' && !isKnown),
    ).toHaveLength(30)
    expect(operations.filter(([name]) => name === 'signIn.failuresLeftOut')).toHaveLength(1)
    expect(operations.at(-1)).toEqual(['signIn.failed', true])
  }, 120_000)
})

describe('whoever fails to sign in', () => {
  it('waits after five mistakes, with the right password too, and nobody else does', async () => {
    const { email, signIn } = await school()
    for (let nth = 0; nth < 5; nth += 1) {
      expect((await signIn('198.51.100.7', 'wrong password')).status).toBe(401)
    }
    const hasty = await signIn('198.51.100.7', DEMO_PASSWORD)
    expect(hasty.status).toBe(429)
    expect(Number(hasty.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect(await hasty.json()).toMatchObject({ code: 'tooMany' })

    expect((await signIn('203.0.113.9', DEMO_PASSWORD, email.toUpperCase())).status).toBe(200)
  })

  it('is counted once for each attempt, however many come at once, and waits ever longer', async () => {
    const { email, tenant } = await school()
    const attempt = { address: '198.51.100.8', email, tenant }
    await Promise.all(Array.from({ length: 12 }, () => noteFailure(attempt)))
    const wait = await waitFor(attempt)

    expect(wait).toBeGreaterThan(200)
    expect(wait).toBeLessThanOrEqual(256)
    expect(await waitFor({ ...attempt, email: ` ${email.toUpperCase()} ` })).toBe(wait)
    expect(await waitFor({ ...attempt, address: '198.51.100.9' })).toBe(0)
    const { rows } = await systemPool().query<{ all: string }>(
      `select string_agg(key, ' ') as all from lectern_limits`,
    )
    expect(rows[0]?.all).not.toContain(email)
  })

  it('begins anew after signing in', async () => {
    const { signIn } = await school()
    for (let round = 0; round < 3; round += 1) {
      for (let nth = 0; nth < 3; nth += 1) {
        expect((await signIn('198.51.100.10', 'wrong password')).status).toBe(401)
      }
      expect((await signIn('198.51.100.10', DEMO_PASSWORD)).status).toBe(200)
    }
  })
})

describe('an account whose password strangers guess', () => {
  const LEFT = 3

  /** A school with a member at whose password all but `LEFT` tries of this hour were made, from everywhere at once. */
  const guessed = async () => {
    const { email, host, tenant, ...school } = await schoolWith(payload())
    const known = browserAt(host, { 'x-forwarded-for': '198.51.100.30' })
    await known.signIn(email)
    const tries = Array.from({ length: STRANGERS.most - LEFT }, () =>
      takeAsStranger({ email, tenant }),
    )
    expect(await Promise.all(tries)).not.toContain(false)
    const stranger = (nth: number) => browserAt(host, { 'x-forwarded-for': `203.0.113.${nth}` })

    return { ...school, email, host, known, stranger, tenant }
  }

  it('is open to no more of them than a hundred an hour, whatever their password, and to whoever it knows', async () => {
    const { email, known, stranger } = await guessed()
    const answers = await Promise.all(
      Array.from({ length: LEFT + 5 }, (_, nth) => stranger(nth).signIn(email, 'wrong password')),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(LEFT)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)

    const right = await stranger(50).signIn(email)
    expect(right).toMatchObject({ body: { code: 'passwordsGuessed' }, status: 429 })
    expect((await known.signIn(email)).status).toBe(200)
    expect((await known.signIn(email, 'wrong password')).status).toBe(401)
  })

  it('counts no right password: whoever signs in takes no try from anybody', async () => {
    const { email, stranger } = await guessed()
    for (let nth = 0; nth < LEFT + 2; nth += 1) {
      expect((await stranger(nth).signIn(email)).status).toBe(200)
    }
    expect((await stranger(80).signIn(email, 'wrong password')).status).toBe(401)
  })

  it('is answered as one that does not exist is', async () => {
    const { stranger, tenant } = await guessed()
    const nobody = 'nobody@example.com'
    await Promise.all(
      Array.from({ length: STRANGERS.most }, () => takeAsStranger({ email: nobody, tenant })),
    )

    expect(await stranger(60).signIn(nobody)).toMatchObject({
      body: { code: 'passwordsGuessed' },
      status: 429,
    })
  })

  it('is not known by what another account left in the browser', async () => {
    const { add, email, host, known, stranger } = await guessed()
    for (let nth = 0; nth < LEFT; nth += 1) {
      await stranger(nth).signIn(email, 'wrong password')
    }
    const other = browserAt(host, { 'x-forwarded-for': '198.51.100.31' })
    await other.signIn((await add('Noa', ['student'])).email)
    expect(other.jar.get('session_known')).toBeTruthy()
    expect((await other.signIn(email)).status).toBe(429)

    other.jar.set('session_known', known.jar.get('session_known') ?? '')
    expect((await other.signIn(email)).status).toBe(200)
  })

  it('opens to its owner by mail, and to everybody who knows the password after a new one was chosen', async () => {
    const { email, host, letters, stranger } = await guessed()
    for (let nth = 0; nth <= LEFT; nth += 1) {
      await stranger(nth).signIn(email, 'wrong password')
    }
    expect((await stranger(70).signIn(email)).status).toBe(429)
    const byMail = browserAt(host, { 'x-forwarded-for': '198.51.100.32' })
    await byMail.post('sign-in/mail', { email })
    await settle()
    const { code } = (await letters()).findLast(({ kind }) => kind === 'signInLink')?.data ?? {}
    expect((await byMail.post('sign-in/mail/code', { code })).status).toBe(200)

    await byMail.post('auth/request-password-reset', { email, redirectTo: '/reset' })
    await settle()
    const { url } = (await letters()).findLast(({ kind }) => kind === 'reset')?.data ?? {}
    const token = new URL(url ?? '').searchParams.get('token') ?? url?.split(/[/?]/).at(-2)
    const chosen = { newPassword: 'a heron on the quay', token }
    expect((await byMail.post('auth/reset-password', chosen)).status).toBe(200)
    expect((await stranger(71).signIn(email, chosen.newPassword)).status).toBe(200)
  })
})
