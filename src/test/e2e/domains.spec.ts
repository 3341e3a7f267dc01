import type { Browser, BrowserContext, Page } from 'playwright-core'

import type { DnsServer } from '@/test/dns/server'

import { startDns } from '@/test/dns/server'

import type { Answer } from './http'
import type { RunSchool } from './runSchool'

import { findings, STILL } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { eventually } from './eventually'
import { send } from './http'
import { linkIn, mailTo } from './outbox'
import { port } from './place'
import { runSchool } from './runSchool'

const hostOf = (name: string): string => `${name}:${port()}`

let browser: Browser
let dns: DnsServer
let school: RunSchool

const domain = `learn-${Date.now().toString(36)}.own.test`

beforeAll(async () => {
  browser = await launch(['--host-resolver-rules=MAP *.own.test 127.0.0.1'])
  dns = await startDns(Number(process.env.E2E_DNS_PORT))
  school = await runSchool('Harbour School')
}, 180_000)
afterAll(async () => {
  await browser.close()
  await dns.close()
})

/** The owner's browser, in which she is signed in at the school's sub-domain. */
const ownersPage = async (language: string, width = 1440): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: `http://${school.host}`,
    reducedMotion: 'reduce',
    viewport: { height: 900, width },
  })
  context.setDefaultTimeout(45_000)
  const at = { domain: school.host.split(':')[0], path: '/' }
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await context.addCookies([
    ...[...school.owner.cookies].map(([name, value]) => ({ ...at, name, httpOnly: true, value })),
    { ...at, name: 'payload-lng', value: language },
  ])

  return context.newPage()
}

const openPanel = async (page: Page): Promise<void> => {
  await page.goto('/admin/collections/domains')
  await page.locator('.lectern-add-domain').waitFor()
  await page.waitForLoadState('networkidle')
}

/** A page as a visitor asks for it at a host. */
const visit = (host: string, path: string, headers?: Record<string, string>): Promise<Answer> =>
  send({ headers, host, path, port: port() })

/** What a page's head says under `rel="canonical"`. */
const canonicalOf = ({ text }: Answer): string =>
  /<link[^>]*rel="canonical"[^>]*href="([^"]*)"/.exec(text)?.[1] ?? ''

/** What axe finds in either scheme, wide and narrow; keeps a picture of each. */
const looked = async (page: Page, name: string): Promise<object[]> => {
  const found: object[] = []
  await page.addStyleTag({ content: STILL })
  for (const width of [1440, 390]) {
    await page.setViewportSize({ height: 900, width })
    for (const theme of ['light', 'dark']) {
      await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme)
      found.push(...(await findings(page)))
      await shoot(page, `${name}-${width}-${theme}`)
    }
  }
  await page.setViewportSize({ height: 900, width: 1440 })

  return found
}

const press = async (page: Page, button: string): Promise<void> => {
  await page.getByRole('button', { name: button, exact: true }).focus()
  await page.keyboard.press('Enter')
}

