import { jest } from '@jest/globals'

import type { Browser, Page } from 'playwright-core'

import { DESK_WORDS } from '@/components/admin/people/deskWords'
import { STATUS_WORDS } from '@/components/admin/people/statusWords'

import type { SellingSchool } from './selling'
import type { Visitor } from './visitor'

import { findings } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { newPerson } from './buying'
import { press } from './press'
import { beyond, pageAt, sellingSchool } from './selling'
import { visitorAt } from './visitor'

jest.setTimeout(180_000)

const DESK = '.lectern-people'
const words = DESK_WORDS.en
const { actions, refusals, statuses } = STATUS_WORDS.en

let browser: Browser
let school: SellingSchool
const [ada, ben] = [newPerson('Ada Amber'), newPerson('Ben Birch')]

beforeAll(async () => {
  browser = await launch()
  school = await sellingSchool('People School')
  await Promise.all([ada, ben].map((one) => school.buyer(one)))
}, 180_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const deskIn = async (language: 'en' | 'he', width: number): Promise<Page> => {
  const page = await pageAt(browser, {
    host: school.host,
    language,
    member: school.owner,
    path: '/admin/collections/users',
    width,
  })
  await page.getByRole('link', { name: ada.name, exact: true }).waitFor()

  return page
}

const row = (page: Page, name: string) =>
  page.locator(DESK).getByRole('row').filter({ hasText: name })

/** What the link to the result of the work that is done leads to. */
const resultOf = async (page: Page, member: Visitor): Promise<string> => {
  const link = page.getByRole('link', { name: words.download })
  await link.waitFor()
  const { status, text } = await member.get((await link.getAttribute('href')) ?? '')
  expect(status).toBe(200)

  return text
}

it('an owner finds somebody by a part of their name, gives them a tag after a look at how many, and reads the result', async () => {
  const page = await deskIn('en', 1440)
  const errors = errorsOf(page)
  await page.getByLabel(words.search).fill('da amb')
  await row(page, ben.name).waitFor({ state: 'detached' })
  await row(page, ada.name).waitFor()
  await press(page.getByLabel(words.pick(ada.name)))
  await press(page.getByRole('button', { name: words.picked(1) }))
  const dialog = page.getByRole('dialog')
  await dialog.getByText(words.whatHint(1)).waitFor()
  await dialog.getByLabel(words.add, { exact: true }).fill('spring, early')
  expect(await findings(page, '[role=dialog]')).toEqual([])
  const box = await dialog.getByLabel(words.add, { exact: true }).boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  await shoot(page, 'people-dialog')
  await press(dialog.getByRole('button', { name: words.apply }))
  const result = await resultOf(page, school.owner)
  expect(result).toContain(ada.email)
  expect(result).not.toContain(ben.email)
  await row(page, ada.name).getByText('spring', { exact: true }).waitFor()
  expect(await findings(page, DESK)).toEqual([])
  await shoot(page, 'people-desk')
  expect(errors).toEqual([])
})

/** Does something to the people that are picked, for a reason, and answers what the result says. */
const doneTo = async (
  page: Page,
  { name, kind, reason }: { kind: 'ban' | 'restore' | 'suspend'; name: string; reason: string },
): Promise<string> => {
  await press(page.getByLabel(words.pick(name)))
  await press(page.getByRole('button', { name: words.picked(1) }))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words.choose).selectOption(kind)
  expect(await dialog.getByRole('button', { name: words.apply }).isDisabled()).toBe(true)
  await dialog.getByLabel(STATUS_WORDS.en.reason).fill(reason)
  const begun = page.waitForResponse((answer) => answer.url().endsWith('/api/people-jobs/begin'))
  await press(dialog.getByRole('button', { name: words.apply }))
  const { id } = (await (await begun).json()) as { id: string }
  await page.locator(`a[href$="/api/people-jobs/${id}/result.csv"]`).waitFor()

  return (await school.owner.get(`/api/people-jobs/${id}/result.csv`)).text
}

it('an owner suspends somebody for a reason, finds them among the suspended, and restores them', async () => {
  const page = await deskIn('en', 1440)
  const errors = errorsOf(page)
  expect(
    await doneTo(page, { name: ben.name, kind: 'suspend', reason: 'Asked for a pause' }),
  ).toContain(ben.email)
  await row(page, ben.name).getByText(statuses.suspended, { exact: true }).waitFor()
  await page.getByRole('combobox', { name: words.status }).selectOption('suspended')
  await row(page, ada.name).waitFor({ state: 'detached' })
  await row(page, ben.name).waitFor()
  const signIn = () => visitorAt(school.host).post('/api/auth/sign-in/email', ben)
  expect(await signIn()).toMatchObject({ status: 422 })
  await doneTo(page, { name: ben.name, kind: 'restore', reason: 'Came back' })
  await page.getByText(words.nobody).waitFor()
  await press(page.getByRole('button', { name: words.clear }))
  await row(page, ben.name).getByText(statuses.active, { exact: true }).waitFor()
  expect((await signIn()).status).toBe(200)
  expect(errors).toEqual([])
})

it('an owner bans somebody for a reason, and the last owner cannot be shut out', async () => {
  const cal = newPerson('Cal Cedar')
  await school.buyer(cal)
  const page = await deskIn('en', 1440)
  await doneTo(page, { name: cal.name, kind: 'ban', reason: 'Sold the lessons on' })
  await row(page, cal.name).getByText(statuses.banned, { exact: true }).waitFor()
  const owners = await school.owner.get('/api/people?role=owner')
  const [{ id, name }] = owners.json<{ people: [{ id: string; name: string }] }>().people
  const refused = await doneTo(page, { name, kind: 'suspend', reason: 'By mistake' })
  expect(refused).toContain('yourself')
  await page
    .locator('.lectern-people__refused')
    .getByText(words.reasons.yourself ?? '')
    .waitFor()
  await page.goto(`/admin/collections/users/${id}`)
  await press(page.getByRole('button', { name: actions.suspend, exact: true }))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(STATUS_WORDS.en.reason).fill('By mistake')
  await press(dialog.getByRole('button', { name: actions.suspend, exact: true }))
  await dialog.getByText(refusals.yourself).waitFor()
})

it('a file is looked at before anybody is brought in, and says what is wrong with it', async () => {
  const page = await deskIn('en', 1440)
  const errors = errorsOf(page)
  const { email } = newPerson('Nia New')
  const lines = ['E-mail,Full name,Tags', `${email},Nia New,summer`, 'no address,Bad,']
  await page.getByLabel(words.drop).setInputFiles({
    name: 'people.csv',
    buffer: Buffer.from(lines.join('\n')),
    mimeType: 'text/csv',
  })
  await press(page.getByRole('button', { name: words.check }))
  await page.getByText(words.checkOk).waitFor()
  await page.getByText(words.reasons.emailInvalid ?? '').waitFor()
  const people = () => school.owner.get(`/api/people/count?search=${encodeURIComponent(email)}`)
  expect((await people()).json()).toMatchObject({ count: 0 })
  await press(page.getByRole('button', { name: words.bringIn }))
  expect(await resultOf(page, school.owner)).toContain(email)
  await row(page, 'Nia New').waitFor()
  expect((await people()).json()).toMatchObject({ count: 1 })
  expect(await findings(page, DESK)).toEqual([])
  expect(errors).toEqual([])
})

it('the desk is read on a phone in Hebrew', async () => {
  const page = await deskIn('he', 390)
  const errors = errorsOf(page)
  expect([await beyond(page), await findings(page, DESK)]).toEqual([0, []])
  await shoot(page, 'people-he')
  expect(errors).toEqual([])
})
