import type { Browser, Page, Request } from 'playwright-core'

import type { Visitor } from './visitor'

import { person } from './browser'
import { eventually } from './eventually'
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

/** For so long nothing may be under way, in milliseconds: longer than the admin waits before it saves a draft. */
const REST_MS = 2_500

/**
 * Watches what a page asks of the server; answers a wait until it asks nothing any more. What is typed in a block reaches
 * its form and the draft by way of the server, and an answer that comes late replaces what was typed since.
 */
export const restOf = (page: Page): (() => Promise<void>) => {
  const open = new Set<Request>()
  let since = Date.now()
  const end = (request: Request): void => {
    open.delete(request)
    since = Date.now()
  }
  page.on('request', (request) => {
    open.add(request)
  })
  page.on('requestfinished', end)
  page.on('requestfailed', end)

  return async () => {
    since = Date.now()
    const isQuiet = (): boolean => open.size === 0 && Date.now() - since >= REST_MS
    await eventually(() => Promise.resolve(isQuiet()), 45_000)
  }
}

/** Publishes or saves the open document and waits until the server has taken it. */
export const save = async (page: Page): Promise<void> => {
  const saved = page.waitForResponse(
    (response) =>
      response.request().method() === 'PATCH' && !response.url().includes('autosave=true'),
  )
  await page.locator('#action-save').click()
  const answer = await saved
  // The words of a refusal say more than its number.
  expect([answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([200, ''])
}
