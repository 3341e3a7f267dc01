import { testPayload } from '@/test/harness'
import { browserAt, schoolWith, type TestBrowser } from '@/test/signIn/visitor'
import { DEMO_PASSWORD } from '@/seed/people'

import { totpCode, totpStep } from './totp'

const payload = testPayload()

/** The code of the next half minute, which is good already, or of the one that is `by` further. */
const codeOf = (secret: string, by = 1): string =>
  totpCode({ secret, step: totpStep(new Date()) + by })

type Codes = { recoveryCodes: string[] }

/** Somebody with a second step, signed in at a browser, and what their app knows. */
const withSecondStep = async (roles?: string[]) => {
  const school = await schoolWith(payload(), roles)
  const browser = browserAt(school.host)
  await browser.signIn(school.email)
  const begun = await browser.post('account/second-factor/begin', { password: DEMO_PASSWORD })
  const secret = String(begun.body.secret)
  const confirmed = await browser.post('account/second-factor/confirm', {
    code: codeOf(secret, 0),
  })

  return { ...school, ...(confirmed.body as Codes), browser, secret }
}

/** A browser that has given the right password. */
const halfway = async ({ email, host }: { email: string; host: string }) => {
  const browser = browserAt(host)
  const answer = await browser.signIn(email)
  expect(answer).toMatchObject({ body: { step: 'verify' }, status: 200 })

  return browser
}

const take = (browser: TestBrowser, code: string, more: object = {}) =>
  browser.post('sign-in/step', { code, ...more })

/** How many sessions stand, whether anybody holds them or not. */
const sessionsOf = async ({ query }: Pick<Awaited<ReturnType<typeof schoolWith>>, 'query'>) =>
  (await query('select 1 from auth_sessions where tenant_id = $1')).length

