import type { Browser, Locator, Page } from 'playwright-core'

import type { Visitor } from './visitor'

import { make, openDocument, pageOf, quietCourse, restOf, save } from './admin'
import { errorsOf, launch } from './browser'
import { eventually } from './eventually'
import { alive } from './press'
import { signedIn } from './visitor'

let browser: Browser
let owner: Visitor
let course: Awaited<ReturnType<typeof quietCourse>>

beforeAll(async () => {
  browser = await launch()
  owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  course = await quietCourse(owner)
}, 180_000)
afterAll(() => browser.close())

const newLesson = (title: string): Promise<string> =>
  make(owner, 'lessons', { _status: 'draft', kind: 'text', section: course.section, title })

const editorIn = (page: Page): Locator => page.locator('.ContentEditable__root').first()

/** The lesson's text in the editor, ready to be written on at its end. */
const openText = async (page: Page, lesson: string): Promise<Locator> => {
  await openDocument(page, `lessons/${lesson}`)
  const text = editorIn(page)
  await text.click()
  await page.keyboard.press('Control+End')

  return text
}

const press = (page: Page, button: string): Promise<void> =>
  page.locator(`.fixed-toolbar .toolbar-popup__button-${button}`).click()

/**
 * Takes what the slash menu offers first for some letters. The menu can be seen a moment before it listens to the keyboard:
 * a key that only broke the line is taken back, and pressed again, as is one that nothing heard. What is taken takes the letters
 * away at once, and the menu goes when it gets to it: pressed again before that, it would be taken twice.
 */
const slash = async (page: Page, letters: string): Promise<void> => {
  const offered = page.locator('#slash-menu .slash-menu-popup__item').first()
  const isTaken = async (): Promise<boolean> =>
    !(await editorIn(page).innerText()).includes(`/${letters}`)
  await page.keyboard.type(`/${letters}`)
  await eventually(async () => {
    await offered.waitFor()
    await page.keyboard.press('Enter')
    const wasHeard = await eventually(isTaken, 10_000).catch(() => false)
    if (!wasHeard && !(await offered.isVisible())) {
      await page.keyboard.press('Backspace')
    }

    return wasHeard
  }, 60_000)
  await offered.waitFor({ state: 'hidden' })
}

/** Goes on writing below everything. */
const below = async (page: Page): Promise<void> => {
  await editorIn(page).locator('> p').last().click()
}

/** Fills in the newest block of the text, and waits until its form has it. */
const fill = async (
  page: Page,
  fields: Record<string, string>,
  rest: () => Promise<void>,
): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) {
    const field = editorIn(page).locator(`[name="${name}"]`).last()
    await field.waitFor()
    await field.fill(value)
    await rest()
  }
  await below(page)
}

/**
 * Waits until the lesson's draft holds some words: what is written in a block reaches the form by way of the server, and
 * the draft from there.
 */
const drafted = async (lesson: string, words: string[]): Promise<void> => {
  await eventually(async () => {
    const { text } = await owner.get(`/api/lessons/${lesson}?draft=true&depth=0`)

    return words.every((word) => text.includes(word))
  }, 180_000)
}

it('writes by toolbar and slash menu, takes steps back, and shows readers all of it', async () => {
  const page = await pageOf(browser, owner)
  const errors = errorsOf(page)
  const rest = restOf(page)
  const lesson = await newLesson('Written by hand')
  const text = await openText(page, lesson)
  const keys = page.keyboard
  await keys.type('Plain and ')
  await press(page, 'bold')
  await keys.type('strong')
  await press(page, 'bold')
  await keys.press('Enter')
  await slash(page, 'h2')
  await keys.type('A heading')
  await keys.press('Control+z')
  await eventually(async () => !(await text.innerText()).includes('A heading'))
  await keys.press('Control+y')
  await eventually(async () => (await text.innerText()).includes('A heading'))
  await keys.press('Control+End')
  await keys.press('Enter')
  await slash(page, 'ul')
  await keys.type('one')
  await keys.press('Enter')
  await keys.press('Enter')
  await slash(page, 'callout')
  await fill(page, { heading: 'Mind this', text: 'First line.\nSecond line.' }, rest)
  await slash(page, 'code')
  await fill(page, { code: 'const a = 1 < 2', language: 'ts' }, rest)
  await slash(page, 'embed')
  await fill(page, { title: 'A film', url: 'https://youtu.be/dQw4w9WgXcQ' }, rest)
  await slash(page, 'table')
  await page.locator('#field-rows').fill('2')
  await page.locator('#field-columns').fill('2')
  await page.locator('.drawer .form-submit button').last().click()
  await text.locator('th').first().click()
  await keys.type('Hour')
  await rest()
  await drafted(lesson, ['Mind this', 'First line.', 'const a', 'A film', 'dQw4w9WgXcQ', 'Hour'])
  await save(page)

  await page.route(/youtube/, (route) => route.fulfill({ body: '', contentType: 'text/html' }))
  await page.goto(`/learn/${course.slug}/${lesson}`)
  const prose = page.locator('.prose')
  await page.getByText('The course is not published').waitFor()
  expect(await page.locator(`main a[href$="/courses/${course.slug}"]`).count()).toBe(0)
  expect(await prose.locator('strong').innerText()).toBe('strong')
  expect(await prose.getByRole('heading', { name: 'A heading', exact: true }).count()).toBe(1)
  expect(await prose.locator('ul > li').innerText()).toBe('one')
  expect(await prose.getByRole('note').innerText()).toContain('First line.\nSecond line.')
  expect(await prose.locator('pre code').innerText()).toBe('const a = 1 < 2')
  const show = prose.getByRole('button', { name: /youtu\.be/ })
  await alive(show)
  await show.click()
  expect(await prose.locator('iframe').getAttribute('src')).toContain('youtube-nocookie.com/embed/')
  expect(await prose.locator('th').first().innerText()).toContain('Hour')
  expect(errors).toEqual([])
  await page.context().close()
}, 180_000)

