import type { Browser } from 'playwright-core'

import { OIDC_KEYS, startOidcServer } from '../oidc/server'
import { launch, person } from './browser'
import { newPerson } from './buying'
import { eventually } from './eventually'
import { originOf } from './place'
import { alive } from './press'
import { signedIn, visitor, type Visitor } from './visitor'
import { wordsOf } from './words'

const LOOKS = [
  { locale: 'en', place: 'aurora' },
  { locale: 'he', place: 'ofek' },
] as const

describe.each(LOOKS)('signing in by a provider, in $locale', ({ locale, place }) => {
  const t = wordsOf(locale)
  const name = 'Example University'
  let browser: Browser
  let oidc: Awaited<ReturnType<typeof startOidcServer>>
  let owner: Visitor
  let provider: string

  beforeAll(async () => {
    browser = await launch()
    oidc = await startOidcServer([`${originOf(place)}/`], Number(process.env.E2E_OIDC_PORT))
    owner = await signedIn({ email: `owner@${place}.test`, place })
    const made = await owner.post('/api/sign-in-providers', {
      ...OIDC_KEYS,
      isActive: true,
      issuer: oidc.origin,
      kind: 'oidc',
      label: name,
      position: 1,
    })
    expect({ status: made.status, text: made.text }).toMatchObject({ status: 201 })
    provider = made.json<{ doc: { id: string } }>().doc.id
    // The page is made anew by the worker.
    await eventually(async () => (await visitor(place).get('/sign-in')).text.includes(name))
  }, 180_000)
  afterAll(async () => {
    await owner.send({ method: 'DELETE', path: `/api/sign-in-providers/${provider}` })
    await oidc.close()
    await browser.close()
  })

  /** The sign-in page of a new browser, whose person the provider knows by this address. */
  const going = async (isVerified: boolean) => {
    const somebody = newPerson('Uri University')
    const sub = somebody.email
    oidc.knows({ name: somebody.name, email: sub, email_verified: isVerified, sub })
    oidc.signsIn(sub)
    const page = await (await person(browser, { locale, place })).newPage()
    await page.goto('/sign-in?next=/account/security')
    const button = page.getByRole('button', { name: t('signIn.provider.continue', { name }) })
    await alive(button)
    await button.click()

    return { page }
  }

  it('makes an account of a verified address, and leads to what was asked for', async () => {
    const { page } = await going(true)
    await page.waitForURL(({ pathname }) => pathname === '/account/security')
    const label = t('account.security.providers.removeOf', { name })
    await page.getByRole('button', { name: label }).waitFor()
    await page.context().close()
  }, 180_000)

  it('says why an unverified address lets nobody in', async () => {
    const { page } = await going(false)
    await page.getByText(t('errors.providerUnproved')).waitFor()
    await page.context().close()
  }, 180_000)
})
