import type { Browser } from 'playwright-core'

import { findings } from './axe'
import { launch, opened } from './browser'
import { confirmedVisitor, newPerson } from './buying'
import { alive, press } from './press'
import { visitor } from './visitor'
import { wordsOf } from './words'

const BROWSERS = {
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  safari:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
}

const LOOKS = [
  { locale: 'en', place: 'aurora' },
  { locale: 'he', place: 'ofek' },
] as const

describe.each(LOOKS)('notifications, in $locale', ({ locale, place }) => {
  const t = wordsOf(locale)
  const somebody = newPerson('Nora Notified')
  let browser: Browser

  beforeAll(async () => {
    browser = await launch()
  }, 180_000)
  afterAll(() => browser.close())

  const enterBy = async (agent: keyof typeof BROWSERS): Promise<void> => {
    const { status } = await visitor(place).send({
      body: somebody,
      headers: { 'user-agent': BROWSERS[agent] },
      method: 'POST',
      path: '/api/auth/sign-in/email',
    })
    expect(status).toBe(200)
  }

  it('are counted at the bell, opened and read, and stay away once they are switched off', async () => {
    const member = await confirmedVisitor(place, somebody)
    await enterBy('safari')
    const page = await opened(browser, { member, place })
    await page.goto('/dashboard')
    const link = (name: string) => page.getByRole('link', { name, exact: true })
    await link(t('shell.bell.some', { count: 1 })).click()
    await page.waitForURL('**/account/inbox')
    const told = page.locator('main li:has(time)').filter({ hasText: t('account.inbox.unread') })
    await told.first().waitFor()
    expect(await told.count()).toBe(1)
    expect(await findings(page)).toEqual([])
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/notifications/read'))
    await told.getByRole('link').click()
    expect((await kept).status()).toBe(200)
    await page.waitForURL('**/account/security')

    await page.goto('/account/notifications')
    const choice = page.getByRole('switch', {
      name: `${t('account.notifications.events.signIns')}: ${t('account.notifications.channels.inApp')}`,
    })
    await alive(choice)
    expect(await choice.getAttribute('aria-checked')).toBe('true')
    expect(await findings(page)).toEqual([])
    await choice.click()
    await page.getByText(t('account.notifications.saved')).waitFor()
    await enterBy('firefox')
    await page.goto('/account/inbox')
    await link(t('shell.bell.none')).waitFor()
    await page.locator('main li:has(time)').first().waitFor()
    expect(await page.locator('main li:has(time)').count()).toBe(1)
    await page.context().close()
  }, 180_000)

  it('say what they are for where there are none, and are all read by one press', async () => {
    const newcomer = newPerson('Nils Newcomer')
    const member = await confirmedVisitor(place, newcomer)
    const page = await opened(browser, { member, place })
    await page.goto('/account/inbox')
    await page.getByText(t('account.inbox.emptyBody')).waitFor()
    const { status } = await visitor(place).send({
      body: newcomer,
      headers: { 'user-agent': BROWSERS.safari },
      method: 'POST',
      path: '/api/auth/sign-in/email',
    })
    expect(status).toBe(200)
    await page.reload()
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/notifications/read'))
    await press(page.getByRole('button', { name: t('account.inbox.markAll') }))
    expect((await kept).status()).toBe(200)
    await page
      .getByRole('button', { name: t('account.inbox.markAll') })
      .waitFor({ state: 'detached' })
    await page.getByRole('link', { name: t('shell.bell.none'), exact: true }).waitFor()
    await page.context().close()
  }, 180_000)
})
