import type { Browser, Page } from 'playwright-core'

import type { CheckedOut } from './buying'
import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { make } from './admin'
import { launch, openedAt } from './browser'
import { confirmed, curriculum, newPerson, sessionIn } from './buying'
import { eventually } from './eventually'
import { uploadedFilm, uploadedSound } from './films'
import { preparedFilm } from './ladder'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const t = wordsOf('en')

/** Length of the film, in seconds. */
const LENGTH = 96

let browser: Browser
let lesson: string
let talk: string
let page: Page
let school: RunSchool
let slug: string
let student: Visitor

beforeAll(async () => {
  browser = await launch()
  school = await runSchool('Asking School', {
    playback: { devices: 5, streams: 2, watermark: false },
  })
  const { host, owner } = school
  slug = `asks-${crypto.randomUUID().slice(0, 8)}`
  const video = await uploadedFilm(owner)
  const quiz = await owner.post('/api/quizzes', {
    _status: 'published',
    passMark: 50,
    questions: [
      {
        answers: [
          { feedback: 'It sinks.', isRight: false, text: 'Cork' },
          { isRight: true, text: 'Stone' },
        ],
        blockType: 'singleChoice',
        points: 2,
        prompt: 'What sinks?',
      },
      { blockType: 'trueFalse', isTrue: true, points: 1, prompt: 'Is it over?' },
    ],
    title: 'In the film',
  })
  expect([quiz.status, quiz.text.slice(0, 300)]).toEqual([201, expect.any(String)])
  const { doc } = quiz.json<{
    doc: { id: string; questions: { answers?: { id: string }[]; id: string }[] }
  }>()
  const [first, second] = doc.questions
  const course = await make(owner, 'courses', { slug, _status: 'published', title: 'Asking films' })
  const section = await make(owner, 'sections', { course, title: 'One' })
  lesson = await make(owner, 'lessons', {
    _status: 'published',
    course,
    cues: [
      {
        id: first?.id,
        at: 3,
        branches: [{ id: first?.answers?.[1]?.id, to: 40 }],
        isBlocking: true,
      },
      { id: second?.id, at: 45, isBlocking: false },
    ],
    duration: LENGTH,
    kind: 'video',
    quiz: doc.id,
    section,
    title: 'A film that asks',
    video,
  })
  talk = await make(owner, 'lessons', {
    _status: 'published',
    audio: await uploadedSound(owner, 20),
    course,
    cues: [{ id: first?.id, at: 1, isBlocking: true }],
    kind: 'audio',
    quiz: doc.id,
    section,
    title: 'A talk that asks',
  })
  await preparedFilm(video, LENGTH)
  const offer = await make(owner, 'offers', {
    access: { unit: 'forever' },
    course,
    isActive: true,
    isDefault: true,
    kind: 'oneTime',
    prices: [{ amount: 4900, currency: 'USD' }],
    title: 'The course',
  })
  student = await confirmed(visitorAt(host), newPerson('Quinn Asked'))
  const placed = await student.post('/api/checkout', { items: [{ offer }] })
  await student.post(`/api/payments/test/${sessionIn(placed.json<CheckedOut>().url)}/approve`)
  await eventually(async () => (await curriculum(student, slug)).enrollment, 60_000)
  page = await openedAt(browser, { host, locale: 'en', member: student, width: 1440 })
  await page.goto(`/learn/${slug}/${lesson}`)
  await page.locator('video').waitFor()
}, 300_000)
afterAll(() => browser.close())

const place = (): Promise<number> =>
  page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)

const isPaused = (): Promise<boolean> =>
  page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)

/** Asks it to play, again where something came between. */
const play = (): Promise<void> =>
  page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.muted = true
    void video.play().catch(() => undefined)
    video.addEventListener('canplay', () => void video.play().catch(() => undefined), {
      once: true,
    })
  })

const seek = (to: number): Promise<void> =>
  page.locator('video').evaluate((video: HTMLVideoElement, seconds) => {
    video.currentTime = seconds
  }, to)

const question = () => page.getByRole('dialog', { name: t('learn.cues.dialog') })

it('stops where it asks, in full screen too, and has the keyboard answer', async () => {
  await play()
  await eventually(async () => (await place()) > 0, 60_000)
  await page.keyboard.press('f')
  await question().waitFor({ timeout: 60_000 })

  expect(await isPaused()).toBe(true)
  expect(await page.evaluate(() => document.fullscreenElement?.localName)).toBe('media-controller')
  await page.keyboard.press('k')
  await play()
  await eventually(isPaused)
  await question().getByText('What sinks?').waitFor()
  expect(
    await question()
      .getByRole('button', { name: t('learn.cues.later') })
      .count(),
  ).toBe(0)
  await page.keyboard.press('Escape')
  expect(await question().isVisible()).toBe(true)
}, 120_000)

it('is passed neither by seeking nor by a reload', async () => {
  await page.evaluate(() => document.fullscreenElement && document.exitFullscreen())
  await page.reload()
  await page.locator('video').waitFor()
  await play()
  await eventually(async () => (await place()) > 0, 60_000)
  await seek(80)
  await question().waitFor({ timeout: 60_000 })

  await eventually(async () => (await place()) < 4)
}, 120_000)