it('sets texts beside one another, each with an editor of its own, and below one another on a phone', async () => {
  const page = await pageOf(browser, owner)
  const errors = errorsOf(page)
  const rest = restOf(page)
  const lesson = await newLesson('In columns')
  const text = await openText(page, lesson)
  await slash(page, 'columns')
  // Without a pause between the columns, as people write.
  for (const [at, words] of ['On the one hand', 'On the other hand'].entries()) {
    const column = text.locator('.ContentEditable__root').nth(at)
    await column.click()
    await column.pressSequentially(words)
    await eventually(async () => (await column.innerText()).includes(words))
  }
  await rest()
  await drafted(lesson, ['On the one hand', 'On the other hand'])
  await save(page)
  await page.goto(`/learn/${course.slug}/${lesson}`)
  const placesOf = () =>
    Promise.all(
      ['On the one hand', 'On the other hand'].map((words) =>
        page.locator('.prose .prose').getByText(words, { exact: true }).boundingBox(),
      ),
    )
  const [first, second] = await placesOf()
  expect(first?.y).toBe(second?.y)
  expect(first?.x).toBeLessThan(second?.x ?? 0)
  await page.setViewportSize({ height: 844, width: 390 })
  const [above, beneath] = await placesOf()
  expect(above?.x).toBe(beneath?.x)
  expect(above?.y).toBeLessThan(beneath?.y ?? 0)
  expect(errors).toEqual([])
  await page.context().close()
}, 180_000)

it('keeps what is written in a block though the server does not answer its form', async () => {
  const page = await pageOf(browser, owner)
  const lesson = await newLesson('On a slow line')
  const text = await openText(page, lesson)
  await slash(page, 'columns')
  const column = text.locator('.ContentEditable__root').first()
  await column.waitFor()
  await page.route(/\/admin\/collections\/lessons/, (route) =>
    route.request().method() === 'POST' ? undefined : route.continue(),
  )
  await column.click()
  await column.pressSequentially('Not waited for')
  await drafted(lesson, ['Not waited for'])
  await page.context().close()
}, 180_000)

it('comes to rest once all is kept, however long each answer takes', async () => {
  const page = await pageOf(browser, owner)
  const rest = restOf(page)
  const lesson = await newLesson('On a line slower yet')
  await openText(page, lesson)
  await page.route(/autosave=true/, async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 2_500)
    })
    await route.continue()
  })
  for (const word of ['One', 'two', 'three', 'four', 'five', 'last']) {
    await page.keyboard.type(`${word} `, { delay: 150 })
  }
  await drafted(lesson, ['five last'])
  await rest()
  await page.context().close()
}, 180_000)

it('brings nothing of a pasted page to life', async () => {
  const page = await pageOf(browser, owner)
  const text = await openText(page, await newLesson('Pasted'))
  await text.evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/html',
      `<h2 onclick="window.hit=1">Pasted</h2><p>and <a href="javascript:window.hit=2">led on</a></p>
       <script>window.hit=3</script><iframe srcdoc="<script>parent.hit=4</script>"></iframe>
       <svg onload="window.hit=5"></svg><style>body{display:none}</style>`,
    )
    element.dispatchEvent(
      new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
    )
  })
  await text.getByRole('heading', { name: 'Pasted' }).waitFor()
  const html = await text.innerHTML()

  expect(html).not.toMatch(/<(?:script|iframe|svg|style)|javascript:|on(?:click|load)=/)
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  await page.context().close()
}, 180_000)

it('has what was written when the browser dies, even of somebody who never rests', async () => {
  const context = (await pageOf(browser, owner)).context()
  const lesson = await newLesson('Cut short')
  const die = async (page: Page) => {
    const session = await context.newCDPSession(page)
    session.send('Page.crash').catch(() => undefined)
    await page.waitForEvent('crash')
    await page.close()
  }
  const rested = await context.newPage()
  await openText(rested, lesson)
  const kept = rested.waitForResponse((one) => one.url().includes('autosave=true') && one.ok())
  await rested.keyboard.type('After a rest.')
  await kept
  await die(rested)

  const restless = await context.newPage()
  expect(await (await openText(restless, lesson)).innerText()).toBe('After a rest.')
  const from = Date.now()
  const written: { at: number; word: string }[] = []
  while (Date.now() - from < 7000) {
    const word = `w${written.length}`
    await restless.keyboard.type(` ${word}`, { delay: 40 })
    written.push({ at: Date.now(), word })
  }
  const end = Date.now()
  await die(restless)

  const again = await context.newPage()
  const words = (await (await openText(again, lesson)).innerText()).split(' ')
  // A save is due after 1.5 s; the rest is for a busy machine.
  const due = written.filter(({ at }) => end - at > 3500).map(({ word }) => word)
  expect(due.length).toBeGreaterThan(5)
  expect(due.filter((word) => !words.includes(word))).toEqual([])
  await context.close()
}, 180_000)

it('lets nobody be caught in the text who works by keyboard', async () => {
  const page = await pageOf(browser, owner)
  const text = await openText(page, await newLesson('By keyboard'))
  const isInside = () => text.evaluate((element) => element.contains(document.activeElement))
  await page.keyboard.type('Words')
  await page.keyboard.press('Tab')
  expect(await isInside()).toBe(false)
  await text.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await slash(page, 'ul')
  await page.keyboard.type('one')
  await page.keyboard.press('Tab')
  expect(await isInside()).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expect(await isInside()).toBe(false)
  await page.context().close()
}, 180_000)
