import type { Browser, Page } from 'playwright-core'

import type { CheckedOut } from './buying'
import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { make } from './admin'
import { launch, openedAt } from './browser'
import { confirmed, curriculum, newPerson, sessionIn } from './buying'
import { eventually } from './eventually'
import { uploadedFilm } from './films'
import { preparedFilm } from './ladder'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

const t = wordsOf('en')

/** Length of the film, in seconds. */
const LENGTH = 96

let browser: Browser
let lesson: string
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

const question = () => page.getByRole('dialog', { name: t('learn.cues.dialog') })

it('stops where it asks, and stays there until it is answered', async () => {
  await play()
  await question().getByText('What sinks?').waitFor({ timeout: 60_000 })

  expect(await isPaused()).toBe(true)
  expect(await place()).toBeLessThan(4)
  expect(
    await question()
      .getByRole('button', { name: t('learn.cues.later') })
      .count(),
  ).toBe(0)
}, 120_000)