it('says what became of an answer, and goes on where that leads', async () => {
  await question().getByRole('radio', { name: 'Stone' }).focus()
  await page.keyboard.press('Space')
  await press(question().getByRole('button', { name: t('learn.cues.answer'), exact: true }))
  await question().getByText(t('learn.quiz.correct'), { exact: false }).waitFor()
  await press(question().getByRole('button', { name: t('learn.cues.goOnAt', { time: '0:40' }) }))
  await question().waitFor({ state: 'hidden' })
  await eventually(async () => (await place()) > 40.2 && !(await isPaused()), 60_000)

  expect(await place()).toBeLessThan(46)
}, 120_000)

it('lets pass what need not be answered, and shows it in a list to come back to', async () => {
  await question().getByText('Is it over?').waitFor({ timeout: 60_000 })
  await press(question().getByRole('button', { name: t('learn.cues.later') }))
  await eventually(async () => (await place()) > 45.5 && !(await isPaused()), 60_000)
  await press(page.getByRole('tab', { name: t('learn.cues.title') }))
  await press(page.getByRole('button', { name: /Is it over/ }))
  await press(question().getByRole('radio', { name: t('learn.quiz.false') }))
  await press(question().getByRole('button', { name: t('learn.cues.answer'), exact: true }))
  await question().getByText(t('learn.quiz.incorrect'), { exact: false }).waitFor()
  await press(question().getByRole('button', { name: t('learn.cues.again') }))
  await question().getByText(t('learn.cues.againHint')).waitFor()
  await press(question().getByRole('button', { name: t('learn.cues.goOn') }))
  await question().waitFor({ state: 'hidden' })
}, 120_000)

it('counts what was answered, once', async () => {
  const said = await school.owner.get(`/api/quiz-attempts?depth=0&where[lesson][equals]=${lesson}`)
  const { docs } = said.json<{ docs: { inFilm: boolean; maxScore: number; score: number }[] }>()

  expect(docs).toMatchObject([{ inFilm: true, maxScore: 3, score: 2 }])
})

it('keeps a note at a second, and opens the film there from all notes, wherever it was left', async () => {
  await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause())
  await seek(50)
  await press(page.getByRole('tab', { name: t('learn.notes.title') }))
  await page.getByRole('textbox', { name: t('learn.notes.new') }).fill('Stones sink, as said here')
  await press(page.getByRole('button', { name: t('learn.notes.keepAt', { time: '0:50' }) }))
  await page.getByRole('button', { name: t('learn.notes.goTo', { time: '0:50' }) }).waitFor()
  await seek(70)
  await page.goto('/notes')
  await page.getByRole('searchbox', { name: t('learn.notes.search') }).fill('STONES')
  await press(page.getByRole('link', { name: /A film that asks/ }))
  await page.waitForURL(/at=50$/)
  await page.locator('video').waitFor()
  await eventually(async () => Math.abs((await place()) - 50) < 1, 60_000)
}, 120_000)

it('gives a browser that plays streams by itself the play list, and renews its leave', async () => {
  const away = await openedAt(browser, {
    host: school.host,
    locale: 'en',
    member: student,
    width: 1440,
  })
  await away.addInitScript(() => {
    for (const name of ['MediaSource', 'ManagedMediaSource', 'WebKitMediaSource']) {
      Reflect.deleteProperty(window, name)
    }
    HTMLMediaElement.prototype.canPlayType = (type) => (type.includes('mpegurl') ? 'maybe' : '')
  })
  await away.clock.install()
  const asked: string[] = []
  away.on('request', (request) => {
    if (request.url().endsWith('/open')) {
      asked.push(request.url())
    }
  })
  await away.goto(`/learn/${slug}/${lesson}`)
  const src = await eventually(
    () => away.locator('video').getAttribute('src', { timeout: 30_000 }),
    60_000,
  )

  expect(src).toMatch(/\/api\/stream\/.+\.m3u8$/)
  expect(
    await away.evaluate(async (list) => {
      const answer = await fetch(list)

      return [answer.status, (await answer.text()).startsWith('#EXTM3U')]
    }, src),
  ).toEqual([200, true])
  const before = asked.length
  await away.clock.fastForward('05:00')
  await eventually(() => Promise.resolve(asked.length > before), 30_000)
  await away.context().close()
}, 180_000)

it('stops a recording as well, and asks below it', async () => {
  await page.goto(`/learn/${slug}/${talk}`)
  const audio = page.locator('audio')
  await audio.waitFor({ state: 'attached' })
  await audio.evaluate((element: HTMLAudioElement) => {
    element.muted = true
    void element.play().catch(() => undefined)
    element.addEventListener('canplay', () => void element.play().catch(() => undefined))
  })
  const asked = page.getByRole('dialog', { name: t('learn.cues.dialogOfSound') })
  await asked.getByText('What sinks?').waitFor({ timeout: 60_000 })
  await eventually(() => audio.evaluate((element: HTMLAudioElement) => element.paused))
  await press(asked.getByRole('radio', { name: 'Cork' }))
  await press(asked.getByRole('button', { name: t('learn.cues.answer'), exact: true }))
  await asked.getByText('It sinks.').waitFor()
  await press(asked.getByRole('button', { name: t('learn.cues.goOn') }))
  await asked.waitFor({ state: 'hidden' })
  await eventually(
    () => audio.evaluate((element: HTMLAudioElement) => element.currentTime > 1.5),
    60_000,
  )
}, 120_000)
