import type { Browser, Page } from 'playwright-core'

import { findings } from './axe'
import { launch, opened, person } from './browser'
import { confirmedVisitor, newPerson } from './buying'
import { alive } from './press'
import { wordsOf } from './words'

type Credential = {
  credentialId: string
  isResidentCredential: boolean
  privateKey: string
  rpId?: string
  signCount: number
  userHandle?: string
}
type Kept = Credential[]

/** Chromium's own authenticator, which has made sure of its person. */
const withAuthenticator = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      automaticPresenceSimulation: true,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      protocol: 'ctap2',
      transport: 'internal',
    },
  })

  return {
    /** What it keeps, to be put into another. */
    credentials: async (): Promise<Kept> =>
      (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    put: async (credentials: Kept) => {
      for (const credential of credentials) {
        await session.send('WebAuthn.addCredential', { authenticatorId, credential })
      }
    },
  }
}

/** The same, used a few times since: a counter that stands still is one of a copy, and refused. */
const usedSince = (kept: Kept): Kept =>
  kept.map((one) => ({ ...one, signCount: one.signCount + 10 }))

const LOOKS = [
  { locale: 'en', place: 'aurora' },
  { locale: 'he', place: 'ofek' },
] as const

describe.each(LOOKS)('passkeys, in $locale', ({ locale, place }) => {
  const t = wordsOf(locale)
  const somebody = newPerson('Pia Passkey')
  let browser: Browser

  beforeAll(async () => {
    browser = await launch()
  }, 180_000)
  afterAll(() => browser.close())

  /** The sign-in page of a new browser whose authenticator keeps these, which makes no offers, once they are asked for. */
  const signInWith = async (kept: Kept) => {
    const page = await (await person(browser, { locale, place })).newPage()
    await page.addInitScript(
      'PublicKeyCredential.isConditionalMediationAvailable = async () => false',
    )
    await page.goto('/sign-in')
    const button = page.getByRole('button', { name: t('signIn.passkey.signIn') })
    await button.waitFor()
    expect(await findings(page)).toEqual([])
    await (await withAuthenticator(page)).put(kept)
    await button.click()

    return page
  }

  /** The sign-in page of a browser that offers these where the address is typed, and whose person takes them up. */
  const offeredTo = async (kept: Kept) => {
    const page = await (await person(browser, { locale, place })).newPage()
    await (await withAuthenticator(page)).put(kept)
    // It may be led on before everything of it has loaded.
    await page.goto('/sign-in', { waitUntil: 'commit' })

    return page
  }

  it('are added with a name, let in by a button and by the browser’s own offer, and are taken away', async () => {
    const member = await confirmedVisitor(place, somebody)
    const page = await opened(browser, { member, place })
    const device = await withAuthenticator(page)
    await page.goto('/account/security')
    const add = page.getByRole('button', { name: t('account.security.passkeys.add') })
    await alive(add)
    await add.click()
    await page.getByLabel(t('account.security.passkeys.name')).fill('My laptop')
    await page.getByLabel(t('account.proof.password')).fill(somebody.password)
    await page.keyboard.press('Enter')
    await page.getByText(t('account.security.passkeys.addedNow')).waitFor()
    const kept = await device.credentials()
    expect(kept).toHaveLength(1)

    const elsewhere = await signInWith(kept)
    await elsewhere.waitForURL('**/dashboard')
    await elsewhere.context().close()

    const offered = await offeredTo(usedSince(kept))
    await offered.waitForURL('**/dashboard')
    await offered.context().close()

    await page
      .getByRole('button', {
        name: t('account.security.passkeys.removeOf', { name: 'My laptop' }),
      })
      .click()
    await page.getByLabel(t('account.proof.password')).fill(somebody.password)
    await page.keyboard.press('Enter')
    await page.getByText(t('account.security.passkeys.removedNow')).waitFor()
    await page.context().close()

    const refused = await signInWith(usedSince(kept))
    await refused.getByText(t('errors.passkeyRefused')).waitFor()
    await refused.context().close()

    const refusedOffer = await offeredTo(usedSince(kept))
    await refusedOffer.getByText(t('errors.passkeyRefused')).waitFor()
    await refusedOffer.context().close()
  }, 180_000)
})
