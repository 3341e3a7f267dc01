import type { Browser } from 'playwright-core'

import type { SellingSchool } from './selling'

import { findings } from './axe'
import { errorsOf, launch, shoot } from './browser'
import { linkIn, mailTo } from './outbox'
import { press } from './press'
import {
  approve,
  beyond,
  dollars,
  isFocused,
  LOOKS,
  pageAt,
  sellingSchool,
  untilOpen,
} from './selling'
import { wordsOf } from './words'

let browser: Browser
let course: Awaited<ReturnType<SellingSchool['course']>>
let offer: string
let school: SellingSchool

beforeAll(async () => {
  browser = await launch()
  school = await sellingSchool('Gift School')
  course = await school.course('Slow rivers')
  offer = await school.offer(course, 4900)
}, 120_000)
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

it.each(LOOKS)(
  'a gift is bought with what is missing pointed out, mailed, taken once and seen as taken, in %s at %i',
  async (language, width) => {
    const t = wordsOf(language)
    const { host } = school
    const [buyer, receiver] = await Promise.all([school.buyer(), school.buyer()])
    const email = `gift-${crypto.randomUUID().slice(0, 8)}@example.com`
    const page = await pageAt(browser, {
      host,
      language,
      member: buyer,
      path: `/checkout?offer=${offer}&gift=1`,
      width,
    })
    const errors = errorsOf(page)
    const pay = page.getByRole('button', {
      name: t('checkout.pay', { amount: dollars(4900, language) }),
    })
    await page.getByLabel(t('gifts.email')).waitFor()
    await press(pay)
    await page.getByText(t('gifts.nameMissing')).waitFor()
    const name = page.getByLabel(t('gifts.name'))
    expect(await isFocused(name)).toBe(true)
    expect(await findings(page)).toEqual([])
    await shoot(page, `gift-form-${language}`)
    await name.fill('Rolf')
    await page.getByLabel(t('gifts.email')).fill(email)
    await page.getByLabel(t('gifts.message')).fill('Mind the rocks.')
    await pay.click()
    await approve(page, language)
    await page.getByText(t('gifts.boughtTitle')).waitFor()

    const mail = await mailTo(email, 'giftReceived')
    expect([mail.locale, mail.text.includes('Mind the rocks.')]).toEqual([language, true])
    const { pathname, search } = new URL(linkIn(mail, '/gift'))
    const received = await pageAt(browser, {
      host,
      language,
      member: receiver,
      path: pathname + search,
      width,
    })
    await received.getByText('Mind the rocks.').waitFor()
    expect([await beyond(received), await findings(received)]).toEqual([0, []])
    await press(received.getByRole('button', { name: t('gifts.take') }))
    await received.getByText(t('gifts.isTaken')).waitFor()
    await untilOpen(receiver, course)
    await received.reload()
    await received.getByText(t('gifts.isRedeemed')).waitFor()

    await page.goto('/account/orders')
    await page.getByText(t('gifts.status.redeemed')).waitFor()
    expect(await page.getByRole('button', { name: t('gifts.change') }).count()).toBe(0)
    expect([await beyond(page), await findings(page)]).toEqual([0, []])
    expect(errors).toEqual([])
  },
  120_000,
)

it('a link that leads to no gift says so, and leads on', async () => {
  const t = wordsOf('en')
  const page = await pageAt(browser, {
    host: school.host,
    language: 'en',
    member: school.owner,
    path: '/gift?key=nothing',
    width: 390,
  })
  await page.getByText(t('gifts.missing')).waitFor()
  await page.getByRole('link', { name: t('gifts.seeCourses') }).waitFor()
}, 60_000)
