import type { Browser, Page } from 'playwright-core'

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

  /** The sign-in page of a new browser whose authenticator keeps these, once they are asked for. */
  const signInWith = async (kept: Kept) => {
    const page = await (await person(browser, { locale, place })).newPage()
    await page.goto('/sign-in')
    const button = page.getByRole('button', { name: t('signIn.passkey.signIn') })
    await button.waitFor()
    await (await withAuthenticator(page)).put(kept)
    await button.click()

    return page
  }

  it('are added with a name, let in without a password, and are taken away', async () => {
    const member = await confirmedVisitor(place, somebody)
    const page = await opened(browser, { member, place })
    const device = await withAuthenticator(page)
    await page.goto('/account/security')
    const add = page.getByRole('button', { name: t('account.security.passkeys.add') })
    await alive(add)
    await add.click()
    await page.getByLabel(t('account.security.passkeys.name')).fill('My laptop')
    await page.getByLabel(t('account.security.passkeys.password')).fill(somebody.password)
    await page.keyboard.press('Enter')
    await page.getByText(t('account.security.passkeys.addedNow')).waitFor()
    const kept = await device.credentials()
    expect(kept).toHaveLength(1)

    const elsewhere = await signInWith(kept)
    await elsewhere.waitForURL('**/dashboard')
    await elsewhere.context().close()

    await page
      .getByRole('button', {
        name: t('account.security.passkeys.removeOf', { name: 'My laptop' }),
      })
      .click()
    await page.getByLabel(t('account.security.passkeys.password')).fill(somebody.password)
    await page.keyboard.press('Enter')
    await page.getByText(t('account.security.passkeys.removedNow')).waitFor()
    await page.context().close()

    const refused = await signInWith(kept)
    await refused.getByText(t('errors.passkeyRefused')).waitFor()
    await refused.context().close()
  }, 180_000)
})
