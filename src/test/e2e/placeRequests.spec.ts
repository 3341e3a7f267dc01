import type { Browser, Page } from 'playwright-core'

import { REQUEST_WORDS } from '@/components/admin/requests/words'

import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { make } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { confirmed, newPerson, sessionIn, type CheckedOut } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const QUESTION = 'What have you painted so far?'

let browser: Browser
let school: RunSchool

beforeAll(async () => {
  browser = await launch()
  school = await runSchool('Request School')
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

/** A course at 49.00 whose places are given on request, with a question. */
const onRequest = async () => {
  const slug = `asked-${crypto.randomUUID().slice(0, 8)}`
  const course = await make(school.owner, 'courses', {
    slug,
    _status: 'published',
    level: 'all',
    title: 'Portraits in oil',
  })
  const offer = await make(school.owner, 'offers', {
    course,
    isDefault: true,
    isOnRequest: true,
    kind: 'oneTime',
    prices: [{ amount: 4900, currency: 'USD' }],
    requestQuestion: QUESTION,
    title: 'A place',
  })

  return { slug, course, offer }
}

type Asked = { request: { status: string } | null }

const statusFor = async (member: Visitor, offer: string): Promise<null | string> =>
  (await member.get(`/api/offers/${offer}/place-request`)).json<Asked>().request?.status ?? null

/** Looks at the course as somebody, or as nobody, would on a phone. */
const onPhone = async (locale: 'en' | 'he', member: Visitor, slug: string): Promise<Page> => {
  const page = await openedAt(browser, { host: school.host, locale, member, width: 390 })
  await page.context().addCookies([{ name: 'locale', url: `http://${school.host}`, value: locale }])
  await page.goto(`/courses/${slug}`)
  await page.addStyleTag({ content: STILL })

  return page
}

it.each(['en', 'he'] as const)(
  'a place is asked for, approved with a word, paid for and had, in %s',
  async (locale) => {
    const t = wordsOf(locale)
    const words = REQUEST_WORDS[locale]
    const { slug, offer } = await onRequest()

    const guest = await onPhone(locale, visitorAt(school.host), slug)
    const door = guest.getByRole('link', { name: t('course.requestSignIn') })
    await door.waitFor()
    expect(await door.getAttribute('href')).toContain(encodeURIComponent(`/courses/${slug}`))

    const student = await confirmed(visitorAt(school.host), newPerson('Pia Painter'))
    const direct = await student.post('/api/checkout', { items: [{ offer }] })
    expect([direct.status, direct.json()]).toEqual([422, { code: 'requestNeeded' }])
    const page = await onPhone(locale, student, slug)
    const errors = errorsOf(page)
    await press(page.getByRole('button', { name: t('course.requestAsk') }).last())
    await page.getByLabel(QUESTION).fill('Two still lifes and my cat.')
    expect(await findings(page)).toEqual([])
    await press(page.getByRole('button', { name: t('course.requestSend') }))
    await page.getByText(t('course.requestSent')).waitFor()
    expect(await statusFor(student, offer)).toBe('requested')
    expect(await findings(page)).toEqual([])
    await shoot(page, `request-${locale}-390`)

    const desk = await openedAt(browser, {
      host: school.host,
      locale,
      member: school.owner,
      width: 1440,
    })
    await desk
      .context()
      .addCookies([{ name: 'payload-lng', url: `http://${school.host}`, value: locale }])
    await desk.goto('/admin/collections/place-requests?where[status][equals]=requested')
    const row = desk.locator('tbody tr', { hasText: 'Two still lifes' })
    await row.waitFor()
    await eventually(async () => (await desk.getByText(`${words.requested} (1)`).count()) === 1)
    await desk.addStyleTag({ content: STILL })
    expect(await findings(desk, '.lectern-desk')).toEqual([])
    await row.locator('input[type=checkbox]').check()
    await press(desk.getByRole('button', { name: words.approve }))
    await desk.getByLabel(words.reason).fill('We look forward to you')
    await shoot(desk, `request-desk-${locale}`)
    await press(desk.locator('form').getByRole('button', { name: words.approve }))
    await eventually(async () => (await statusFor(student, offer)) === 'approved')

    await page.reload()
    await page.getByText('We look forward to you').waitFor()
    const buy = page.locator(`a[href^="/checkout?offer=${offer}"]`).first()
    await buy.waitFor()
    await page.addStyleTag({ content: STILL })
    expect(await findings(page)).toEqual([])
    await shoot(page, `request-approved-${locale}-390`)
    const placed = await student.post('/api/checkout', { items: [{ offer }] })
    const session = sessionIn(placed.json<CheckedOut>().url)
    await student.post(`/api/payments/test/${session}/approve`)
    await eventually(async () => (await statusFor(student, offer)) === null)
    await page.goto(`/courses/${slug}`)
    await page
      .getByRole('link', { name: t('course.continue') })
      .first()
      .waitFor()
    expect(errors).toEqual([])
  },
  180_000,
)
