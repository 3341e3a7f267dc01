import type { Browser, Page } from 'playwright-core'

import type { RunSchool } from './runSchool'

import { findings, STILL } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { platformStaff } from './outbox'
import { hostOf } from './place'
import { press } from './press'
import { runSchool } from './runSchool'

let browser: Browser
let school: RunSchool

const name = `Studio ${Date.now().toString(36)}`

beforeAll(async () => {
  browser = await launch()
  const staff = await platformStaff()
  const limits = { courses: 1, storage: 500 }
  const small = await staff.post('/api/plans?depth=0', {
    name,
    currency: 'USD',
    description: 'For one course, made well.',
    included: { domains: false },
    limits,
    price: 900,
  })
  await staff.post('/api/plans?depth=0', { name: `${name} plus`, currency: 'USD', price: 2900 })
  school = await runSchool('Studio School')
  const { docs } = (
    await staff.get(`/api/tenants?depth=0&where[slug][equals]=${school.host.split('.')[0]}`)
  ).json<{ docs: { id: string }[] }>()
  const put = await staff.patch(`/api/tenants/${docs[0]?.id}`, {
    plan: small.json<{ doc: { id: string } }>().doc.id,
  })
  expect(put.status).toBe(200)
}, 180_000)
afterAll(() => browser.close())

const pageAt = async (
  host: string,
  cookies: Map<string, string>,
  language: string,
): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: `http://${host}`,
    reducedMotion: 'reduce',
    viewport: { height: 900, width: 1440 },
  })
  context.setDefaultTimeout(45_000)
  const at = { domain: host.split(':')[0], path: '/' }
  await context.addCookies([
    ...[...cookies].map(([key, value]) => ({ ...at, name: key, httpOnly: true, value })),
    { ...at, name: 'payload-lng', value: language },
  ])

  return context.newPage()
}

it.each([
  ['en', 'Plan and usage', 'Your plan', '0 of 1 course'],
  ['he', 'מסלול וניצול', 'המסלול שלך', '0 מתוך 1 קורס'],
])(
  'shows an owner the plan and what is used of it, in %s',
  async (language, title, own, used) => {
    const page = await pageAt(school.host, school.owner.cookies, language)
    const errors = errorsOf(page)
    await page.goto('/admin/collections/plans')
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    await page.getByRole('progressbar', { name: used }).waitFor()
    await page.getByRole('listitem').filter({ hasText: own }).getByText(name).waitFor()
    await page.getByRole('heading', { name: `${name} plus` }).waitFor()
    await page.addStyleTag({ content: STILL })
    for (const width of [1440, 390]) {
      await page.setViewportSize({ height: 900, width })
      for (const theme of ['light', 'dark']) {
        await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme)
        expect(await findings(page)).toEqual([])
        await shoot(page, `plans-${language}-${width}-${theme}`)
      }
    }
    expect(errors).toEqual([])
    await page.context().close()
  },
  180_000,
)

it('takes an owner to another plan, by paying, and out of it again', async () => {
  const page = await pageAt(school.host, school.owner.cookies, 'en')
  const errors = errorsOf(page)
  await page.goto('/admin/collections/plans', { waitUntil: 'networkidle' })
  await press(page.getByRole('button', { name: `Pay $29 a month: ${name} plus` }))
  await page.waitForURL('**/pay/plan/**')
  await page.getByText(`${name} plus, each month`).waitFor()
  expect(await findings(page)).toEqual([])
  await shoot(page, 'plans-pay')
  await press(page.getByRole('button', { name: 'Approve the payment' }))
  await page.waitForURL('**/admin/collections/plans**')
  const paid = page.getByRole('region', { name: 'Your subscription' })
  await paid.getByText(`${name} plus`).waitFor()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Your plan' })
    .getByText(`${name} plus`)
    .waitFor()
  await page.addStyleTag({ content: STILL })
  for (const width of [1440, 390]) {
    await page.setViewportSize({ height: 900, width })
    expect(await findings(page)).toEqual([])
    await shoot(page, `plans-paid-${width}`)
  }

  await press(paid.getByRole('button', { name: 'End the subscription' }))
  await paid.getByText('Courses, learners and files stay.').waitFor()
  await press(paid.getByRole('button', { name: 'End the subscription' }))
  await paid.getByText('Until then nothing changes.').waitFor()
  await press(paid.getByRole('button', { name: 'Keep the subscription' }))
  await paid.getByText('Renews on').waitFor()

  // Where more is there than the smaller plan gives, the card says so, and what is there stays.
  await press(page.getByRole('button', { name: `Choose this plan: ${name}`, exact: true }))
  await press(page.getByRole('button', { name: 'Yes, change the plan' }))
  await page.getByRole('progressbar', { name: '0 of 1 course' }).waitFor()
  expect(errors).toEqual([])
  await page.context().close()
}, 180_000)

it('leads there from a list that is full, and refuses what the plan leaves out', async () => {
  const made = await school.owner.post('/api/courses', {
    slug: 'first',
    level: 'all',
    title: 'First',
  })
  expect(made.status).toBe(201)
  const page = await pageAt(school.host, school.owner.cookies, 'en')
  // A list settles its own address once it stands.
  await page.goto('/admin/collections/courses', { waitUntil: 'networkidle' })
  await press(page.getByRole('link', { name: 'See plans' }))
  await page.waitForURL('**/admin/collections/plans')
  const claim = await school.owner.post('/api/domains', { host: 'learn.example.net' })
  expect([claim.status, claim.text.includes('domainsNotIncluded')]).toEqual([422, true])
  await page.context().close()
}, 180_000)

it('shows the platform’s staff the list', async () => {
  const staff = await platformStaff()
  const page = await pageAt(hostOf('platform'), staff.cookies, 'en')
  await page.goto('/admin/collections/plans')
  await page.getByRole('link', { name: `${name} plus` }).waitFor()
  await shoot(page, 'plans-platform')
  await page.context().close()
}, 180_000)
