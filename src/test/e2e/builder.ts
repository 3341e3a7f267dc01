import type { Browser, Locator, Page } from 'playwright-core'

import type { Place } from './place'
import type { Visitor } from './visitor'

import { english } from '@/components/admin/curriculum/english'
import { hebrew } from '@/components/admin/curriculum/hebrew'

import { make } from './admin'
import { person } from './browser'
import { eventually } from './eventually'
import { hostOf } from './place'

const WORDS = { aurora: english, ofek: hebrew }

/** The builder of a course, as its author has it before them. */
export type Bench = {
  course: string
  /** Titles of lessons by section, as the page shows them. */
  drawn: () => Promise<string[]>
  grip: (title: string) => Locator
  page: Page
  /** Waits until the page shows this, and the school has it. */
  settled: (...sections: string[]) => Promise<void>
  words: typeof english
}

type Tree = { sections: { lessons: { title: string }[]; title: string }[] }

/** A course of sections and draft lessons: each string is `Section: one, two`. */
export const builtCourse = async (owner: Visitor, sections: readonly string[]): Promise<string> => {
  const slug = `built-${Date.now().toString(36)}-${crypto.randomUUID().slice(0, 6)}`
  const course = await make(owner, 'courses', { slug, _status: 'draft', title: 'Built' })
  for (const [title = '', lessons = ''] of sections.map((one) => one.split(': '))) {
    const section = await make(owner, 'sections', { course, title })
    for (const lesson of lessons.split(', ').filter(Boolean)) {
      await make(owner, 'lessons', { _status: 'published', kind: 'text', section, title: lesson })
    }
  }

  return course
}

/** Opens the builder of a course in a browser of somebody who is signed in. */
export const openBuilder = async (
  browser: Browser,
  {
    course,
    look = {},
    owner,
    place,
  }: {
    course: string
    look?: { colorScheme?: 'dark' | 'light'; width?: number }
    owner: Visitor
    place: Extract<Place, 'aurora' | 'ofek'>
  },
): Promise<Bench> => {
  const locale = place === 'ofek' ? 'he' : 'en'
  const context = await person(browser, { locale, place, ...look })
  const domain = hostOf(place).split(':')[0]
  await context.addCookies(
    [...owner.cookies].map(([name, value]) => ({ name, domain, httpOnly: true, path: '/', value })),
  )
  const page = await context.newPage()
  await page.goto(`/admin/collections/courses/${course}/curriculum`)
  await page.locator('.lectern-build__bar').waitFor()
  await page.waitForLoadState('networkidle')
  const words = WORDS[place]

  const drawn = () =>
    page.locator('.lectern-build__tree > [data-row]').evaluateAll((rows) => {
      const sections: string[] = []
      for (const row of rows) {
        const title = row.querySelector('.lectern-build__title')?.textContent ?? ''
        if (row.classList.contains('lectern-build__section')) {
          sections.push(`${title}:`)
        } else {
          sections.push(`${sections.pop() ?? ''} ${title}`)
        }
      }

      return sections
    })
  const stored = async () => {
    const { sections } = (await owner.get(`/api/courses/${course}/curriculum`)).json<Tree>()

    return sections.map(({ lessons, title }) =>
      [`${title}:`, ...lessons.map((one) => one.title)].join(' '),
    )
  }

  return {
    course,
    drawn,
    grip: (title) => page.getByRole('button', { name: words.drag(title), exact: true }),
    page,
    settled: async (...sections) => {
      const wanted = sections.join('|')
      await eventually(async () => (await drawn()).join('|') === wanted).catch(async () =>
        expect(await drawn()).toEqual(sections),
      )
      await eventually(async () => (await stored()).join('|') === wanted).catch(async () =>
        expect(await stored()).toEqual(sections),
      )
    },
    words,
  }
}

type Point = readonly [x: number, y: number]

/** Where a drag goes from and to: the middle of both rows, once they have glided into their places. */
const wayOf = async (from: Locator, onto: Locator): Promise<{ end: Point; start: Point }> => {
  const [start, end] = [await from.boundingBox(), await onto.boundingBox()]
  if (!start || !end) {
    throw new Error('There is nothing to drag, or nothing to drag it onto.')
  }
  const middle = (box: typeof start): Point => [box.x + box.width / 2, box.y + box.height / 2]

  return { end: middle(end), start: middle(start) }
}

const heldIn = (page: Page): Locator => page.locator('.lectern-build__tree [aria-pressed="true"]')

/** Drags one row onto another with the mouse, in steps, as a hand does. */
export const dragOnto = async (page: Page, from: Locator, onto: Locator): Promise<void> => {
  // Rows glide into their places; a hand waits for them as well.
  await from.hover()
  const { end, start } = await wayOf(from, onto)
  await page.mouse.down()
  await page.mouse.move(start[0] + 8, start[1] + 8)
  const held = heldIn(page)
  await held.first().waitFor({ state: 'attached' })
  await page.mouse.move(...end, { steps: 12 })
  await page.waitForTimeout(100)
  await page.mouse.up()
  await held.waitFor({ state: 'detached' })
}

/** Drags one row onto another with a finger. */
export const swipeOnto = async (page: Page, from: Locator, onto: Locator): Promise<void> => {
  await from.scrollIntoViewIfNeeded()
  const { end, start } = await wayOf(from, onto)
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchEnd' | 'touchMove' | 'touchStart', [x, y]: Point) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    })
  const held = heldIn(page)
  await touch('touchStart', start)
  await touch('touchMove', [start[0], start[1] + 8])
  await held.first().waitFor({ state: 'attached' })
  for (let step = 1; step <= 12; step += 1) {
    await touch('touchMove', [start[0], start[1] + ((end[1] - start[1]) * step) / 12])
  }
  await page.waitForTimeout(100)
  await touch('touchEnd', end)
  await held.waitFor({ state: 'detached' })
}
