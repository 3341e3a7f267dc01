import { jest } from '@jest/globals'

import type { Browser, Page } from 'playwright-core'

import type { Visitor } from './visitor'

import { make } from './admin'
import { findings, STILL } from './axe'
import { errorsOf, launch, person } from './browser'
import { builtCourse, openBuilder } from './builder'
import { confirmedVisitor, newPerson } from './buying'
import { hostOf } from './place'
import { signedIn } from './visitor'
import { wordsOf } from './words'

jest.setTimeout(180_000)

const PLACE = 'ofek'
const t = wordsOf('he')
const PHONE = 390

type Row = { id: string; kind: string; title: string }

let browser: Browser
let owner: Visitor
let learner: Visitor
let course: string
let section: string
let slug: string
let pages: Buffer

/** Frames of silence, as MPEG 1 Layer III has them: so many seconds of a recording. */
const silence = (seconds: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil((seconds * 44_100) / 1152) }, () => {
      const frame = Buffer.alloc(417)
      frame.set([0xff, 0xfb, 0x90, 0x00])

      return frame
    }),
  )

const lessonsOf = async (): Promise<Row[]> =>
  (
    await owner.get(`/api/lessons?depth=0&draft=true&limit=50&where[course][equals]=${course}`)
  ).json<{
    docs: Row[]
  }>().docs

const cookiesOf = ({ cookies }: Visitor) =>
  [...cookies].map(([name, value]) => ({
    name,
    domain: hostOf(PLACE).split(':')[0],
    httpOnly: true,
    path: '/',
    value,
  }))

