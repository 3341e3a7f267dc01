import { settleOnly } from '@/test/settleOnly'
import { testPayload } from '@/test/harness'
import { browserAt, schoolWith } from '@/test/signIn/visitor'

const payload = testPayload()

type School = Awaited<ReturnType<typeof schoolWith>>

/** The last mail to sign in with: what its link and its code are. */
const mailIn = async ({ letters }: School) => {
  await settleOnly(payload(), 'mailOnMailSignInAsked')
  const mails = (await letters()).filter(({ kind }) => kind === 'signInLink')
  const { code = '', url = 'http://none' } = mails.at(-1)?.data ?? {}

  return { code, count: mails.length, token: new URL(url).searchParams.get('token') ?? '', url }
}

const asking = async (school: School, email = school.email) => {
  const browser = browserAt(school.host)
  const answer = await browser.post('sign-in/mail', { email, next: '/courses' })
  expect(answer).toMatchObject({ body: { email }, status: 200 })

  return browser
}

describe('signing in by mail', () => {
  it('lets in by the link, in another browser than the one that asked, once', async () => {
    const school = await schoolWith(payload())
    await asking(school)
    const { token, url } = await mailIn(school)
    expect(new URL(url).searchParams.get('next')).toBe('/courses')
    const elsewhere = [browserAt(school.host), browserAt(school.host), browserAt(school.host)]
    const answers = await Promise.all(
      elsewhere.map((browser) => browser.post('sign-in/mail/open', { token })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
    const names = await Promise.all(elsewhere.map((browser) => browser.who()))
    expect(names.filter(Boolean)).toEqual(['Mia'])
  })

  it('lets in by the code, in the browser that asked and in no other, once', async () => {
    const school = await schoolWith(payload())
    const browser = await asking(school)
    const { code, token } = await mailIn(school)
    const take = (one: typeof browser) => one.post('sign-in/mail/code', { code })
    expect(await take(browserAt(school.host))).toMatchObject({ body: { code: 'wrongMailCode' } })
    const answers = await Promise.all([take(browser), take(browser)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(await browser.who()).toBe('Mia')
    expect(await browserAt(school.host).post('sign-in/mail/open', { token })).toMatchObject({
      body: { code: 'mailLinkOver' },
    })
  })

  it('gives five tries at a code, and leaves the link as it is', async () => {
    const school = await schoolWith(payload())
    const browser = await asking(school)
    const { code, token } = await mailIn(school)
    for (let at = 0; at < 5; at += 1) {
      await browser.post('sign-in/mail/code', { code: `0000000${at}` })
    }
    expect(await browser.post('sign-in/mail/code', { code })).toMatchObject({ status: 422 })
    expect(await browser.post('sign-in/mail/open', { token })).toMatchObject({ status: 200 })
  })

  it('says and writes down the same of an address without an account, and mails nothing', async () => {
    const school = await schoolWith(payload())
    const browser = await asking(school, 'nobody@example.com')
    expect([...browser.jar.keys()]).toEqual([...(await asking(school)).jar.keys()])
    expect((await mailIn(school)).count).toBe(1)
    const counted = await school.query<{ n: number }>(
      'select count(*)::int as n from auth_mail_links where tenant_id = $1',
    )
    expect(counted).toEqual([{ n: 2 }])
  })

  it('is over after a quarter of an hour', async () => {
    const school = await schoolWith(payload())
    const browser = await asking(school)
    const { code, token } = await mailIn(school)
    await school.query(
      `update auth_mail_links set expires_at = now() - interval '1 second' where tenant_id = $1`,
    )
    expect(await browser.post('sign-in/mail/code', { code })).toMatchObject({ status: 422 })
    expect(await browser.post('sign-in/mail/open', { token })).toMatchObject({ status: 422 })
  })

  it('is asked for five times in an hour at most, for any address alike', async () => {
    const school = await schoolWith(payload())
    for (const email of [school.email, 'nobody@example.com']) {
      for (let at = 0; at < 5; at += 1) {
        await asking(school, email)
      }
      expect(await browserAt(school.host).post('sign-in/mail', { email })).toMatchObject({
        body: { code: 'tooManyLinks' },
        status: 422,
      })
    }
  })

  it('of one school is nothing in another', async () => {
    const [school, other] = [await schoolWith(payload()), await schoolWith(payload())]
    await asking(school)
    const { token } = await mailIn(school)
    expect(await browserAt(other.host).post('sign-in/mail/open', { token })).toMatchObject({
      status: 422,
    })
  })

  it('is refused where the school does without, also for mails that were sent before', async () => {
    const school = await schoolWith(payload())
    const browser = await asking(school)
    const { code, token } = await mailIn(school)
    await school.query('update tenants set settings_sign_in_by_mail = false where id = $1')
    const answers = [
      await browser.post('sign-in/mail', { email: school.email }),
      await browser.post('sign-in/mail/code', { code }),
      await browser.post('sign-in/mail/open', { token }),
    ]
    expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill('mailSignInOff'))
  })

  it('asks for the second step where there is one', async () => {
    const school = await schoolWith(payload(), ['instructor'])
    await school.query(
      'update tenants set settings_sign_in_staff_second_factor = true where id = $1',
    )
    const browser = await asking(school)
    const { token } = await mailIn(school)
    expect(await browser.post('sign-in/mail/open', { token })).toMatchObject({
      body: { step: 'enroll' },
    })
    expect(await browser.who()).toBeNull()
  })

  it('proves the address: a password that somebody else chose for it before is forgotten', async () => {
    const school = await schoolWith(payload())
    const person = { name: 'Eve', email: 'victim@example.com', password: 'the password of eve' }
    await browserAt(school.host).post('auth/sign-up/email', person)
    const browser = await asking(school, person.email)
    const { token } = await mailIn(school)
    expect(await browser.post('sign-in/mail/open', { token })).toMatchObject({ status: 200 })
    expect(await browser.who()).toBe('Eve')
    expect(await browserAt(school.host).signIn(person.email, person.password)).toMatchObject({
      status: 401,
    })
  })

  it('lets nobody in whose account is suspended', async () => {
    const school = await schoolWith(payload())
    await school.query(`update users set status = 'suspended' where tenant_id = $1`)
    await asking(school)
    expect((await mailIn(school)).count).toBe(0)
  })

  it('keeps neither link nor code so that they could be read', async () => {
    const school = await schoolWith(payload())
    await asking(school)
    const { code, token } = await mailIn(school)
    const kept = JSON.stringify(
      await school.query('select * from auth_mail_links where tenant_id = $1'),
    )
    expect(kept).not.toContain(token)
    expect(kept).not.toContain(code.replace(' ', ''))
  })
})
