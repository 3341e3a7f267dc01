import { jest } from '@jest/globals'

import type { Browser } from 'playwright-core'

import type { Visitor } from './visitor'

import { findings, STILL } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { type Bench, builtCourse, dragOnto, swipeOnto, openBuilder } from './builder'
import { eventually } from './eventually'
import { signedIn } from './visitor'

jest.setTimeout(180_000)

let browser: Browser
const owners = new Map<string, Visitor>()

const ownerOf = async (place: 'aurora' | 'ofek'): Promise<Visitor> => {
  const known = owners.get(place) ?? (await signedIn({ email: `owner@${place}.test`, place }))
  owners.set(place, known)

  return known
}

/** A bench over a new course; its browser is closed when the test is over. */
const bench = async (
  sections: string[],
  place: 'aurora' | 'ofek' = 'aurora',
  look: { colorScheme?: 'dark' | 'light'; width?: number } = {},
): Promise<Bench> => {
  const owner = await ownerOf(place)
  const course = await builtCourse(owner, sections)

  return openBuilder(browser, { course, look, owner, place })
}

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

describe('the curriculum of a course', () => {
  it.each(['aurora', 'ofek'] as const)(
    'is put in order with the mouse and with the keyboard, and undone, at %s',
    async (place) => {
      const at = await bench(['A: one, two', 'B: three'], place)
      const errors = errorsOf(at.page)
      await dragOnto(at.page, at.grip('one'), at.grip('three'))
      await at.settled('A: two', 'B: three one')

      await at.grip('one').focus()
      await at.page.keyboard.press('Space')
      await at.page.getByText(at.words.over('one', 'B', 2, 2)).waitFor({ state: 'attached' })
      // Keys that come before all places are measured lead nowhere, as for anybody who types as fast.
      const above = at.page.getByText(at.words.over('one', 'B', 1, 2))
      await eventually(async () => {
        await at.page.keyboard.press('ArrowUp')

        return above.waitFor({ state: 'attached', timeout: 4000 }).then(
          () => true,
          () => false,
        )
      })
      await at.page.keyboard.press('Space')
      await at.settled('A: two', 'B: one three')

      await dragOnto(at.page, at.grip('B'), at.grip('A'))
      await at.settled('B: one three', 'A: two')
      await at.page.reload()
      await at.settled('B: one three', 'A: two')
      expect(errors).toEqual([])
    },
  )

  it('is put in order with a finger, on a phone, where the page does not take the touch for scrolling', async () => {
    const at = await bench(['A: one, two', 'B: three'], 'ofek', { width: 390 })
    await swipeOnto(at.page, at.grip('one'), at.grip('three'))

    await at.settled('A: two', 'B: three one')
  })

  it('undoes and redoes by keys and by the toast, all of it in order', async () => {
    const at = await bench(['A: one, two', 'B: three'])
    await dragOnto(at.page, at.grip('one'), at.grip('three'))
    await at.settled('A: two', 'B: three one')
    await at.page.getByRole('button', { name: 'one', exact: true }).press('F2')
    await at.page.locator('input:focus').fill('uno')
    await at.page.keyboard.press('Enter')
    await at.settled('A: two', 'B: three uno')
    await at.page.getByRole('button', { name: at.words.menu('A') }).click()
    await at.page.getByRole('menuitem', { name: at.words.delete }).click()
    await at.page.getByRole('dialog').getByRole('button', { name: at.words.delete }).click()
    await at.settled('B: three uno')

    await at.page.getByRole('button', { name: at.words.undo, exact: true }).last().click()
    await at.settled('A: two', 'B: three uno')
    await at.page.keyboard.press('Control+z')
    await at.settled('A: two', 'B: three one')
    await at.page.keyboard.press('Control+z')
    await at.settled('A: one two', 'B: three')
    for (const sections of [
      ['A: two', 'B: three one'],
      ['A: two', 'B: three uno'],
      ['B: three uno'],
    ]) {
      await at.page.keyboard.press('Control+Shift+z')
      await at.settled(...sections)
    }
  })

  it('keeps what was when a title is left with Escape, and writes several lessons in a row', async () => {
    const at = await bench(['A: one'])
    await at.page.getByRole('button', { name: 'one', exact: true }).click()
    await at.page.keyboard.type('never')
    await at.page.keyboard.press('Escape')
    await at.page.getByRole('button', { name: 'one', exact: true }).waitFor()
    await at.page.getByRole('button', { name: at.words.addLessonTo('A') }).click()
    await at.page.keyboard.type('two')
    await at.page.keyboard.press('Enter')
    await at.page.keyboard.type('three')
    await at.page.keyboard.press('Enter')
    await at.settled('A: one two three')
  })

  it.each(['aurora', 'ofek'] as const)(
    'begins a new course with a pasted list, at %s',
    async (place) => {
      const at = await bench([], place)
      await at.page.getByText(at.words.emptyTitle).waitFor()
      await at.page.getByRole('button', { name: at.words.list }).click()
      await at.page
        .getByRole('textbox', { name: at.words.listLabel })
        .fill('# B\nlight\nshade\n# C\ncup')
      await at.page.getByText(at.words.listCount(2, 3)).waitFor()
      await at.page.getByRole('button', { name: at.words.add, exact: true }).click()
      await at.settled('B: light shade', 'C: cup')
      await at.page.keyboard.press('Control+z')
      await at.settled()
      await at.page.keyboard.press('Control+Shift+z')
      await at.settled('B: light shade', 'C: cup')
    },
  )

  it('makes lessons of dropped files in order, and tries the one again that failed', async () => {
    const at = await bench(['A: one'])
    let isBroken = true
    await at.page.route('**/api/uploads', (route) => {
      const isShade = route.request().postData()?.includes('shade')

      return isBroken && isShade
        ? route.fulfill({ json: { code: 'limitReached' }, status: 422 })
        : route.continue()
    })
    await drop(at, ['10_cup.pdf', '2_shade.pdf', '1_light.pdf'])
    const uploads = at.page.getByRole('region', { name: at.words.filesTitle })
    await uploads.getByRole('alert').waitFor()
    await at.settled('A: one 1 light 10 cup')
    isBroken = false
    await uploads.getByRole('button', { name: at.words.retry }).click()
    await at.settled('A: one 1 light 2 shade 10 cup')
  })

  it('makes fifty lessons of fifty files, in the order of their numbers, while two fail and are tried alone', async () => {
    const at = await bench(['A: one'])
    const names = Array.from({ length: 50 }, (_, place) => `${place + 1}_part.pdf`)
    const bad = ['7_part', '31_part']
    const tried: string[] = []
    await at.page.route('**/api/uploads', (route) => {
      const said = route.request().postData() ?? ''
      const name = bad.find((one) => said.includes(`"${one}.pdf"`))
      if (!name || tried.includes(name)) {
        return route.continue()
      }
      tried.push(name)

      return route.fulfill({ json: { code: 'limitReached' }, status: 422 })
    })
    await drop(at, [...names].reverse())
    const uploads = at.page.getByRole('region', { name: at.words.filesTitle })
    const retries = uploads.getByRole('button', { name: at.words.retry })
    const busy = uploads.locator('[data-state="sending"], [data-state="waiting"]')
    await eventually(
      async () => (await retries.count()) === 2 && (await busy.count()) === 0,
      120_000,
    )
    await retries.first().click()
    await eventually(async () => (await retries.count()) === 1, 60_000)
    await retries.first().click()
    await at.settled(`A: one ${names.map((_, place) => `${place + 1} part`).join(' ')}`)
  }, 300_000)

  it('shows the other editor’s order to the one who was slower, and loses neither', async () => {
    const at = await bench(['A: one, two', 'B: three'])
    const owner = await ownerOf('aurora')
    const path = `/api/courses/${at.course}/curriculum`
    const { sections, version } = (await owner.get(path)).json<{
      sections: { id: string; lessons: { id: string }[] }[]
      version: string
    }>()
    const turned = sections
      .map(({ id, lessons }) => ({ id, lessons: lessons.map((one) => one.id) }))
      .reverse()
    await owner.patch(path, { change: { do: 'arrange', sections: turned, version } })

    await dragOnto(at.page, at.grip('one'), at.grip('two'))
    await at.page.getByText(at.words.conflict).waitFor()
    await at.settled('B: three', 'A: one two')
    await dragOnto(at.page, at.grip('one'), at.grip('two'))
    await at.settled('B: three', 'A: two one')
  })

  it('keeps what did not reach the school, and saves it when asked again', async () => {
    const at = await bench(['A: one, two'])
    let isDown = true
    await at.page.route('**/curriculum', (route) =>
      isDown && route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    )
    await dragOnto(at.page, at.grip('one'), at.grip('two'))
    await at.page.getByText(at.words.failed).waitFor()
    expect(await at.drawn()).toEqual(['A: two one'])
    isDown = false
    await at.page.getByRole('button', { name: at.words.retry }).click()
    await at.settled('A: two one')
    await at.page.getByText(at.words.saved, { exact: true }).waitFor()
  })

  it('publishes and moves many at once', async () => {
    const at = await bench(['A: one, two, three', 'B'])
    for (const title of ['one', 'three']) {
      await at.page.getByRole('checkbox', { name: at.words.select(title) }).check()
    }
    const bar = at.page.getByRole('toolbar')
    await bar.getByRole('button', { name: at.words.unpublish }).click()
    await at.page.getByText(at.words.saved, { exact: true }).waitFor()
    expect(await at.page.locator('[data-state="draft"]').count()).toBe(2)
    for (const title of ['one', 'three']) {
      await at.page.getByRole('checkbox', { name: at.words.select(title) }).check()
    }
    await bar.getByRole('button', { name: at.words.moveTo }).click()
    await at.page
      .getByRole('dialog')
      .getByRole('button', { name: at.words.move, exact: true })
      .click()
    await at.settled('A: two', 'B: one three')
  })

  it('shows a lesson as a learner will see it, unpublished words and all, and keeps nothing', async () => {
    const at = await bench(['A: one'])
    await at.page.getByRole('button', { name: 'one', exact: true }).press('F2')
    await at.page.locator('input:focus').fill('uno')
    await at.page.keyboard.press('Enter')
    await at.settled('A: uno')
    await at.page.getByRole('button', { name: at.words.menu('uno') }).click()
    const opened = at.page.context().waitForEvent('page')
    await at.page.getByRole('menuitem', { name: at.words.previewDraft }).click()
    const preview = await opened
    await preview.getByRole('heading', { name: 'uno', level: 1 }).waitFor()
    await preview.getByText('Nothing you do here is kept.').waitFor()
    const id = new URL(preview.url()).pathname.split('/').at(-1)
    const owner = await ownerOf('aurora')
    await owner.patch(`/api/lessons/${id}?draft=true`, { _status: 'draft', body: MATHS })
    await preview.reload()
    expect(await preview.locator('.prose math').count()).toBe(2)
    expect(await preview.locator('.prose pre span').first().innerText()).toBe('const')
    expect(await findings(preview)).toEqual([])
    const learner = await signedIn({ email: 'student@aurora.test', place: 'aurora' })
    expect((await learner.get(new URL(preview.url()).pathname)).status).toBe(404)
  })

  it.each([
    ['aurora', 'light', 1440],
    ['aurora', 'dark', 390],
    ['ofek', 'light', 390],
    ['ofek', 'dark', 1440],
  ] as const)('keeps nobody out: %s, %s, %d pixels', async (place, colorScheme, width) => {
    const at = await bench(['A: one, two', 'B: three', 'C'], place, { colorScheme, width })
    await at.page.addStyleTag({ content: STILL })
    await at.page.getByRole('checkbox', { name: at.words.select('one') }).check()
    expect(await findings(at.page, '.lectern-build')).toEqual([])
    await shoot(at.page, `builder-${place}-${colorScheme}-${width}`)
    await at.page.getByRole('toolbar').getByRole('button', { name: at.words.moveTo }).click()
    await at.page.getByRole('dialog').waitFor()
    expect(await findings(at.page, '.lectern-build__dialog')).toEqual([])
    await shoot(at.page, `builder-move-${place}-${colorScheme}-${width}`)
    await at.page.keyboard.press('Escape')
    await at.page.getByRole('button', { name: at.words.menu('one') }).click()
    expect(await findings(at.page, '.lectern-build__menu')).toEqual([])
    const isWide = await at.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect(isWide).toBe(false)
  })
})

