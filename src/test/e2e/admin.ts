import type { Browser, Page } from 'playwright-core'

import type { Visitor } from './visitor'

import { person } from './browser'
import { hostOf } from './place'

/** A page in the browser of somebody who has signed in already, at Aurora, in English. */
export const pageOf = async (
  browser: Browser,
  one: Visitor,
  look: { colorScheme?: 'dark' | 'light'; width?: number } = {},
): Promise<Page> => {
  const context = await person(browser, { place: 'aurora', ...look })
  const domain = hostOf('aurora').split(':')[0]
  await context.addCookies(
    [...one.cookies].map(([name, value]) => ({ name, domain, httpOnly: true, path: '/', value })),
  )

  return context.newPage()
}

type Made = { doc: { id: string } }

/** The id of a row that the owner makes; throws with the answer where it is refused. */
export const make = async (owner: Visitor, list: string, row: object): Promise<string> => {
  const { json, status, text } = await owner.post(`/api/${list}?depth=0`, row)
  if (status !== 201) {
    throw new Error(`${list}: ${status} ${text}`)
  }

  return json<Made>().doc.id
}

/** A course nobody sells, so that it changes nothing for those who walk through the others. */
export const quietCourse = async (
  owner: Visitor,
): Promise<{ course: string; section: string; slug: string }> => {
  const slug = `quiet-${Date.now().toString(36)}-${process.pid}`
  const course = await make(owner, 'courses', { slug, _status: 'draft', title: 'A quiet course' })
  const section = await make(owner, 'sections', { course, title: 'First' })

  return { slug, course, section }
}

/** Opens a document of the admin, and waits until its form can be used. */
export const openDocument = async (page: Page, path: string): Promise<void> => {
  await page.goto(`/admin/collections/${path}`)
  await page.locator('#action-save, .doc-controls__controls').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** Publishes or saves the open document and waits until the server has taken it. */
export const save = async (page: Page): Promise<void> => {
  const saved = page.waitForResponse(
    (response) =>
      response.request().method() === 'PATCH' && !response.url().includes('autosave=true'),
  )
  await page.locator('#action-save').click()
  expect((await saved).status()).toBe(200)
}
