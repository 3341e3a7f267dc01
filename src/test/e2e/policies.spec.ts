import type { Browser, Page } from 'playwright-core'

import { aurora } from '@/seed/schools/aurora'

import type { Eyes, Scene } from './pages'
import type { Visitor } from './visitor'

import { launch, opened } from './browser'
import { prepareScene, SIGHTS } from './pages'
import { signedIn } from './visitor'
import { wordsOf } from './words'

const t = wordsOf('en')
let browser: Browser
let owner: Visitor
let scene: Scene

beforeAll(async () => {
  browser = await launch()
  scene = await prepareScene('aurora', aurora)
  owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
}, 180_000)
afterAll(() => browser.close())

/** What the browser refuses in a page from now on, in every document that it opens. */
const refusedIn = async (page: Page): Promise<string[]> => {
  const refused: string[] = []
  await page.exposeFunction('tellRefused', (said: string) => refused.push(said))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { blockedURI, effectiveDirective, sample } = event
      void (Reflect.get(window, 'tellRefused') as (said: string) => void)(
        `${location.pathname}: ${effectiveDirective} ${blockedURI} ${sample}`,
      )
    })
  })

  return refused
}

const EYES: Eyes[] = ['visitor', 'newcomer', 'student', 'graduate', 'leaver']

it.each(EYES)(
  'refuses nothing of ours in any page, with the eyes of a %s',
  async (eyes) => {
    const member =
      eyes === 'visitor' ? { ...owner, cookies: new Map<string, string>() } : scene.eyes[eyes]
    const page = await opened(browser, { member, place: 'aurora' })
    const refused = await refusedIn(page)
    const without: string[] = []
    for (const sight of SIGHTS.filter(
      ({ eyes: whose = 'visitor', platform }) => !platform && whose === eyes,
    )) {
      const answer = await page.goto(sight.path(scene), { waitUntil: 'networkidle' })
      await sight.then?.(page, t)
      if (!(await answer?.headerValue('content-security-policy'))?.includes('script-src')) {
        without.push(sight.name)
      }
    }
    await page.context().close()

    expect(refused).toEqual([])
    expect(without).toEqual([])
  },
  300_000,
)

it('plays a film under its policy', async () => {
  const page = await opened(browser, { member: scene.eyes.student, place: 'aurora' })
  const refused = await refusedIn(page)
  await page.goto(`/learn/${scene.slug}/${scene.lesson('video')}`)
  const film = page.locator('video')
  await film.waitFor({ state: 'attached' })
  await film.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true
    await element.play()
  })
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0)
  await page.context().close()

  expect(refused).toEqual([])
}, 120_000)

/** Desks, lists and editors of the admin: those that bring most of their own. */
const ADMIN = [
  '/admin',
  '/admin/account',
  '/admin/collections/courses',
  '/admin/collections/courses/create',
  '/admin/collections/lessons',
  '/admin/collections/media',
  '/admin/collections/media/create',
  '/admin/collections/pages',
  '/admin/collections/users',
  '/admin/collections/orders',
  '/admin/collections/email-templates',
]

it('refuses nothing of ours in the admin', async () => {
  const page = await opened(browser, { member: owner, place: 'aurora' })
  const refused = await refusedIn(page)
  for (const path of ADMIN) {
    const answer = await page.goto(path, { waitUntil: 'networkidle' })
    expect(await answer?.headerValue('content-security-policy')).toMatch(/'nonce-/)
  }
  const rows = '/api/courses?limit=1&depth=0'
  const [course] = (await owner.get(rows)).json<{ docs: { id: string }[] }>().docs
  const [about] = (await owner.get('/api/pages?limit=1&depth=0')).json<{ docs: { id: string }[] }>()
    .docs
  for (const path of [
    `/admin/collections/courses/${course?.id}`,
    `/admin/collections/lessons/${scene.lesson('text')}`,
    `/admin/collections/lessons/${scene.lesson('video')}`,
    ...(about ? [`/admin/collections/pages/${about.id}`] : []),
  ]) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.locator('h1').first().waitFor()
  }
  await page.context().close()

  expect(refused).toEqual([])
}, 300_000)

it('tells the school of what was refused, without what an address asks for', async () => {
  const page = await opened(browser, { member: owner, place: 'aurora' })
  const told = page.waitForResponse((answer) => answer.url().endsWith('/api/security/reports'))
  await page.goto('/courses')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.stolen = 1'
    document.body.append(script)
  })

  expect((await told).status()).toBe(204)
  expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
  await page.context().close()
}, 120_000)
