import type { Page } from 'playwright-core'

import type { Step } from './story'

import { errorsOf, person } from './browser'
import { signIn } from './forms'

/** Reads JSON as the page's own person. */
const read = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (address) => (await fetch(address)).json() as unknown, path) as Promise<T>

/** Changes one field in the admin and saves. */
const change = async (
  page: Page,
  { field, path, value }: { field: string; path: string; value: string },
): Promise<void> => {
  await page.goto(path)
  await page.locator(field).fill(value)
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.url().includes('/api/'),
  )
  await page.locator('#action-save').click()
  expect((await saved).status()).toBe(200)
}

/** What the creator does in the school's admin, and what visitors see of it. */
export const creatorPart = (step: Step): void => {
  let admin: Page
  let errors: string[] = []

  step('lets the creator into the admin by the school’s own sign-in', async (now) => {
    const { browser, locale, place, t } = now
    const context = await person(browser, { locale, place })
    admin = await context.newPage()
    errors = errorsOf(admin)
    const student = now.page
    now.page = admin
    await admin.goto('/admin')
    expect(new URL(admin.url()).pathname).toBe('/sign-in')
    await signIn(admin, t, { email: `owner@${place}.test` })
    await admin.waitForURL('**/admin')
    await admin.locator('.lectern-start').waitFor()
    expect(await admin.locator('html').getAttribute('dir')).toBe(locale === 'he' ? 'RTL' : 'LTR')
    now.page = student
  })

  step('shows the creator the order', async ({ order }) => {
    const { number } = await read<{ number: string }>(admin, `/api/orders/${order}?depth=0`)
    await admin.goto('/admin/collections/orders')
    await admin.getByRole('link', { name: number }).waitFor()
  })

  step('shows the student the lesson as the creator renames it', async ({ lesson, page }) => {
    const title = `Renamed ${Date.now().toString(36)}`
    const id = lesson.split('/').at(-1) ?? ''
    const path = `/admin/collections/lessons/${id}`
    await change(admin, { field: '#field-title', path, value: title })
    await page.goto(lesson)
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  })

  step('shows visitors the promise as the creator words it', async ({ browser, place }) => {
    const promise = `A promise of ${Date.now().toString(36)}`
    const { docs } = await read<{ docs: { id: string }[] }>(
      admin,
      '/api/pages?depth=0&where[slug][equals]=home',
    )
    const path = `/admin/collections/pages/${docs[0]?.id}`
    await change(admin, { field: '#field-layout__0__promise', path, value: promise })
    const visitor = await (await person(browser, { place })).newPage()
    const heading = visitor.getByRole('heading', { name: promise, level: 1 })
    for (let tries = 0; tries < 10; tries += 1) {
      await visitor.goto('/')
      if (await heading.isVisible()) {
        break
      }
      await visitor.waitForTimeout(300)
    }
    expect(await heading.isVisible()).toBe(true)
    await visitor.context().close()
    expect(errors).toEqual([])
  })
}
