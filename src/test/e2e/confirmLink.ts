import type { Browser } from 'playwright-core'

import { person } from './browser'
import { eventually } from './eventually'
import { signIn } from './forms'
import { linkIn, mailTo } from './outbox'
import { wordsOf } from './words'

/** The link in a confirmation mail, read in the outbox by its API. */
export const linkFromApi = async (_browser: Browser, email: string): Promise<string> =>
  linkIn(await mailTo(email, 'confirm'), '/verify-email')

/** The same, as the platform's staff reads it: on the outbox page, in the letter itself. */
export const linkFromPage = async (browser: Browser, email: string): Promise<string> => {
  await mailTo(email, 'confirm')
  const t = wordsOf('en')
  const staff = await person(browser, { place: 'platform' })
  const page = await staff.newPage()
  await page.goto('/outbox')
  await signIn(page, t, { email: 'super@lectern.test' })
  await page.getByRole('listitem').filter({ hasText: email }).getByRole('link').first().click()
  const letter = page.frameLocator(`iframe[title="${t('outbox.html')}"]`)
  const link = letter.locator('a[href*="/verify-email"]').first()
  const href = await eventually(() => link.getAttribute('href'))
  await staff.close()

  return href
}
