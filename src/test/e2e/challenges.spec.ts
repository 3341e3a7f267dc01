import type { Browser } from 'playwright-core'

import { launch, person } from './browser'
import { alive } from './press'
import { wordsOf } from './words'

const LOOKS = [
  { locale: 'en', place: 'aurora' },
  { locale: 'he', place: 'ofek' },
] as const

describe.each(LOOKS)('a form sent often, in $locale', ({ locale, place }) => {
  const t = wordsOf(locale)
  let browser: Browser

  beforeAll(async () => {
    browser = await launch()
  }, 180_000)
  afterAll(() => browser.close())

  it('has the browser work something out, and goes through', async () => {
    const context = await person(browser, { locale, place })
    const page = await context.newPage()
    const statuses: number[] = []
    page.on('response', (answer) => {
      if (answer.url().endsWith('/request-password-reset')) {
        statuses.push(answer.status())
      }
    })
    // Half of the ten mails that an address may ask for in a minute, and one more.
    for (let one = 0; one < 6; one += 1) {
      await page.goto('/forgot')
      await alive(page.locator('main form'))
      await page.getByLabel(t('auth.email')).fill('nobody@example.com')
      await page.keyboard.press('Enter')
      await page.getByText(t('auth.checkMailTitle')).waitFor()
    }

    expect(statuses.filter((status) => status === 200)).toHaveLength(6)
    expect(statuses).toContain(422)
    await context.close()
  }, 180_000)
})