/** A lesson as its student sees it on a phone. */
const open = async (id: string, width = PHONE): Promise<Page> => {
  const context = await person(browser, { locale: 'he', place: PLACE, width })
  await context.addCookies(cookiesOf(learner))
  const page = await context.newPage()
  await page.goto(`/learn/${slug}/${id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()

  return page
}

const done = (page: Page) =>
  page.locator('nav').getByText(t('learn.completed'), { exact: true }).waitFor({ timeout: 60_000 })

/** Nothing sticks out of the phone, and nothing keeps anybody from using it. */
const fits = async (page: Page): Promise<void> => {
  await page.addStyleTag({ content: STILL })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(await findings(page)).toEqual([])
}

beforeAll(async () => {
  browser = await launch()
  owner = await signedIn({ email: `owner@${PLACE}.test`, place: PLACE })
  learner = await confirmedVisitor(PLACE, newPerson('Kinds of Lessons'))
  const printer = await browser.newPage()
  await printer.setContent(
    [1, 2, 3].map((page) => `<h1 style="break-after:page">Page ${page}: the lamp</h1>`).join(''),
  )
  pages = await printer.pdf({ height: '400px', width: '600px' })
  await printer.close()
  course = await builtCourse(owner, ['Kinds'])
  await owner.patch(`/api/courses/${course}`, { level: 'all' })
  const found = await owner.get(`/api/courses/${course}?depth=0`)
  slug = found.json<{ slug: string }>().slug
  const sections = await owner.get(`/api/sections?depth=0&where[course][equals]=${course}`)
  section = sections.json<{ docs: { id: string }[] }>().docs[0]?.id ?? ''
  const { user } = (await learner.get('/api/session')).json<{ user: { id: string } }>()
  await make(owner, 'enrollments', { course, learner: user.id, source: 'manual' })
})
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

describe('the kinds of lessons', () => {
  it('are made of dropped files, each a draft of its kind, named and in order', async () => {
    const { page, words } = await openBuilder(browser, { course, owner, place: PLACE })
    const errors = errorsOf(page)
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([
        { name: '2_paper.pdf', buffer: pages, mimeType: 'application/pdf' },
        { name: '1-talk.mp3', buffer: silence(4), mimeType: 'audio/mpeg' },
        { name: '10 broken.html', buffer: Buffer.from('<p>'), mimeType: 'text/html' },
        {
          name: '3 sheet.zip',
          buffer: Buffer.from('PK\u0003\u0004 sheet'),
          mimeType: 'application/zip',
        },
      ])
    await page.getByText('10 broken.html').waitFor()
    await page.getByRole('button', { name: words.retry }).waitFor()
    for (const name of ['1 talk', '2 paper', '3 sheet']) {
      await page.getByRole('button', { name, exact: true }).waitFor()
    }
    const titles = await page
      .locator('.lectern-build__lesson .lectern-build__title')
      .allInnerTexts()
    expect(titles).toEqual(['1 talk', '2 paper', '3 sheet'])
    expect((await lessonsOf()).map(({ kind, title }) => [title, kind]).toSorted()).toEqual([
      ['1 talk', 'audio'],
      ['2 paper', 'pdf'],
      ['3 sheet', 'download'],
    ])
    expect(errors.filter((error) => !error.includes('422'))).toEqual([])
    for (const { id } of await lessonsOf()) {
      expect((await owner.patch(`/api/lessons/${id}`, { _status: 'published' })).status).toBe(200)
    }
  })

  const idOf = async (kind: string) =>
    (await lessonsOf()).find((one) => one.kind === kind)?.id ?? ''

  it('let a document be searched, read to its last page, and found again there', async () => {
    const id = await idOf('pdf')
    const page = await open(id)
    const errors = errorsOf(page)
    await page.locator('[data-page="1"] .pdf-text span').first().waitFor()
    await fits(page)
    await page.getByRole('button', { name: t('learn.document.search') }).click()
    await page.getByRole('searchbox').fill('LAMP')
    await page.getByText(t('learn.document.foundAt', { at: 1, count: 3 })).waitFor()
    await page.getByRole('button', { name: t('learn.document.foundNext') }).click()
    await page.getByText(t('learn.document.foundAt', { at: 2, count: 3 })).waitFor()
    await page.getByRole('textbox', { name: t('learn.document.page'), exact: true }).fill('3')
    await page.keyboard.press('Enter')
    await done(page)
    expect(errors).toEqual([])
    const again = await open(id)
    await again.locator('[data-page="3"] .pdf-text span').first().waitFor()
  })

  it('are complete once a recording was heard', async () => {
    const page = await open(await idOf('audio'))
    await page
      .getByRole('button', { name: t('learn.player.play'), exact: true })
      .first()
      .waitFor()
    await fits(page)
    await page.keyboard.press('k')
    await done(page)
  })

  it('are complete once their files were taken', async () => {
    const page = await open(await idOf('download'))
    await fits(page)
    const taken = page.waitForEvent('download')
    await page.getByRole('button', { name: /3 sheet/ }).click()
    expect((await taken).suggestedFilename()).toMatch(/\.zip$/)
    await done(page)
  })

  it('are shown slide by slide, turned by the keys of the direction of reading', async () => {
    const media = (
      await owner.get('/api/media?depth=0&limit=2&where[mimeType][contains]=image')
    ).json<{
      docs: { id: string }[]
    }>()
    const id = await make(owner, 'lessons', {
      _status: 'published',
      kind: 'slides',
      section,
      slides: media.docs.map((one) => ({ blockType: 'slide', picture: one.id })),
      title: 'Slides',
    })
    const page = await open(id)
    await fits(page)
    const show = page.getByRole('region', { name: t('learn.document.slides', { title: 'Slides' }) })
    await show.focus()
    await page.keyboard.press('ArrowLeft')
    await show.getByText(t('learn.document.slideOf', { count: 2, number: 2 })).waitFor()
    await done(page)
    await page.keyboard.press('ArrowRight')
    await show.getByText(t('learn.document.slideOf', { count: 2, number: 1 })).waitFor()
  })

  it('ask before anything of another site is loaded', async () => {
    const id = await make(owner, 'lessons', {
      _status: 'published',
      embedUrl: 'https://vimeo.com/123456789',
      kind: 'embed',
      section,
      title: 'Elsewhere',
    })
    const page = await open(id)
    const asked: string[] = []
    await page.route(/vimeo/, (route) => {
      asked.push(route.request().url())

      return route.fulfill({ body: '<p>A film</p>', contentType: 'text/html' })
    })
    await fits(page)
    expect(asked).toEqual([])
    await page.getByRole('button', { name: /vimeo\.com/ }).click()
    await page.frameLocator('iframe').getByText('A film').waitFor()
    await page.getByRole('button', { name: t('learn.complete') }).click()
    await done(page)
  })

  it('open the door of a session, and count who comes in', async () => {
    const id = await make(owner, 'lessons', {
      _status: 'published',
      kind: 'live',
      live: {
        joinUrl: 'https://meet.example.com/one',
        startsAt: new Date(Date.now() + 60_000).toISOString(),
      },
      section,
      title: 'Meet',
    })
    const page = await open(id)
    const join = page.getByRole('link', { name: t('learn.live.join') })
    await join.waitFor()
    await fits(page)
    await page.context().route(/meet\.example/, (route) => route.fulfill({ body: 'in' }))
    await join.click()
    await done(page)
    const answer = await learner.get(`/api/learn/live/${id}/calendar`)
    expect(answer.headers['content-type']).toContain('text/calendar')
  })

  it('count a text once its end was reached', async () => {
    const text = {
      type: 'paragraph',
      children: [
        {
          type: 'text',
          detail: 0,
          format: 0,
          mode: 'normal',
          style: '',
          text: 'word',
          version: 1,
        },
      ],
      direction: null,
      format: '',
      indent: 0,
      version: 1,
    }
    const id = await make(owner, 'lessons', {
      _status: 'published',
      body: {
        root: {
          type: 'root',
          children: Array.from({ length: 60 }, () => text),
          direction: null,
          format: '',
          indent: 0,
          version: 1,
        },
      },
      completion: { rule: 'end' },
      kind: 'text',
      section,
      title: 'Read',
    })
    const page = await open(id)
    await fits(page)
    await page.mouse.wheel(0, 20_000)
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await done(page)
  })
})
