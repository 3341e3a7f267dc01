import { eventually } from './eventually'
import { ownSchool } from './ownSchool'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'

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
    for (const path of [
      '/sign-in',
      '/favicon.ico',
      '/favicon.svg',
      '/robots.txt',
      '/api/session',
    ]) {
      expect([path, (await school.get(path)).status]).toEqual([path, 200])
    }
    expect((await school.post('/api/payments/stripe/webhook', {})).status).not.toBe(503)

    await school.change({ settings: { maintenance: { isOn: false } } })
    await eventually(async () => (await school.get('/courses')).status === 200)
    await eventually(isKept)
  })
})

describe('a school of two languages', () => {
  it('is called in each what it is called there, and says in each why it is closed, within seconds', async () => {
    const { host, owner } = await runSchool('Two Shores')
    const { get } = visitorAt(host)
    const notice = 'We paint the walls.'
    const { docs } = (await owner.get('/api/tenants?depth=0')).json<{ docs: { id: string }[] }>()
    const [{ id }] = docs as [{ id: string }]
    const change = async (settings: object) =>
      expect((await owner.patch(`/api/tenants/${id}`, { settings })).status).toBe(200)
    await change({ languages: ['he'], maintenance: { notice } })
    const texts = [
      { from: 'Two Shores', key: 'name', text: 'שני חופים' },
      { from: notice, key: 'settings.maintenance.notice', text: 'צובעים את הקירות.' },
    ]
    const saved = await owner.patch(`/api/translations/of/tenants/${id}/he`, { texts })
    expect(saved.status).toBe(200)

    const hebrew = await eventually(async () => {
      const answer = await get('/he')

      return answer.text.includes('שני חופים') && answer
    })
    expect(hebrew.text).toContain('<title>שני חופים</title>')
    expect(hebrew.text).toContain('property="og:site_name" content="שני חופים"')
    expect(hebrew.text).not.toContain('Two Shores')
    expect((await get('/')).text).toContain('<title>Two Shores</title>')
    const reader = visitorAt(host)
    reader.cookies.set('locale', 'he')
    for (const path of ['/courses', '/about', '/sign-in', '/manifest.webmanifest', '/offline']) {
      const { text } = await reader.get(path)
      expect([path, text.includes('שני חופים'), text.includes('Two Shores')]).toEqual([
        path,
        true,
        false,
      ])
    }

    await change({ maintenance: { isOn: true, notice } })
    const closed = await eventually(async () => {
      const answer = await get('/he/courses')

      return answer.status === 503 && answer
    })
    expect(closed.text).toContain('צובעים את הקירות.')
    expect(closed.text).toContain('שני חופים')
    expect((await get('/courses')).text).toContain(notice)
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
