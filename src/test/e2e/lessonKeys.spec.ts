import type { Browser, Page } from 'playwright-core'

import { aurora } from '@/seed/schools/aurora'
import { ofek } from '@/seed/schools/ofek'

import type { Lesson } from './buying'

import { errorsOf, launch, person } from './browser'
import { buy, confirmedVisitor, curriculum, newPerson } from './buying'
import { hostOf } from './place'
import { wordsOf } from './words'

const LOOKS = [
  { locale: 'en', place: 'aurora', school: aurora },
  { locale: 'he', place: 'ofek', school: ofek },
] as const

describe.each(LOOKS)('the keys of a lesson, in $locale', ({ locale, place, school }) => {
  const t = wordsOf(locale)
  const slug = school.courses[0]?.slug ?? ''
  let browser: Browser
  let lessons: Lesson[]
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    browser = await launch()
    const student = await confirmedVisitor(place, newPerson('Kay Keys'))
    await buy(student, slug)
    lessons = (await curriculum(student, slug)).lessons
    const context = await person(browser, { locale, place })
    await context.addCookies(
      [...student.cookies].map(([name, value]) => ({
        name,
        domain: hostOf(place).split(':')[0],
        httpOnly: true,
        path: '/',
        value,
      })),
    )
    page = await context.newPage()
    errors = errorsOf(page)
    await page.goto(`/learn/${slug}/${lessons[0]?.id}`, { waitUntil: 'networkidle' })
  }, 180_000)
  afterAll(() => browser.close())

  it('are all shown by a question mark, and leave the focus where it was', async () => {
    await page.keyboard.press('?')
    const map = page.getByRole('dialog', { name: t('learn.keys.title') })
    await map.getByText(t('learn.keys.does.focus')).waitFor()
    await page.keyboard.press('Escape')
    await map.waitFor({ state: 'hidden' })
  })

  it('take everything but the lesson out of sight, and bring it back', async () => {
    const header = page.locator('body > header')
    await page.keyboard.press('z')
    await header.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: t('learn.keys.does.focus') }).press('Enter')
    await header.waitFor({ state: 'visible' })
  })

  it('go on to the next lesson and back', async () => {
    await page.keyboard.press('Shift+N')
    await page.waitForURL(`**/learn/${slug}/${lessons[1]?.id}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Shift+P')
    await page.waitForURL(`**/learn/${slug}/${lessons[0]?.id}`)
    expect(errors).toEqual([])
  })
})
