import { jest } from '@jest/globals'

import type { Browser, Page } from 'playwright-core'

import type { Visitor } from './visitor'

import { TRANSFER_WORDS } from '@/components/admin/transfer/words'

import { CLONE_WORDS } from '@/components/admin/transfer/cloneWords'

import { make } from './admin'
import { findings } from './axe'
import { errorsOf, launch, person, shoot } from './browser'
import { hostOf } from './place'
import { signedIn } from './visitor'

jest.setTimeout(180_000)

type School = 'aurora' | 'ofek'
type Look = { colorScheme?: 'dark' | 'light'; width?: number }

let browser: Browser

const ownerOf = (place: School): Promise<Visitor> =>
  signedIn({ email: `owner@${place}.test`, place })

/** The owner's own browser in the admin of a school. */
const adminOf = async (place: School, owner: Visitor, look: Look = {}): Promise<Page> => {
  const context = await person(browser, {
    locale: place === 'ofek' ? 'he' : 'en',
    place,
    ...look,
  })
  const [domain = ''] = hostOf(place).split(':')
  await context.addCookies(
    [...owner.cookies].map(([name, value]) => ({ name, domain, httpOnly: true, path: '/', value })),
  )

  return context.newPage()
}

/** A draft course of two lessons, one of them a quiz. */
const course = async (owner: Visitor): Promise<string> => {
  const title = `Travels ${Date.now().toString(36)}`
  const id = await make(owner, 'courses', { _status: 'draft', title })
  const section = await make(owner, 'sections', { course: id, title: 'On the way' })
  const quiz = await make(owner, 'quizzes', {
    _status: 'published',
    passMark: 50,
    questions: [{ blockType: 'trueFalse', isTrue: true, points: 1, prompt: 'It moves.' }],
    title: 'Asked',
  })
  const lesson = { _status: 'draft', course: id, section }
  await make(owner, 'lessons', { ...lesson, kind: 'text', title: 'Read on' })
  await make(owner, 'lessons', { ...lesson, kind: 'quiz', quiz, title: 'Asked' })

  return title
}

const list = async (page: Page, title: string): Promise<void> => {
  await page.goto(`/admin/collections/courses?search=${encodeURIComponent(title)}`)
  await page.locator('.lectern-desk').waitFor()
  await page.waitForLoadState('networkidle')
}

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

describe('a course on its way into another school', () => {
  it('is exported, fetched, imported, and there for its creator', async () => {
    const [from, to] = [TRANSFER_WORDS.en, TRANSFER_WORDS.he]
    const owner = await ownerOf('aurora')
    const title = await course(owner)
    const page = await adminOf('aurora', owner)
    const errors = errorsOf(page)
    await list(page, title)
    await page.locator('.cell-_select input').first().check()
    await page.getByRole('button', { name: from.exportSelected(1), exact: true }).click()
    const link = page.getByRole('link', { name: /\.zip/ })
    await link.waitFor()
    expect(await findings(page, '.lectern-desk')).toEqual([])
    await shoot(page, 'transfer-export')
    const fetched = page.waitForEvent('download')
    await link.click()
    const path = await (await fetched).path()
    expect(errors).toEqual([])

    const other = await ownerOf('ofek')
    const there = await adminOf('ofek', other)
    await list(there, title)
    await there.getByRole('button', { name: to.import, exact: true }).click()
    await there.locator('.lectern-transfer__drop input').setInputFiles(path)
    const made = there.getByRole('link', { name: title, exact: true }).first()
    await made.waitFor()
    await there.getByText(to.taken).waitFor()
    expect(await findings(there, '.lectern-desk')).toEqual([])
    await shoot(there, 'transfer-import-he')
    await made.click()
    await there.waitForURL('**/admin/collections/courses/*')
    expect(await there.locator('#field-title').inputValue()).toBe(title)
    await there.goto(`${there.url()}/curriculum`)
    await there.getByText('Read on').waitFor()
    await there.getByText('Asked').waitFor()
  })

  it('is told of a file that is none, at the width of a telephone and in the dark', async () => {
    const words = TRANSFER_WORDS.en
    const owner = await ownerOf('aurora')
    const page = await adminOf('aurora', owner, { colorScheme: 'dark', width: 390 })
    await list(page, '')
    await page.getByRole('button', { name: words.import, exact: true }).click()
    await page.locator('.lectern-transfer__drop input').setInputFiles({
      name: 'notes.zip',
      buffer: Buffer.from('Nothing of the kind'.repeat(10)),
      mimeType: 'application/zip',
    })
    await page.getByText(words.notTaken).waitFor()
    await page.getByText(words.reasons.archiveBroken).waitFor()
    expect(await findings(page, '.lectern-desk')).toEqual([])
    await shoot(page, 'transfer-refused-390')
    await page.getByRole('button', { name: words.recent, exact: true }).click()
    await page.getByText(words.imported('notes.zip')).first().waitFor()
    await shoot(page, 'transfer-recent-390')
  })
})

describe('a course for the next group', () => {
  it('is cloned with its dates shifted, which are shown before', async () => {
    const words = CLONE_WORDS.en
    const owner = await ownerOf('aurora')
    const title = await course(owner)
    const section = await make(owner, 'sections', {
      course: await make(owner, 'courses', { _status: 'draft', title: `Dated ${title}` }),
      release: { at: '2027-03-19T08:00', kind: 'date', zone: 'school' },
      title: 'Second half',
    })
    const { json } = await owner.get(`/api/sections/${section}?depth=0`)
    const { course: dated } = json<{ course: string }>()
    const page = await adminOf('aurora', owner)
    const errors = errorsOf(page)
    await page.goto(`/admin/collections/courses/${dated}`)
    await page.locator('.doc-controls__popup .popup__trigger-wrap button').click()
    await page.locator('#action-clone').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.title).fill(`Next ${title}`)
    await dialog.getByLabel(words.days).fill('14')
    await dialog.getByText('Apr 2, 2027, 8:00 AM').waitFor()
    expect(await findings(page, '.lectern-clone')).toEqual([])
    await shoot(page, 'transfer-clone')
    await dialog.locator('#action-clone-course').dblclick()
    await page.waitForURL((url) => !url.pathname.includes(dated))
    expect(await page.locator('#field-title').inputValue()).toBe(`Next ${title}`)
    await list(page, `Next ${title}`)
    expect(await page.locator('.cell-_select input').count()).toBe(1)
    expect(errors).toEqual([])
  })
})