it('takes a domain from its name to the main address, by keyboard', async () => {
  const page = await ownersPage('en')
  const errors = errorsOf(page)
  await openPanel(page)
  const field = page.getByLabel('Your domain')
  await field.fill('https://example.com/courses')
  await field.press('Enter')
  await page.getByRole('alert').getByText('This is no domain name.').waitFor()
  expect(errors.splice(0).every((error) => error.includes('422'))).toBe(true)

  await field.fill(`HTTP://${domain.toUpperCase()}/`)
  await field.press('Enter')
  await page.getByRole('heading', { name: domain }).waitFor()
  await page.getByText('Waiting for records').waitFor()
  const proof = page.getByRole('row').filter({ hasText: 'TXT' })
  const token = await proof.locator('code').nth(2).innerText()
  await proof.getByRole('button', { name: 'Copy TXT, Value' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Copied').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token)

  expect((await visit(hostOf(domain), '/')).status).toBe(404)
  dns.set(`_domain-verification.${domain}`, { TXT: ['something-else'] })
  dns.set(domain, { A: ['198.51.100.9'] })
  await eventually(async () => {
    await press(page, 'Check now')
    await page.waitForTimeout(1_000)

    return page.getByText('something-else').isVisible()
  }, 180_000)
  await page.getByText('It leads elsewhere.').waitFor()
  await page.getByText('198.51.100.9').waitFor()
  expect(await looked(page, 'domains-wrong-en')).toEqual([])

  dns.set(`_domain-verification.${domain}`, { TXT: [token] })
  dns.set(domain, { CNAME: [school.host.split(':')[0] ?? ''] })
  await eventually(async () => {
    await press(page, 'Check now')
    await page.waitForTimeout(1_000)

    return page.getByText('This domain leads to your school.').isVisible()
  }, 180_000)
  await page.getByText('Main address', { exact: true }).last().waitFor()
  expect(errors.every((error) => error.includes('429'))).toBe(true)
  await page.context().close()
}, 180_000)

it('serves the school there, and sends readers of the sub-domain on for good', async () => {
  const moved = await eventually(async () => {
    const answer = await visit(school.host, '/courses?page=2')

    return answer.status === 308 && answer
  })
  expect(moved.headers.location).toBe(`http://${hostOf(domain)}/courses?page=2`)
  expect(moved.headers['cache-control']).toContain('max-age=0')
  const page = await eventually(async () => {
    const answer = await visit(hostOf(domain), '/courses')

    return canonicalOf(answer).includes(domain) && answer
  })
  expect(page.status).toBe(200)
  expect(canonicalOf(page)).toBe(`http://${hostOf(domain)}/courses`)
  expect(page.text).not.toContain(school.host)
  expect((await visit(hostOf(domain), '/sitemap.xml')).text).not.toContain(school.host)
  expect((await visit(hostOf(domain), '/robots.txt')).text).toContain(domain)
})

it('answers the API and the admin on the sub-domain as before', async () => {
  expect((await visit(school.host, '/api/session')).status).toBe(200)
  expect((await school.owner.get('/admin/collections/domains')).status).toBe(200)
  expect((await visit(school.host, '/admin')).headers.location).toBe(
    `http://${school.host}/sign-in?next=%2Fadmin`,
  )
  expect((await visit(school.host, '/sign-in?next=%2Fadmin')).status).toBe(200)
  expect((await visit(school.host, '/sign-in')).status).toBe(308)
})

it('signs in at the domain with a cookie of its own, and takes changes from there alone', async () => {
  const context: BrowserContext = await browser.newContext({
    baseURL: `http://${hostOf(domain)}`,
  })
  const page = await context.newPage()
  await page.goto('/sign-in?next=%2Fcourses')
  await page.getByLabel('Email').fill(school.email)
  await page.getByLabel('Password', { exact: true }).fill(school.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/courses')
  const cookies = await context.cookies()
  expect(cookies.map((one) => one.domain)).toEqual(expect.arrayContaining([domain]))
  expect(cookies.some((one) => one.domain.startsWith('.'))).toBe(false)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const change = (origin: string) =>
    send({
      body: {},
      headers: { cookie, origin },
      host: hostOf(domain),
      method: 'POST',
      path: '/api/certificates/issue-missing',
      port: port(),
    })
  expect((await change(`http://${school.host}`)).status).toBe(403)
  expect((await change(`http://evil.own.test:${port()}`)).status).toBe(403)
  expect((await change(`http://${hostOf(domain)}`)).status).toBe(201)
  await context.close()
}, 180_000)

it('names the domain in mails', async () => {
  const mail = await mailTo(school.email, 'domainConnected')
  expect(linkIn(mail, domain)).toBe(`http://${hostOf(domain)}`)
  await send({
    body: { email: school.email },
    headers: { origin: `http://${hostOf(domain)}` },
    host: hostOf(domain),
    method: 'POST',
    path: '/api/auth/request-password-reset',
    port: port(),
  })

  expect(linkIn(await mailTo(school.email, 'reset'), hostOf(domain))).toContain('/reset-password/')
})

it('goes back to the sub-domain, and lets the domain go, in Hebrew', async () => {
  const page = await ownersPage('he')
  await openPanel(page)
  expect(await page.locator('html').getAttribute('dir')).toBe('RTL')
  expect(await looked(page, 'domains-connected-he')).toEqual([])
  await press(page, 'חזרה לתת־הדומיין')
  await page.getByRole('button', { name: 'הגדרה ככתובת ראשית' }).waitFor()
  const back = await eventually(async () => {
    const answer = await visit(hostOf(domain), '/courses')

    return answer.status === 308 && answer
  })
  expect(back.headers.location).toBe(`http://${school.host}/courses`)
  await eventually(async () =>
    canonicalOf(await visit(school.host, '/courses')).includes(school.host),
  )

  await page.getByRole('button', { name: `הסרה: ${domain}` }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: `להסיר את ${domain}?` }).waitFor()
  await page.locator('.confirmation-modal').getByRole('button', { name: 'הסרה' }).click()
  await page.getByText('עדיין אין דומיין משלך.').waitFor()
  await eventually(async () => (await visit(hostOf(domain), '/courses')).status === 404)
  await page.context().close()
}, 180_000)
