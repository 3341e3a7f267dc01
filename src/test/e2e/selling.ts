import type { Browser, Locator, Page } from 'playwright-core'

import { formatMoney } from '@/components/ui/formatMoney'
import { pdfText, squashed } from '@/test/pdfText'

import type { CheckedOut, Person } from './buying'
import type { RunSchool } from './runSchool'
import type { Visitor } from './visitor'

import { make } from './admin'
import { STILL } from './axe'
import { openedAt } from './browser'
import { confirmed, newPerson, sessionIn } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { runSchool } from './runSchool'
import { visitorAt } from './visitor'
import { wordsOf } from './words'

/** The looks in which the pages of a purchase are walked through. */
export const LOOKS = [
  ['en', 1440],
  ['he', 390],
] as const

type Language = (typeof LOOKS)[number][0]

/** A school that sells in dollars, and by whom and what. */
export type SellingSchool = RunSchool & {
  /** Somebody who registered and confirmed. */
  buyer: (person?: Person) => Promise<Visitor>
  /** A published course that no other test knows. */
  course: (title: string) => Promise<{ id: string; slug: string; title: string }>
  /** The id of a way to buy a course, once for `amount` minor units unless `more` says otherwise. */
  offer: (course: { id: string }, amount: number, more?: object) => Promise<string>
}

/** Opens it, with settings of its own. */
export const sellingSchool = async (
  name: string,
  settings: object = {},
): Promise<SellingSchool> => {
  const school = await runSchool(name, { languages: ['he'], locale: 'en', ...settings })
  const { host, owner } = school

  return {
    ...school,
    buyer: (person = newPerson('Bea Buyer')) => confirmed(visitorAt(host), person),
    course: async (title) => {
      const slug = `sold-${crypto.randomUUID().slice(0, 8)}`

      return {
        id: await make(owner, 'courses', { slug, _status: 'published', title }),
        slug,
        title,
      }
    },
    offer: (course, amount, more = {}) =>
      make(owner, 'offers', {
        course: course.id,
        isActive: true,
        isDefault: true,
        kind: 'oneTime',
        prices: [{ amount, currency: 'USD' }],
        title: 'The course',
        ...more,
      }),
  }
}

/** Dollars as a page writes them. */
export const dollars = (amount: number, locale: Language): string =>
  formatMoney({ amount, currency: 'USD', locale })

/** A page of a school as somebody sees it, who may be signed in. */
export const pageAt = async (
  browser: Browser,
  {
    host,
    language,
    member,
    path,
    width,
  }: { host: string; language: Language; member: Visitor; path: string; width: number },
): Promise<Page> => {
  const page = await openedAt(browser, { host, locale: language, member, width })
  const url = `http://${host}`
  await page.context().addCookies([
    { name: 'locale', url, value: language },
    { name: 'payload-lng', url, value: language },
  ])
  await page.goto(path)
  await page.addStyleTag({ content: STILL })

  return page
}

/** Buys at the test gateway what is asked for, and answers the order once it is paid. */
export const bought = async (member: Visitor, asked: object): Promise<string> => {
  const placed = await member.post('/api/checkout', asked)
  expect([placed.status, placed.text]).toEqual([201, expect.anything()])
  const { order, url } = placed.json<CheckedOut>()
  await member.post(`/api/payments/test/${sessionIn(url)}/approve`)
  await eventually(
    async () =>
      (await member.get(`/api/orders/${order}?depth=0`)).json<{ status: string }>().status ===
      'paid',
    60_000,
  )

  return order
}

/** Approves the payment on the page of the test gateway, to which a checkout has led. */
export const approve = (page: Page, language: Language): Promise<void> =>
  press(page.getByRole('button', { name: wordsOf(language)('gateway.approve') }))

/** Waits until a course is open to somebody, or closed again. */
export const untilOpen = (
  member: Visitor,
  { slug }: { slug: string },
  isOpen = true,
): Promise<unknown> =>
  eventually(
    async () =>
      ((await member.get(`/api/learn/${slug}`)).json<{ enrollment: unknown }>().enrollment !==
        null) ===
      isOpen,
    60_000,
  )

/** How far a page is wider than its window, in pixels. */
export const beyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Whether the focus is on an element. */
export const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate((here) => here === document.activeElement)

/** What the PDF says to which a link on a page leads, without spaces. */
export const pdfBehind = async (member: Visitor, link: Locator): Promise<string> => {
  const file = await member.get((await link.getAttribute('href')) ?? '')
  expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf'])

  return squashed(await pdfText(file.bytes))
}
