import type { Page } from 'playwright-core'

import type { Person } from './buying'
import type { Words } from './words'

import { press } from './press'

/** Fills in the form for making an account, by its labels, and sends it. */
export const signUp = async (page: Page, t: Words, person: Person): Promise<void> => {
  await page.getByLabel(t('auth.name'), { exact: true }).fill(person.name)
  await page.getByLabel(t('auth.email'), { exact: true }).fill(person.email)
  await page.getByLabel(t('auth.password'), { exact: true }).fill(person.password)
  await press(page.getByRole('button', { name: t('auth.signUp'), exact: true }))
  await page.getByRole('heading', { name: t('auth.checkMailTitle') }).waitFor()
}

/** Fills in the sign-in form, by its labels, and waits until another page is there. */
export const signIn = async (
  page: Page,
  t: Words,
  { email, password = 'lectern-demo' }: { email: string; password?: string },
): Promise<void> => {
  await page.getByLabel(t('auth.email'), { exact: true }).fill(email)
  await page.getByLabel(t('auth.password'), { exact: true }).fill(password)
  await press(page.getByRole('button', { name: t('auth.signIn'), exact: true }))
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
