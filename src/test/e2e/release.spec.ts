import type { Browser, Page } from 'playwright-core'

import type { Visitor } from './visitor'

import { findings, STILL } from './axe'
import { errorsOf, launch, opened } from './browser'
import { type Bench, builtCourse, openBuilder } from './builder'
import { confirmedVisitor, newPerson } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { signedIn } from './visitor'
import { wordsOf } from './words'

/** What the admin says, at a school in each language. */
const SAID = {
  aurora: {
    afterPrevious: 'After the previous',
    because: 'Opened by staff',
    edit: 'When it opens…',
    kind: 'Opens',
    open: 'Open “two” to this learner',
    reason: 'Reason',
    save: 'Save',
    tab: 'Curriculum',
  },
  ofek: {
    afterPrevious: 'אחרי הקודם',
    because: 'נפתח על ידי הצוות',
    edit: 'מתי זה נפתח…',
    kind: 'נפתח',
    open: 'לפתוח את ״two״ ללומד הזה',
    reason: 'סיבה',
    save: 'שמירה',
    tab: 'תוכנית הלימודים',
  },
}

type Said = (typeof SAID)['aurora']
type Lesson = { id: string; release: null | { kind: string } }
type Tree = { sections: { lessons: Lesson[] }[] }

let browser: Browser

beforeAll(async () => {
  browser = await launch()
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const lessonsOf = async (owner: Visitor, course: string): Promise<Lesson[]> =>
  (await owner.get(`/api/courses/${course}/curriculum`))
    .json<Tree>()
    .sections.flatMap(({ lessons }) => lessons)

/** Lets the second lesson wait for the first, without a mouse; answers its id once the school has the rule. */
const holdBack = async (
  { course, page, words }: Bench,
  { owner, said }: { owner: Visitor; said: Said },
): Promise<string> => {
  await page.getByRole('button', { name: words.menu('two') }).press('Enter')
  await page.getByRole('menuitem', { name: said.edit }).press('Enter')
  const dialog = page.getByRole('dialog')
  const kind = dialog.getByRole('combobox', { name: said.kind, exact: true })
  for (const value of ['date', 'days', 'after']) {
    await kind.press('ArrowDown')
    expect(await kind.inputValue()).toBe(value)
  }
  await page.addStyleTag({ content: STILL })
  expect(await findings(page, '.lectern-build__dialog')).toEqual([])
  await dialog.getByRole('button', { name: said.save }).press('Enter')
  await page.getByRole('button', { name: said.afterPrevious }).waitFor()

  return eventually(
    async () =>
      (await lessonsOf(owner, course)).find(({ release }) => release?.kind === 'after')?.id,
  )
}

/** Enrolls somebody as staff do; answers the enrollment's id. */
const enroll = async (owner: Visitor, course: string, email: string): Promise<string> => {
  const { json } = await owner.post('/api/enrollments/changes', {
    action: 'enroll',
    course,
    emails: [email],
    reason: 'A guest',
  })
  expect(json()).toEqual({ changed: 1, missing: [], unknown: [] })
  const found = await owner.get(`/api/enrollments?depth=0&where[course][equals]=${course}`)

  return found.json<{ docs: { id: string }[] }>().docs[0]?.id ?? ''
}

/** Opens the second lesson to the learner of an enrollment, with a reason. */
const openByStaff = async (page: Page, enrollment: string, said: Said): Promise<void> => {
  await page.goto(`/admin/collections/enrollments/${enrollment}`)
  const open = page.getByRole('button', { name: said.open })
  await open.waitFor()
  expect(await findings(page, '.lectern-open')).toEqual([])
  await page.locator('.lectern-open').getByLabel(said.reason, { exact: true }).fill('Knows it')
  await press(open)
  await page.getByText(said.because, { exact: true }).waitFor()
  expect(await open.count()).toBe(0)
}

describe.each([
  { locale: 'en', place: 'aurora' },
  { locale: 'he', place: 'ofek' },
] as const)('a lesson held back, at $place', ({ locale, place }) => {
  const t = wordsOf(locale)
  const said = SAID[place]

  it('tells its learner what comes first, and opens to her once staff say so', async () => {
    const owner = await signedIn({ email: `owner@${place}.test`, place })
    const course = await builtCourse(owner, ['A: one, two'])
    const at = await openBuilder(browser, { course, owner, place })
    const errors = errorsOf(at.page)
    await at.page.locator('.doc-tabs').getByText(said.tab, { exact: true }).first().waitFor()
    const lesson = await holdBack(at, { owner, said })

    const person = newPerson('Lena Locked')
    const learner = await confirmedVisitor(place, person)
    const enrollment = await enroll(owner, course, person.email)
    const { slug } = (await owner.get(`/api/courses/${course}?depth=0&draft=true`)).json<{
      slug: string
    }>()
    const page = await opened(browser, { member: learner, place })
    await page.goto(`/learn/${slug}/${lesson}`)
    await page.getByText(t('learn.lockedWhy.afterBody', { title: 'one' })).waitFor()
    await page
      .getByText(t('learn.lock.after', { title: 'one' }))
      .first()
      .waitFor()
    expect(await page.getByRole('button', { name: t('learn.complete') }).count()).toBe(0)

    await openByStaff(at.page, enrollment, said)
    await page.reload()
    await press(page.getByRole('button', { name: t('learn.complete') }))
    await page.getByText(t('learn.completed'), { exact: true }).first().waitFor()
    expect(await page.getByText(t('learn.lock.after', { title: 'one' })).count()).toBe(0)
    expect(errors).toEqual([])
  }, 180_000)
})
