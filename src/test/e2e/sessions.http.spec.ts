import type { Visitor } from './visitor'

import { confirmedVisitor, newPerson } from './buying'
import { linkIn, mailTo } from './outbox'
import { signedIn, visitor } from './visitor'

const EMAIL = 'student@aurora.test'
const PASSWORD = 'lectern-demo'

const enter = (one: Visitor) =>
  one.post('/api/auth/sign-in/email', { email: EMAIL, password: PASSWORD })

/** As whom the API knows a visitor; undefined for nobody. */
const knownAs = async (one: Visitor): Promise<string | undefined> =>
  (await one.get('/api/account')).json<{ account?: { email: string }; email?: string }>().email ??
  (await one.get('/api/account')).json<{ account?: { email: string } }>().account?.email

/** The same cookies in another browser. */
const copyOf = ({ cookies }: Visitor, at: 'aurora' | 'ofek' = 'aurora'): Visitor => {
  const thief = visitor(at)
  for (const [name, value] of cookies) {
    thief.cookies.set(name, value)
  }

  return thief
}

describe('a session', () => {
  it('is never the one that a browser was given before it signed in', async () => {
    const victim = visitor('aurora')
    victim.cookies.set('session', 'chosen-by-somebody.c2lnbmF0dXJl')
    expect((await enter(victim)).status).toBe(200)
    const first = victim.cookies.get('session')
    expect(first).toBeTruthy()
    expect(first).not.toContain('chosen-by-somebody')

    expect((await enter(victim)).status).toBe(200)
    expect(victim.cookies.get('session')).not.toBe(first)
  })

  it('is not taken over from somebody else’s that was planted: signing in leaves theirs as it was', async () => {
    const attacker = await confirmedVisitor('aurora', newPerson('Finn Fixer'))
    const victim = copyOf(attacker)
    expect((await enter(victim)).status).toBe(200)

    expect(victim.cookies.get('session')).not.toBe(attacker.cookies.get('session'))
    expect(await knownAs(victim)).toBe(EMAIL)
    expect(await knownAs(attacker)).not.toBe(EMAIL)
  })

  it('is taken from no address, body or other header', async () => {
    const somebody = await signedIn({ email: EMAIL, place: 'aurora' })
    const token = somebody.cookies.get('session') ?? ''
    const bare = decodeURIComponent(token).split('.')[0] ?? ''
    for (const value of [token, bare]) {
      for (const path of [
        `/api/account?session=${value}`,
        `/api/account?token=${value}`,
        `/api/account?access_token=${value}`,
      ]) {
        expect((await visitor('aurora').get(path)).status).toBe(401)
      }
      const carried: Record<string, string>[] = [
        { 'x-session': value },
        { authorization: `Bearer ${value}` },
        { authorization: `JWT ${value}` },
        { cookie: `payload-token=${value}` },
        { cookie: `__Secure-session=${value}` },
        { cookie: `session=${bare}` },
      ]
      for (const headers of carried) {
        const { status } = await visitor('aurora').send({ headers, path: '/api/account' })
        expect([Object.keys(headers)[0], status]).toEqual([Object.keys(headers)[0], 401])
      }
    }
  })

  it('is over for every copy of its cookie once somebody signs out', async () => {
    const victim = await signedIn({ email: EMAIL, place: 'aurora' })
    const thief = copyOf(victim)
    expect(await knownAs(thief)).toBe(EMAIL)
    expect((await victim.post('/api/auth/sign-out', {})).status).toBe(200)

    expect((await thief.get('/api/account')).status).toBe(401)
  })

  it('is over in every other browser once the password is another', async () => {
    const person = newPerson('Petra Password')
    const one = await confirmedVisitor('aurora', person)
    const thief = await signedIn({ ...person, place: 'aurora' })
    expect((await thief.get('/api/account')).status).toBe(200)
    await visitor('aurora').post('/api/auth/request-password-reset', {
      email: person.email,
      redirectTo: '/reset',
    })
    const link = new URL(linkIn(await mailTo(person.email, 'reset'), 'reset'))
    const token =
      link.searchParams.get('token') ?? link.pathname.split('/').filter(Boolean).at(-1) ?? ''
    const reset = () =>
      visitor('aurora').post('/api/auth/reset-password', {
        newPassword: 'quite another password',
        token,
      })
    const answers = await Promise.all([reset(), reset(), reset()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])

    expect((await thief.get('/api/account')).status).toBe(401)
    expect((await one.get('/api/account')).status).toBe(401)
    expect((await reset()).status).toBe(400)
  })

  it('is not opened by a cookie of another school', async () => {
    const here = await signedIn({ email: EMAIL, place: 'aurora' })

    expect((await copyOf(here, 'ofek').get('/api/session')).json()).toEqual({ user: null })
  })
})
