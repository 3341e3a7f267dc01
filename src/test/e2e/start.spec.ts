import type { Browser } from 'playwright-core'

import { pageOf } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch } from './browser'
import { hostOf } from './place'
import { signedIn } from './visitor'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 180_000)
afterAll(() => browser.close())

const LOOKS = [
  { colorScheme: 'light', first: 'First steps', hello: /^Hello/, language: 'en', width: 1440 },
  { colorScheme: 'dark', first: 'Первые шаги', hello: /^Здравствуйте/, language: 'ru', width: 390 },
  { colorScheme: 'light', first: 'צעדים ראשונים', hello: /^שלום/, language: 'he', width: 390 },
  { colorScheme: 'dark', first: 'צעדים ראשונים', hello: /^שלום/, language: 'he', width: 1440 },
] as const

it.each(LOOKS)(
  'opens the admin in $language, $colorScheme at $width, with what to do next',
  async ({ colorScheme, first, hello, language, width }) => {
    const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
    const page = await pageOf(browser, owner, { colorScheme, width })
    const domain = hostOf('aurora').split(':')[0]
    await page.context().addCookies([{ name: 'payload-lng', domain, path: '/', value: language }])
    const errors = errorsOf(page)
    await page.goto('/admin', { waitUntil: 'networkidle' })
    await page.getByRole('heading', { name: hello, level: 1 }).waitFor()
    await page.addStyleTag({ content: STILL })
    expect(await findings(page)).toEqual([])
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wide).toBeLessThanOrEqual(0)
    const steps = page.getByRole('region', { name: first })
    const [link] = await steps.getByRole('link').all()
    await link?.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/admin\/collections\//)
    expect(errors).toEqual([])
    await page.context().close()
  },
  180_000,
)

it('leads those who run a school straight to its settings', async () => {
  const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  const page = await pageOf(browser, owner)
  await page.goto('/admin/collections/tenants')
  await page.waitForURL(/\/admin\/collections\/tenants\/[0-9a-f-]{36}$/)
  await page.context().close()
}, 180_000)

it('shows the schools of the installation to the staff of the platform', async () => {
  const staff = await signedIn({ email: 'super@lectern.test', place: 'platform' })
  const { status, text } = await staff.get('/admin')
  expect(status).toBe(200)
  expect(text).toContain('Aurora School of Photography')
}, 180_000)
