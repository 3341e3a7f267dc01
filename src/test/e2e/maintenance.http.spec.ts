import { eventually } from './eventually'
import { ownSchool } from './ownSchool'

describe('a school that closes its site', () => {
  it('turns visitors away at once, kept page or not, lets staff find the door, and opens again', async () => {
    const school = await ownSchool('Under the brush')
    const isKept = async () => String((await school.get('/courses')).headers.etag).startsWith('W/')
    await eventually(isKept)
    const maintenance = { isOn: true, notice: 'We paint the walls.' }
    await school.change({ settings: { maintenance } })

    const page = await eventually(async () => {
      const answer = await school.get('/courses', { cookie: 'locale=he' })

      return answer.status === 503 && answer
    })
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'retry-after': '300' })
    expect(page.text).toContain('<html dir="rtl" lang="he">')
    expect(page.text).toContain('We paint the walls.')
    expect(page.text).toContain('Under the brush')
    expect((await school.get('/api/courses')).json()).toEqual({ code: 'maintenance' })
    const watched = await school.post('/api/progress/watched', {})
    expect([watched.status, watched.json()]).toEqual([503, { code: 'maintenance' }])
    for (const path of ['/sign-in', '/favicon.svg', '/robots.txt', '/api/session']) {
      expect([path, (await school.get(path)).status]).toEqual([path, 200])
    }
    expect((await school.post('/api/payments/stripe/webhook', {})).status).not.toBe(503)

    await school.change({ settings: { maintenance: { isOn: false } } })
    await eventually(async () => (await school.get('/courses')).status === 200)
    await eventually(isKept)
  })
})

describe('a page for moments without a network', () => {
  it('is the school’s own, in the reader’s language, and changes its worker along', async () => {
    const school = await ownSchool('Offline before')
    const english = await school.get('/offline')
    expect([english.status, english.text.includes('Offline before')]).toEqual([200, true])
    const worker = async () => (await school.get('/sw.js')).text
    const first = await worker()
    expect((await school.get('/sw.js')).headers['content-type']).toContain('javascript')
    expect((await school.get('/offline', { cookie: 'locale=he' })).text).toContain('dir="rtl"')
    await school.change({ name: 'Offline after' })
    await eventually(async () => (await school.get('/offline')).text.includes('Offline after'))
    await eventually(async () => (await worker()) !== first)
  })
})
