import type { Browser, Page } from 'playwright-core'

import type { CheckedOut } from './buying'

import { make } from './admin'
import { launch, openedAt } from './browser'
import { confirmed, curriculum, newPerson, sessionIn } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const t = wordsOf('en')

let browser: Browser
beforeAll(async () => {
  browser = await launch()
}, 60_000)
afterAll(() => browser.close())

/** The page that the document was loaded for. */
const loadedFor = (page: Page): Promise<string> =>
  page.evaluate(() => new URL(performance.getEntriesByType('navigation')[0]?.name ?? '').pathname)

it('shows what a lesson embeds to who comes to it from paying, and pays under the policy of payments again', async () => {
  const { host, owner } = await runSchool('Framing School', {})
  const slug = `frames-${crypto.randomUUID().slice(0, 8)}`
  const course = await make(owner, 'courses', { slug, _status: 'published', title: 'Frames' })
  const section = await make(owner, 'sections', { course, title: 'One' })
  await make(owner, 'lessons', {
    _status: 'published',
    course,
    embedUrl: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
    kind: 'embed',
    section,
    title: 'Of another site',
  })
  const offer = await make(owner, 'offers', {
    access: { unit: 'forever' },
    course,
    isActive: true,
    isDefault: true,
    kind: 'oneTime',
    prices: [{ amount: 4900, currency: 'USD' }],
    title: 'The course',
  })
  const student = await confirmed(visitorAt(host), newPerson('Fay Frame'))
  const placed = await student.post('/api/checkout', { items: [{ offer }] })
  const { order, url } = placed.json<CheckedOut>()
  await student.post(`/api/payments/test/${sessionIn(url)}/approve`)
  await eventually(async () => (await curriculum(student, slug)).enrollment, 60_000)

  const page = await openedAt(browser, { host, locale: 'en', member: student, width: 1440 })
  await page
    .context()
    .route('https://www.youtube-nocookie.com/**', (route) =>
      route.fulfill({ body: '<p>A film of theirs</p>', contentType: 'text/html' }),
    )
  const paid = await page.goto(`/orders/${order}/thanks`)
  expect(await paid?.headerValue('content-security-policy')).toContain("frame-src 'none'")
  await press(page.locator(`main a[href^="/learn/${slug}"]`).first())
  await page.waitForURL(/\/learn\/[^/]+\/[^/]+/, { timeout: 60_000 })
  await press(
    page.getByRole('button', { name: t('embeds.show', { host: '\u2066youtube.com\u2069' }) }),
  )

  await page.frameLocator('main iframe').getByText('A film of theirs').waitFor()
  await press(page.getByRole('button', { name: t('shell.accountOf', { name: 'Fay Frame' }) }))
  await page.getByRole('menuitem', { name: t('shell.account'), exact: true }).click()
  await page.waitForURL('**/account')

  expect(await loadedFor(page)).toBe('/account')
}, 240_000)