describe('a second step of signing in', () => {
  it('is set up by a student with the password and a code, and told by mail', async () => {
    const { browser, letters, recoveryCodes } = await withSecondStep()
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await browser.who()).toBe('Mia')
    expect((await browser.get('account/second-factor')).body).toEqual({
      codesLeft: 10,
      isOn: true,
      isRequired: false,
    })
    expect((await letters()).map(({ data, kind }) => [kind, data.change])).toEqual([
      ['signInChanged', 'secondFactorOn'],
    ])
  })

  it('is not set up without the password, nor without a code', async () => {
    const school = await schoolWith(payload())
    const browser = browserAt(school.host)
    await browser.signIn(school.email)
    const begin = (password: string) => browser.post('account/second-factor/begin', { password })
    expect(await begin('not it')).toMatchObject({ body: { code: 'wrongPassword' }, status: 422 })
    await begin(DEMO_PASSWORD)
    const wrong = await browser.post('account/second-factor/confirm', { code: '000000' })
    expect(wrong).toMatchObject({ body: { code: 'wrongCode' }, status: 422 })
    expect(await browserAt(school.host).signIn(school.email)).toMatchObject({
      body: { token: expect.any(String) as string },
    })
  })

  it('leaves the password alone without a session', async () => {
    const one = await withSecondStep()
    const browser = await halfway(one)
    expect([...browser.jar.keys()]).toEqual(['session_step'])
    expect(await browser.who()).toBeNull()
    expect(await sessionsOf(one)).toBe(1)
    expect(await take(browser, codeOf(one.secret))).toMatchObject({
      body: { recoveryCodes: [], user: { locale: null } },
      status: 200,
    })
    expect(await browser.who()).toBe('Mia')
  })

  it('ends sessions that were begun with the password alone', async () => {
    const school = await schoolWith(payload())
    const [here, there] = [browserAt(school.host), browserAt(school.host)]
    await here.signIn(school.email)
    await there.signIn(school.email)
    const { secret } = (await here.post('account/second-factor/begin', { password: DEMO_PASSWORD }))
      .body
    await here.post('account/second-factor/confirm', {
      code: codeOf(String(secret), 0),
    })
    expect([await here.who(), await there.who()]).toEqual(['Mia', null])
  })

  it('takes a code once, however many bring it at once', async () => {
    const one = await withSecondStep()
    const browsers = await Promise.all([halfway(one), halfway(one), halfway(one)])
    const code = codeOf(one.secret)
    const answers = await Promise.all(browsers.map((browser) => take(browser, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
  })

  it('takes a recovery code once, however many bring it at once and however it is typed', async () => {
    const one = await withSecondStep()
    const browsers = await Promise.all([halfway(one), halfway(one)])
    const [code = ''] = one.recoveryCodes
    const answers = await Promise.all([
      take(browsers[0], code.toUpperCase().replace('-', ' ')),
      take(browsers[1], code),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect((await one.browser.get('account/second-factor')).body).toMatchObject({ codesLeft: 9 })
  })

  it('closes after five wrong codes, to right ones as well, for that account alone', async () => {
    const one = await withSecondStep()
    const other = await one.add('Noa', ['student'])
    const browser = await halfway(one)
    const answers = []
    for (const code of ['1', '2', '3', '4', '5', codeOf(one.secret)]) {
      answers.push((await take(browser, code)).body.code)
    }
    expect(answers).toEqual([...Array<string>(5).fill('wrongCode'), 'tooManyCodes'])
    const elsewhere = browserAt(one.host)
    await elsewhere.signIn(other.email)
    expect(await elsewhere.who()).toBe('Noa')

    await one.query(
      `update auth_second_factors set failed_since = now() - interval '16 minutes' where tenant_id = $1`,
    )
    expect(await take(browser, codeOf(one.secret))).toMatchObject({ status: 200 })
  })

  it('is not asked for at a device that its owner trusts, and is at every other', async () => {
    const one = await withSecondStep()
    const browser = await halfway(one)
    await take(browser, codeOf(one.secret), { trusts: true })
    await browser.post('auth/sign-out')
    expect(await browser.who()).toBeNull()
    await browser.signIn(one.email)
    expect(await browser.who()).toBe('Mia')
    await halfway(one)
  })

  it('is over after ten minutes, and for a browser that never began it', async () => {
    const one = await withSecondStep()
    expect(await take(browserAt(one.host), codeOf(one.secret))).toMatchObject({
      body: { code: 'stepOver' },
    })
    const browser = await halfway(one)
    await one.query(
      `update auth_verifications set expires_at = now() - interval '1 second' where tenant_id = $1`,
    )
    expect(await take(browser, codeOf(one.secret))).toMatchObject({ body: { code: 'stepOver' } })
  })

  it('of one school is nothing in another', async () => {
    const [one, other] = [await withSecondStep(), await withSecondStep()]
    const browser = await halfway(one)
    const elsewhere = browserAt(other.host)
    elsewhere.jar.set('session_step', browser.jar.get('session_step') ?? '')
    expect(await take(elsewhere, codeOf(one.secret))).toMatchObject({ body: { code: 'stepOver' } })
  })

  it('stays through a change of the password, and keeps whoever changed it signed in', async () => {
    const one = await withSecondStep()
    await one.browser.post('auth/change-password', {
      currentPassword: DEMO_PASSWORD,
      newPassword: 'a quite different one',
    })
    expect(await one.browser.who()).toBe('Mia')
    const browser = browserAt(one.host)
    expect(await browser.signIn(one.email, 'a quite different one')).toMatchObject({
      body: { step: 'verify' },
    })
  })

  it('goes with a code, and its recovery codes with it', async () => {
    const one = await withSecondStep()
    const off = (code: string) => one.browser.post('account/second-factor/off', { code })
    expect(await off('000000')).toMatchObject({ body: { code: 'wrongCode' } })
    expect(await off(codeOf(one.secret))).toMatchObject({ body: { isOn: false }, status: 200 })
    const browser = browserAt(one.host)
    await browser.signIn(one.email)
    expect(await browser.who()).toBe('Mia')
    expect(await one.query('select 1 from auth_recovery_codes where tenant_id = $1')).toEqual([])
  })

  it('gets new recovery codes in place of the old', async () => {
    const one = await withSecondStep()
    const { body } = await one.browser.post('account/second-factor/codes', {
      code: codeOf(one.secret),
    })
    const [fresh = ''] = (body as Codes).recoveryCodes
    expect(await take(await halfway(one), one.recoveryCodes[0] ?? '')).toMatchObject({
      status: 422,
    })
    expect(await take(await halfway(one), fresh)).toMatchObject({ status: 200 })
  })

  it('is kept as nothing that could be read', async () => {
    const one = await withSecondStep()
    const rows = await one.query(
      `select f.secret, c.hash from auth_second_factors f, auth_recovery_codes c where f.tenant_id = $1`,
    )
    const kept = JSON.stringify(rows)
    expect(kept).not.toContain(one.secret)
    expect(one.recoveryCodes.filter((code) => kept.includes(code))).toEqual([])
  })
})

describe('a school that asks its staff for two steps', () => {
  const strict = async (roles: string[]) => {
    const school = await schoolWith(payload(), roles)
    const browser = browserAt(school.host)
    await browser.signIn(school.email)
    expect(await browser.who()).toBe('Mia')
    await school.query(
      'update tenants set settings_sign_in_staff_second_factor = true where id = $1',
    )

    return { ...school, browser }
  }

  it('lets them do nothing, in sessions that stand as well, until they have set it up', async () => {
    const school = await strict(['instructor'])
    expect(await school.browser.who()).toBeNull()
    const paths = ['account', 'users', 'auth/list-sessions', 'users/me']
    const seen = await Promise.all(paths.map(async (path) => await school.browser.get(path)))
    expect(seen.slice(0, 3).map(({ status }) => status)).toEqual([401, 403, 401])
    expect(seen[3]?.body.user).toBeNull()

    const browser = browserAt(school.host)
    expect((await browser.signIn(school.email)).body).toEqual({ step: 'enroll' })
    expect(await browser.who()).toBeNull()
    const { secret } = (await browser.post('sign-in/step/secret')).body
    const answer = await take(browser, codeOf(String(secret), 0))
    expect((answer.body as Codes).recoveryCodes).toHaveLength(10)
    expect(await browser.who()).toBe('Mia')
    expect(
      await browser.post('account/second-factor/off', { code: codeOf(String(secret)) }),
    ).toMatchObject({ body: { code: 'secondFactorRequired' }, status: 422 })
  })

  it('leaves its students as they are', async () => {
    expect(await (await strict(['student'])).browser.who()).toBe('Mia')
  })
})

describe('the second step of somebody else', () => {
  it('is reset by a manager for a reason: their sessions end, and they hear of it', async () => {
    const one = await withSecondStep()
    const manager = await one.add('Ada', ['admin'])
    const desk = browserAt(one.host)
    await desk.signIn(manager.email)
    const reset = (body: object) => desk.post(`users/${one.id}/second-factor/reset`, body)
    expect(await reset({ reason: ' ' })).toMatchObject({ status: 400 })
    expect(await reset({ reason: 'A lost phone' })).toMatchObject({ body: { isReset: true } })
    expect(await reset({ reason: 'A lost phone' })).toMatchObject({ body: { isReset: false } })
    expect(await one.browser.who()).toBeNull()
    const browser = browserAt(one.host)
    await browser.signIn(one.email)
    expect(await browser.who()).toBe('Mia')
    const facts = await one.query<{ data: object }>(
      `select data from events where tenant_id = $1 and fact = 'account.signInChanged' order by id desc limit 1`,
    )
    expect(facts[0]?.data).toMatchObject({
      account: one.id,
      by: manager.id,
      change: 'secondFactorReset',
      reason: 'A lost phone',
    })
  })

  it('is an owner’s to reset where it is an owner’s', async () => {
    const one = await withSecondStep(['owner'])
    const manager = await one.add('Ada', ['admin'])
    const desk = browserAt(one.host)
    await desk.signIn(manager.email)
    expect(await desk.post(`users/${one.id}/second-factor/reset`, { reason: 'x' })).toMatchObject({
      status: 403,
    })
  })
})
