import type { Browser, Page } from 'playwright-core'

import type { Visitor } from './visitor'

import { aurora } from '@/seed/schools/aurora'
import { ofek } from '@/seed/schools/ofek'

import { make } from './admin'
import { findings } from './axe'
import { errorsOf, launch, opened, person, shoot } from './browser'
import { confirmedVisitor, newPerson, offerOf } from './buying'
import { eventually } from './eventually'
import { press } from './press'
import { signedIn } from './visitor'
import { wordsOf } from './words'

type School = 'aurora' | 'ofek'

const COURSES = { aurora: aurora.courses, ofek: ofek.courses }

let browser: Browser
const made: { id: string; owner: Visitor }[] = []

beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await Promise.all(
    made.map(({ id, owner }) => owner.patch(`/api/upsells/${id}`, { isActive: false })),
  )
  await browser.close()
})

/** What the school proposes after its first course: its second for half, else the same for less still. */
const proposing = async (place: School): Promise<{ offer: string }> => {
  const owner = await signedIn({ email: `owner@${place}.test`, place })
  const [first, second] = COURSES[place]
  const [offer, offered] = [
    await offerOf(owner, first?.slug ?? ''),
    await offerOf(owner, second?.slug ?? ''),
  ]
  const id = await make(owner, 'upsells', {
    downsell: { offered, percentOff: 75, title: 'The last word' },
    minutes: 30,
    offered,
    offers: [offer],
    percentOff: 50,
    text: 'It goes with what you have.',
    title: 'One more thing',
  })
  made.push({ id, owner })

  return { offer }
}

/** Buys what the page's checkout shows, as far as the page that thanks for it. */
const pay = async (page: Page, t: ReturnType<typeof wordsOf>, offer: string): Promise<void> => {
  await page.goto(`/checkout?offer=${offer}`)
  await page.getByText(t('checkout.keepsCard')).waitFor()
  await press(page.getByRole('button', { name: t('checkout.pay', { amount: '' }).trim() }))
  await press(page.getByRole('button', { name: t('gateway.approve') }))
  await page.waitForURL('**/thanks**')
  await page.getByRole('heading', { name: 'One more thing' }).waitFor()
}

const coursesOf = async (member: Visitor): Promise<number> => {
  const found = await member.get('/api/enrollments?depth=0')

  return found.json<{ totalDocs: number }>().totalDocs
}

it('is added by one click, by the card that has just paid', async () => {
  const t = wordsOf('en')
  const { offer } = await proposing('aurora')
  const someone = newPerson('Una Upsell')
  const member = await confirmedVisitor('aurora', someone)
  const page = await opened(browser, { member, place: 'aurora' })
  const errors = errorsOf(page)
  await pay(page, t, offer)
  expect(await findings(page, 'main')).toEqual([])
  await shoot(page, 'upsell')
  const thanks = page.url()
  await page.getByRole('button', { name: t('upsell.add', { amount: '' }).trim() }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname.endsWith('/thanks') && url.href !== thanks)
  await page.getByRole('heading', { name: t('checkout.approvedTitle') }).waitFor()
  expect(await page.getByRole('heading', { name: 'One more thing' }).count()).toBe(0)
  await eventually(async () => (await coursesOf(member)) === 2)
  await page.goto(thanks)
  await page.getByRole('heading', { name: t('checkout.approvedTitle') }).waitFor()

  expect(await page.getByRole('button', { name: t('upsell.decline') }).count()).toBe(0)
  expect(errors).toEqual([])
  await page.context().close()
}, 180_000)

it('is declined for something smaller, and that for the course, in Hebrew on a telephone in the dark', async () => {
  const t = wordsOf('he')
  const { offer } = await proposing('ofek')
  const member = await confirmedVisitor('ofek', newPerson('נועה'))
  const context = await person(browser, {
    colorScheme: 'dark',
    locale: 'he',
    place: 'ofek',
    width: 390,
  })
  await context.addCookies(
    [...member.cookies].map(([name, value]) => ({
      name,
      domain: 'ofek.localhost',
      httpOnly: true,
      path: '/',
      value,
    })),
  )
  const page = await context.newPage()
  await pay(page, t, offer)
  expect(await findings(page, 'main')).toEqual([])
  await shoot(page, 'upsell-he')
  await press(page.getByRole('button', { name: t('upsell.decline') }))
  const smaller = page.getByRole('heading', { name: 'The last word' })
  await smaller.waitFor()
  await eventually(() => smaller.evaluate((heading) => heading === document.activeElement))
  expect(await findings(page, 'main')).toEqual([])
  await press(page.getByRole('button', { name: t('upsell.decline') }))
  await page.waitForURL('**/learn/**')

  expect(await coursesOf(member)).toBe(1)
  await context.close()
}, 180_000)
