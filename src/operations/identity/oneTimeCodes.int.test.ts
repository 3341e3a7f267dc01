import { DEMO_PASSWORD } from '@/seed/people'
import { settle, testPayload } from '@/test/harness'
import { browserAt, schoolWith, type TestBrowser } from '@/test/signIn/visitor'

import { totpCode, totpStep } from './totp'

const payload = testPayload()

type School = Awaited<ReturnType<typeof schoolWith>>

/** A code that was given to somebody, and what one does with it: the status, of three browsers or one. */
type Given = {
  /** Has it been given long ago; left out of what changes by the half minute. */
  age?: () => Promise<unknown>
  /** How many wrong ones are taken before right ones are not either; left out of what nobody guesses. */
  most?: number
  secret: string
  /** Each call is another attempt, as one more browser makes it. */
  take: (secret: string) => Promise<number>
}

type Kind = { give: (school: School) => Promise<Given>; name: string }

/** The text of the newest letter of a kind, with what it says. */
const letter = async (school: School, kind: string): Promise<Record<string, string>> => {
  await settle()

  return (await school.letters()).filter((one) => one.kind === kind).at(-1)?.data ?? {}
}

const tokenIn = (url: string | undefined): string => {
  const { pathname, searchParams } = new URL(url ?? 'http://none')

  return searchParams.get('token') ?? pathname.split('/').at(-1) ?? ''
}

const status = async (answer: Promise<{ status: number }>): Promise<number> => (await answer).status

/** Everything that is kept of it, a day older. */
const older = (school: School, table: string) => () =>
  school.query(
    `update ${table} set expires_at = expires_at - interval '8 days' where tenant_id = $1`,
  )

const halfway = async (school: School): Promise<TestBrowser> => {
  const browser = browserAt(school.host)
  await browser.signIn(school.email)

  return browser
}

/** Has the school's member set a second step up. */
const withApp = async (school: School) => {
  const browser = await halfway(school)
  const { body } = await browser.post('account/second-factor/begin', { password: DEMO_PASSWORD })
  const secret = String(body.secret)
  const at = totpStep(new Date())
  const confirmed = await browser.post('account/second-factor/confirm', {
    code: totpCode({ secret, step: at }),
  })

  return {
    code: totpCode({ secret, step: at + 1 }),
    recovery: (confirmed.body.recoveryCodes as string[])[0] ?? '',
  }
}

const takeStep = (school: School) => async (code: string) =>
  status((await halfway(school)).post('sign-in/step', { code }))

const KINDS: Kind[] = [
  {
    name: 'the link of a mail that lets choose a new password',
    give: async (school) => {
      const browser = browserAt(school.host)
      await browser.post('auth/request-password-reset', {
        email: school.email,
        redirectTo: '/reset',
      })

      return {
        age: older(school, 'auth_verifications'),
        secret: tokenIn((await letter(school, 'reset')).url),
        take: (token) =>
          status(
            browserAt(school.host).post('auth/reset-password', {
              newPassword: 'a heron on the quay',
              token,
            }),
          ),
      }
    },
  },
  {
    name: 'the link of a mail that lets in',
    give: async (school) => {
      await browserAt(school.host).post('sign-in/mail', { email: school.email })

      return {
        age: older(school, 'auth_mail_links'),
        secret: tokenIn((await letter(school, 'signInLink')).url),
        take: (token) => status(browserAt(school.host).post('sign-in/mail/open', { token })),
      }
    },
  },
  {
    name: 'the code of a mail that lets in',
    give: async (school) => {
      const browser = browserAt(school.host)
      await browser.post('sign-in/mail', { email: school.email })

      return {
        age: older(school, 'auth_mail_links'),
        most: 5,
        secret: (await letter(school, 'signInLink')).code ?? '',
        take: (code) => status(browser.post('sign-in/mail/code', { code })),
      }
    },
  },
  {
    name: 'a code of an app',
    give: async (school) => ({
      most: 5,
      secret: (await withApp(school)).code,
      take: takeStep(school),
    }),
  },
  {
    name: 'a recovery code',
    give: async (school) => ({
      most: 5,
      secret: (await withApp(school)).recovery,
      take: takeStep(school),
    }),
  },
  {
    name: 'the cookie between the two steps',
    give: async (school) => {
      const { recovery } = await withApp(school)
      const browser = await halfway(school)
      const secret = browser.jar.get('session_step') ?? ''

      return {
        age: older(school, 'auth_verifications'),
        secret,
        take: (token) => {
          const other = browserAt(school.host)
          other.jar.set('session_step', token)

          return status(other.post('sign-in/step', { code: recovery }))
        },
      }
    },
  },
]

/** Of every table that holds `secret` in plain, its name. */
const tablesWith = async (school: School, secret: string): Promise<string[]> => {
  const tables = await school.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'pgboss') and $1::text is not null
       and has_table_privilege(current_user, format('%I.%I', schemaname, tablename), 'select')`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await school.query<{ n: number }>(
      `select count(*)::int as n from ${name} x where $1::text is not null and strpos(x::text, $2) > 0`,
      secret,
    )
    found.push(...(row?.n ? [name] : []))
  }

  return found
}

/** The next ones of a letter's or digit's kind, as many further as `by`. */
const turned = (all: string, one: string, by: number): string =>
  all[(all.indexOf(one) + by) % all.length] ?? one

/** Another of the same form: every letter and digit of it is another one, `by` (1 to 9) further. */
const wrongLike = (secret: string, by: number): string =>
  secret
    .replace(/[a-z]/g, (one) => turned('abcdefghijklmnopqrstuvwxyz', one, by))
    .replace(/\d/g, (one) => turned('0123456789', one, by))

describe.each(KINDS)('$name', ({ give }) => {
  it('is good once, however many bring it at once', async () => {
    const { secret, take } = await give(await schoolWith(payload()))
    expect(secret.length).toBeGreaterThan(5)
    const answers = await Promise.all([take(secret), take(secret), take(secret)])

    expect(answers.filter((one) => one === 200)).toHaveLength(1)
    expect(answers.every((one) => one === 200 || (one >= 400 && one < 500))).toBe(true)
    expect(await take(secret)).not.toBe(200)
  })

  it('stands in no table as it is', async () => {
    const school = await schoolWith(payload())
    const { secret } = await give(school)

    expect(await tablesWith(school, secret)).toEqual([])
    expect(await tablesWith(school, secret.replace(/\s/g, ''))).toEqual([])
  })

  it('is over after its time', async () => {
    const { age, secret, take } = await give(await schoolWith(payload()))
    await age?.()

    expect((await take(secret)) === 200).toBe(age === undefined)
  })

  it('is guessed by nobody: it is long, or few tries are taken', async () => {
    const { most, secret, take } = await give(await schoolWith(payload()))
    if (most === undefined) {
      // 24 random bytes at least, as base64url writes them.
      expect(secret).toMatch(/^[\w-]{24,}$/)

      return
    }
    for (let nth = 0; nth < most; nth += 1) {
      expect(await take(wrongLike(secret, nth + 1))).toBe(422)
    }

    expect(await take(secret)).toBe(422)
  })
})