const block = (type: 'block' | 'inlineBlock', fields: object) => ({
  type,
  fields: { id: crypto.randomUUID().replaceAll('-', '').slice(0, 24), blockName: '', ...fields },
  format: '',
  version: type === 'block' ? 2 : 1,
})

const node = (type: string, children: object[]) => ({
  type,
  children,
  direction: null,
  format: '',
  indent: 0,
  version: 1,
})

/** A text with a formula within a line, another on its own, and a line of code. */
const MATHS = {
  root: node('root', [
    node('paragraph', [block('inlineBlock', { blockType: 'inlineEquation', latex: 'x^2' })]),
    block('block', { blockType: 'equation', latex: '\\frac{a}{b}' }),
    block('block', { blockType: 'codeSample', code: 'const a = 1', language: 'ts' }),
  ]),
}

/** The smallest document there is, with a place for its name. */
const PDF = `%PDF-1.4
% ?
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
xref
0 4
trailer<</Size 4/Root 1 0 R>>
startxref
9
%%EOF
`

/** Drops small documents of these names on the page. */
const drop = async ({ page }: Bench, names: string[]): Promise<void> => {
  const files = await page.evaluateHandle(
    ({ content, given }) => {
      const transfer = new DataTransfer()
      for (const name of given) {
        transfer.items.add(
          new File([content.replace('?', name)], name, { type: 'application/pdf' }),
        )
      }

      return transfer
    },
    { content: PDF, given: names },
  )
  const zone = page.locator('.lectern-build__drop')
  await zone.dispatchEvent('dragover', { dataTransfer: files })
  await eventually(() => page.locator('[data-over]').isVisible())
  await zone.dispatchEvent('drop', { dataTransfer: files })
}
