import type { Browser } from 'playwright-core'

import type { SellingSchool } from './selling'

import { findings } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { newPerson } from './buying'
import { press } from './press'
import { approve, beyond, bought, dollars, pageAt, sellingSchool, untilOpen } from './selling'
import { wordsOf } from './words'

type Course = Awaited<ReturnType<SellingSchool['course']>>

let browser: Browser
let offer: string
let rivers: Course
let school: SellingSchool
let seas: Course
let target: string

beforeAll(async () => {
  browser = await launch()
  school = await sellingSchool('Moving School', {
    transfers: {
      daysAfter: 14,
      daysBefore: 1,
      difference: 'settle',
      toCohort: true,
      toCourse: true,
      toPerson: true,
    },
  })
  ;[rivers, seas] = await Promise.all([school.course('Rivers'), school.course('Seas')])
  offer = await school.offer(rivers, 4900)
  target = await school.offer(seas, 7900)
}, 120_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

/** A buyer of the first course on the page of their orders, in the dialog of its place. */
const moving = async (language: 'en' | 'he', width: number) => {
  const t = wordsOf(language)
  const buyer = await school.buyer()
  await bought(buyer, { items: [{ offer }] })
  await untilOpen(buyer, rivers)
  const page = await pageAt(browser, {
    host: school.host,
    language,
    member: buyer,
    path: '/account/orders',
    width,
  })
  const errors = errorsOf(page)
  await press(page.getByRole('button', { name: t('account.orders.move.open') }))
  const dialog = page.getByRole('dialog', { name: t('account.orders.move.title') })
  await dialog.getByRole('radio').first().waitFor()
  expect([await beyond(page), await findings(page)]).toEqual([0, []])

  return { buyer, dialog, errors, page, t }
}

it('a place moves to a dearer course by paying the difference, in English', async () => {
  const { buyer, dialog, errors, page, t } = await moving('en', 1440)
  await dialog.getByRole('combobox', { name: t('account.orders.move.target') }).selectOption(target)
  const sum = dollars(3000, 'en')
  await dialog.getByText(t('account.orders.move.dueSum', { sum })).waitFor()
  await shoot(page, 'move-due-en')
  await press(dialog.getByRole('button', { name: t('account.orders.move.sendDue', { sum }) }))
  await approve(page, 'en')
  await untilOpen(buyer, seas)
  await untilOpen(buyer, rivers, false)
  await page.goto('/account/orders')
  await page.getByText('Moved to', { exact: false }).first().waitFor()
  expect(errors).toEqual([])
}, 120_000)

it('a place is given to another person, on a phone in Hebrew', async () => {
  const other = newPerson('Rolf Receiver')
  const receiver = await school.buyer(other)
  const { buyer, dialog, errors, page, t } = await moving('he', 390)
  await dialog.getByRole('radio', { name: t('account.orders.move.toPerson') }).check()
  await dialog.getByLabel(t('account.orders.move.email')).fill(other.email)
  await dialog.getByLabel(t('account.orders.move.name'), { exact: true }).fill(other.name)
  await shoot(page, 'move-person-he')
  await press(dialog.getByRole('button', { name: t('account.orders.move.give'), exact: true }))
  await dialog.getByText(t('account.orders.move.doneTitle')).waitFor()
  await untilOpen(receiver, rivers)
  await untilOpen(buyer, rivers, false)
  expect(errors).toEqual([])
}, 120_000)
