import type { Browser, Page } from 'playwright-core'

import { WORDS } from '@/components/admin/organisation/words'
import { startDns, type DnsServer } from '@/test/dns/server'

import type { RunSchool } from './runSchool'

import { OIDC_KEYS, startOidcServer } from '../oidc/server'
import { openDocument } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, openedAt, shoot } from './browser'
import { eventually } from './eventually'
import { alive, press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const LOOKS = [
  {
    connected: 'Connected.',
    kind: 'Your own, by OpenID Connect',
    locale: 'en',
    test: 'Test the connection',
  },
  {
    connected: 'מחובר.',
    kind: 'ספק משלכם, דרך OpenID Connect',
    locale: 'he',
    test: 'בדיקת החיבור',
  },
] as const

const SCIM = 'urn:ietf:params:scim'

/** What is ours on the page of a provider. */
const PANEL = '.lectern-organisation'

describe.each(LOOKS)('an organisation and its people, in $locale', ({ locale, ...said }) => {
  const t = wordsOf(locale)
  const words = WORDS[locale]
  const name = 'Example University'
  const domain = `uni-${Date.now().toString(36)}.example`
  const dana = { name: 'Dana Doe', email: `dana@${domain}` }
  let browser: Browser
  let dns: DnsServer
  let oidc: Awaited<ReturnType<typeof startOidcServer>>
  let school: RunSchool
  let owner: Page
  let learner: Page
  let provider: string
  let token: string
  let person: string

  beforeAll(async () => {
    browser = await launch()
    school = await runSchool('Harbour University', { locale })
    dns = await startDns(Number(process.env.E2E_DNS_PORT))
    oidc = await startOidcServer([`http://${school.host}/`], Number(process.env.E2E_OIDC_PORT))
    owner = await pageIn({ member: school.owner })
    await owner.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    learner = await pageIn({ member: visitorAt(school.host) })
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await oidc.close()
    await dns.close()
  })

  const pageIn = async ({ member }: { member: RunSchool['owner'] }): Promise<Page> => {
    const page = await openedAt(browser, { host: school.host, locale, member, width: 1440 })
    const at = { url: `http://${school.host}`, value: locale }
    await page.context().addCookies([
      { ...at, name: 'payload-lng' },
      { ...at, name: 'locale' },
    ])

    return page
  }

  /** What axe finds wide and narrow, in either scheme; keeps a picture of each. */
  const looked = async (page: Page, what: string, within = 'main'): Promise<object[]> => {
    const found: object[] = []
    await page.addStyleTag({ content: STILL })
    for (const width of [1440, 390]) {
      await page.setViewportSize({ height: 900, width })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.evaluate(
          (theme) => document.documentElement.setAttribute('data-theme', theme),
          colorScheme,
        )
        found.push(...(await findings(page, within)))
        await shoot(page, `organisation-${what}-${locale}-${width}-${colorScheme}`)
      }
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ height: 900, width: 1440 })

    return found
  }

  /** Saves the provider that is open, and waits until the server has it. */
  const save = async (method: 'PATCH' | 'POST'): Promise<{ doc: { id: string } }> => {
    const answered = owner.waitForResponse(
      (answer) =>
        answer.url().includes('/api/sign-in-providers') && answer.request().method() === method,
    )
    await press(owner.locator('#action-save'))
    const answer = await answered
    const text = await answer.text()
    expect([answer.ok(), answer.ok() ? '' : text]).toEqual([true, ''])

    return JSON.parse(text) as { doc: { id: string } }
  }

  const directory = (method: string, path: string, body?: object) =>
    visitorAt(school.host).send({
      body: body && JSON.stringify(body),
      headers: { authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' },
      method,
      path: `/api/scim/v2/${path}`,
    })

  it('is connected by the owner, and its domain proved by a record', async () => {
    const errors = errorsOf(owner)
    await owner.goto('/admin/collections/sign-in-providers/create')
    await owner.locator('#action-save').waitFor()
    await owner.waitForLoadState('networkidle')
    await owner.locator('#field-kind .rs__control').click()
    await owner.locator('.rs__option').filter({ hasText: said.kind }).click()
    await owner.locator('#field-label').fill(name)
    await owner.locator('#field-issuer').fill(oidc.origin)
    await owner.locator('#field-clientId').fill(OIDC_KEYS.clientId)
    await owner.locator('#field-clientSecret').fill(OIDC_KEYS.clientSecret)
    await owner.locator('#field-domains').fill(domain)
    provider = (await save('POST')).doc.id
    await owner.waitForURL(`**/sign-in-providers/${provider}**`)
    await press(owner.getByRole('button', { name: said.test, exact: true }))
    await owner.getByText(said.connected).waitFor()
    await owner.getByText(words.open).waitFor()
    expect(await looked(owner, 'new', PANEL)).toEqual([])

    const [record, value] = await owner
      .locator('.lectern-organisation__list .lectern-copy code')
      .allInnerTexts()
    await press(owner.getByRole('button', { name: words.check, exact: true }))
    await owner.getByText(words.notFound).waitFor()
    dns.set(record ?? '', { TXT: [value ?? ''] })
    await press(owner.getByRole('button', { name: words.check, exact: true }))
    await owner.getByText(words.proved, { exact: true }).waitFor()
    expect(errors).toEqual([])
  }, 180_000)

  it('becomes the only way in, with a directory whose token is shown once', async () => {
    const errors = errorsOf(owner)
    await openDocument(owner, `sign-in-providers/${provider}`)
    await owner.locator('#field-isRequired').check()
    await save('PATCH')
    await owner.getByLabel(words.name).fill('Okta')
    await press(owner.getByRole('button', { name: words.make, exact: true }))
    const made = owner.getByRole('status').filter({ hasText: words.made })
    await made.waitFor()
    token = await made.locator('code').innerText()
    expect(await looked(owner, 'token', PANEL)).toEqual([])
    await owner.reload()
    await owner.getByText('Okta', { exact: true }).waitFor()
    expect(await owner.locator('body').innerText()).not.toContain(token)
    expect(errors).toEqual([])
  }, 180_000)

  it('has its directory make an account', async () => {
    const made = await directory('POST', 'Users', {
      name: { familyName: 'Doe', givenName: 'Dana' },
      active: true,
      emails: [{ type: 'work', primary: true, value: dana.email }],
      schemas: [`${SCIM}:schemas:core:2.0:User`],
      userName: dana.email,
    })
    expect([made.status, made.status === 201 ? '' : made.text]).toEqual([201, ''])
    person = made.json<{ id: string }>().id
  })

  it('leads whoever types an address of the domain to the provider, and back signed in', async () => {
    const errors = errorsOf(learner)
    oidc.knows({ ...dana, email_verified: true, sub: dana.email })
    oidc.signsIn(dana.email)
    // The page is made anew by the worker.
    await eventually(async () =>
      (await visitorAt(school.host).get('/sign-in')).text.includes(domain),
    )
    await learner.goto('/sign-in?next=/account/security')
    await alive(learner.locator('main form'))
    await learner.getByLabel(t('auth.email')).fill(dana.email)
    await learner.getByText(t('signIn.provider.organisation')).waitFor()
    expect(await looked(learner, 'sign-in')).toEqual([])
    const go = t('signIn.provider.continue', { name })
    await learner.locator('main form').getByRole('button', { name: go }).click()
    await learner.waitForURL(({ pathname }) => pathname === '/account/security')
    await learner.getByRole('button', { name: t('shell.accountOf', { name: dana.name }) }).waitFor()
    expect(errors).toEqual([])
  }, 180_000)

  it('has its directory shut the account, whose next request fails', async () => {
    const shut = await directory('PATCH', `Users/${person}`, {
      Operations: [{ op: 'replace', path: 'active', value: false }],
      schemas: [`${SCIM}:api:messages:2.0:PatchOp`],
    })
    expect([shut.status, shut.json()]).toMatchObject([200, { active: false }])
    const status = `fetch('/api/account/sessions').then((answer) => answer.status)`
    expect(await learner.evaluate(status)).toBe(401)
    await learner.goto('/account/security')
    await learner.waitForURL(({ pathname }) => pathname === '/sign-in')
    await alive(learner.locator('main form'))
    await learner.getByLabel(t('auth.email')).fill(dana.email)
    const go = t('signIn.provider.continue', { name })
    await learner.locator('main form').getByRole('button', { name: go }).click()
    await learner.getByText(t('errors.accountSuspended')).waitFor()
    expect(await looked(learner, 'shut')).toEqual([])
    await openDocument(owner, `sign-in-providers/${provider}`)
    await owner.getByText(words.people(1)).waitFor()
  }, 180_000)
})
