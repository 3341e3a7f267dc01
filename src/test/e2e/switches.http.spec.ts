import { newPerson } from './buying'
import { eventually } from './eventually'
import { ownSchool } from './ownSchool'

describe('a school that closes its registration', () => {
  it('takes no accounts at once, says so on its pages within moments, and opens again', async () => {
    const school = await ownSchool('Closed for a while')
    const register = async () => {
      const { status, text } = await school.post('/api/auth/sign-up/email', newPerson('Ann Own'))

      return [status, (JSON.parse(text) as { code?: string }).code]
    }
    const offersAccount = async () =>
      (await school.get('/sign-up')).text.includes('type="password"')

    expect(await offersAccount()).toBe(true)
    await school.change({ settings: { features: { registration: false } } })
    expect(await register()).toEqual([422, 'registrationOff'])
    await eventually(async () => !(await offersAccount()))
    expect((await school.get('/sign-in')).text).not.toContain('href="/sign-up"')

    await school.change({ settings: { features: { registration: true } } })
    await eventually(offersAccount)
    expect((await register())[0]).toBe(200)
  })

  it('refuses no more accounts than its limit, whoever asks', async () => {
    const school = await ownSchool('Two places')
    await school.change({ settings: { limits: { accounts: 2 } } })
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) =>
        school.post('/api/auth/sign-up/email', newPerson(`Ann ${n}`)),
      ),
    )

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 422, 422, 422])
  })
})
