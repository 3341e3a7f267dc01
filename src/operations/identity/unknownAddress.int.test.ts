import { createHook } from 'node:async_hooks'

import { testPayload } from '@/test/harness'
import { browserAt, schoolWith } from '@/test/signIn/visitor'

const payload = testPayload()

let hashes = 0

/** Hears of every scrypt that the process begins; none of them is on the main thread. */
const heard = createHook({
  init: (_, type) => {
    hashes += type === 'SCRYPTREQUEST' ? 1 : 0
  },
})

beforeAll(() => heard.enable())
afterAll(() => heard.disable())

const PASSWORD = 'not this one, surely'

/** Whatever asks for an address before it knows whose it is. */
const ASKS: [name: string, path: string, body: (email: string) => object, hashes: number][] = [
  ['signing in', 'auth/sign-in/email', (email) => ({ email, password: PASSWORD }), 1],
  ['asking for tokens', 'tokens', (email) => ({ email, password: PASSWORD }), 1],
  [
    'signing up',
    'auth/sign-up/email',
    (email) => ({ name: 'Una', email, password: 'a heron on the quay' }),
    1,
  ],
  [
    'forgetting a password',
    'auth/request-password-reset',
    (email) => ({ email, redirectTo: '/reset' }),
    0,
  ],
  ['asking for a mail to sign in', 'sign-in/mail', (email) => ({ email }), 0],
  [
    'asking for another confirmation',
    'auth/send-verification-email',
    (email) => ({ callbackURL: '/confirm', email }),
    0,
  ],
]

describe('an address that nobody has', () => {
  it.each(ASKS)(
    'costs as many hashes as one that somebody has, and is answered the same: %s',
    async (_, path, bodyFor, expected) => {
      const school = await schoolWith(payload())
      const shut = await school.add('Sura', ['student'])
      const keyless = await school.add('Kira', ['student'])
      const fresh = await school.add('Fay', ['student'])
      await school.query(
        `update users set status = 'suspended' where tenant_id = $1 and id = $2`,
        shut.id,
      )
      await school.query(
        `update users set email_verified = false, status = 'pending' where tenant_id = $1 and id = $2`,
        fresh.id,
      )
      await school.query(
        'delete from auth_accounts where tenant_id = $1 and user_id = $2',
        keyless.id,
      )
      const said: unknown[] = []
      for (const email of [
        'nobody@example.com',
        school.email,
        shut.email,
        keyless.email,
        fresh.email,
      ]) {
        hashes = 0
        const browser = browserAt(school.host)
        const { body, status } = await browser.post(path, bodyFor(email))
        const text = JSON.stringify(body)
          .replaceAll(email, '(email)')
          .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '(own)')
        said.push({ hashes, keys: [...browser.jar.keys()], status, text })
      }

      expect(said).toEqual(said.map(() => said[0]))
      expect(said[0]).toMatchObject({ hashes: expected })
    },
  )
})
