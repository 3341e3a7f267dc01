import { settleOnly } from '@/test/settleOnly'
import { testPayload } from '@/test/harness'
import { browserAt, schoolWith } from '@/test/signIn/visitor'

const payload = testPayload()

type School = Awaited<ReturnType<typeof schoolWith>>

/** What the log says of sign-ins that failed, the first first. */
const told = ({ query }: School) =>
  query<{ all: string; subject: null | string; way: string }>(
    `select subject_id as subject, changes -> 'after' ->> 'way' as way, e::text as all
     from audit_entries e where tenant_id = $1 and operation = 'signIn.failed' order by id`,
  )

describe('a sign-in that failed without a password', () => {
  it('is told where a mail’s code was wrong: as whom, and never what was typed', async () => {
    const school = await schoolWith(payload())
    const browser = browserAt(school.host)
    await browser.post('sign-in/mail', { email: school.email })
    await settleOnly(payload(), 'mailOnMailSignInAsked')
    await browser.post('sign-in/mail/code', { code: '9182 7364' })
    const entries = await told(school)

    expect(entries).toMatchObject([{ subject: school.id, way: 'mailCode' }])
    expect(entries[0]?.all).not.toMatch(/9182|7364/)
  })

  it('is told as nobody’s where no mail was asked for, or nobody has the address', async () => {
    const school = await schoolWith(payload())
    await browserAt(school.host).post('sign-in/mail/code', { code: '0000 0000' })
    const asking = browserAt(school.host)
    await asking.post('sign-in/mail', { email: 'nobody@example.com' })
    await asking.post('sign-in/mail/code', { code: '0000 0000' })

    expect(await told(school)).toMatchObject([
      { subject: null, way: 'mailCode' },
      { subject: null, way: 'mailCode' },
    ])
  })

  it('is told where a passkey was refused, as its owner where it is known', async () => {
    const school = await schoolWith(payload())
    await school.query(
      `insert into auth_passkeys (id, tenant_id, user_id, credential, key, counter, transports, name, host)
       values (uuidv7(), $1, $2, 'known', 'AAAA', 0, '', 'A', $3)`,
      school.id,
      school.host,
    )
    for (const id of ['known', 'unknown']) {
      const { status } = await browserAt(school.host).post('sign-in/passkey', {
        response: { id, response: {} },
      })
      expect(status).toBe(422)
    }

    expect(await told(school)).toMatchObject([
      { subject: school.id, way: 'passkey' },
      { subject: null, way: 'passkey' },
    ])
  })

  it('is not told where the school does without the way', async () => {
    const school = await schoolWith(payload())
    await school.query('update tenants set settings_sign_in_by_mail = false where id = $1')
    await browserAt(school.host).post('sign-in/mail/code', { code: '0000 0000' })

    expect(await told(school)).toEqual([])
  })

  it('is not told a thousand times: thirty of nobody in an hour', async () => {
    const school = await schoolWith(payload())
    const browsers = Array.from({ length: 35 }, (_, nth) =>
      browserAt(school.host, { 'x-forwarded-for': `203.0.113.${nth}` }),
    )
    await Promise.all(browsers.map((one) => one.post('sign-in/mail/code', { code: '0000 0000' })))

    expect(await told(school)).toHaveLength(30)
  })
})
