import type { Browser, BrowserContext, Page } from 'playwright-core'

import { startPushServer, type TestBrowser } from '@/test/push/server'

import { findings } from './axe'
import { launch, opened } from './browser'
import { confirmedVisitor, newPerson } from './buying'
import { eventually } from './eventually'
import { originOf } from './place'
import { press } from './press'
import { visitor } from './visitor'
import { wordsOf } from './words'

const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'

const t = wordsOf('en')

let browser: Browser
let service: Awaited<ReturnType<typeof startPushServer>>

beforeAll(async () => {
  browser = await launch()
  service = await startPushServer(Number(process.env.E2E_PUSH_PORT))
}, 180_000)
afterAll(async () => {
  await browser.close()
  await service.close()
})

/** Has a browser that knows no push service take the tests' one. */
const subscribedAt = ({ subscription }: TestBrowser): string => `
  let kept = null
  const made = { endpoint: ${JSON.stringify(subscription.endpoint)}, toJSON: () => (${JSON.stringify(subscription)}), unsubscribe: async () => true }
  const known = () => localStorage.getItem('push-test') ? made : null
  PushManager.prototype.getSubscription = async () => known()
  PushManager.prototype.subscribe = async () => { localStorage.setItem('push-test', '1'); return made }
  Notification.requestPermission = async () => 'granted'
  Object.defineProperty(Notification, 'permission', { get: () => 'granted' })`

/** Gives the page's service worker a message, as the browser does that was sent one; answers what it shows. */
const deliver = async (
  page: Page,
  message: unknown,
): Promise<{ link: string; title: string }[]> => {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations
      if (first) {
        resolve(first.registrationId)
      }
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.deliverPushMessage', {
    data: JSON.stringify(message),
    origin: `${originOf('aurora')}/`,
    registrationId: await registered,
  })
  const shown = () =>
    page.evaluate<{ link: string; title: string }[]>(
      `navigator.serviceWorker.ready.then((one) => one.getNotifications()).then((all) => all.map(({ data, title }) => ({ link: data.link, title })))`,
    )
  await eventually(async () => (await shown()).length > 0)

  return shown()
}

/** What a tap on the first notification opens, in place of a window of its own. */
const tap = async (context: BrowserContext): Promise<unknown> => {
  const [worker] = context.serviceWorkers()

  return worker?.evaluate(`(async () => {
    const [notification] = await registration.getNotifications()
    return new Promise((resolve) => {
      clients.openWindow = async (url) => resolve(url)
      dispatchEvent(new NotificationEvent('notificationclick', { notification }))
    })
  })()`)
}

it('is asked for by a button, tells this browser within seconds, opens the right page, and ends by another', async () => {
  const somebody = newPerson('Petra Pushed')
  const here = service.subscribe()
  const page = await opened(browser, {
    member: await confirmedVisitor('aurora', somebody),
    place: 'aurora',
  })
  await page.context().grantPermissions(['notifications'])
  await page.addInitScript(subscribedAt(here))
  await page.goto('/account/notifications')
  await press(page.getByRole('button', { name: t('account.notifications.push.turnOn') }))
  await page.getByText(t('account.notifications.push.here')).waitFor()
  expect(await findings(page)).toEqual([])

  const { status } = await visitor('aurora').send({
    body: somebody,
    headers: { 'user-agent': SAFARI },
    method: 'POST',
    path: '/api/auth/sign-in/email',
  })
  expect(status).toBe(200)
  await eventually(() => Promise.resolve(service.deliveredTo(here).length > 0))
  const [{ message } = { message: null }] = service.deliveredTo(here)
  const [shown] = await deliver(page, message)
  expect(shown).toMatchObject({ link: '/account/security' })
  expect(await tap(page.context())).toBe(`${originOf('aurora')}/account/security`)

  await press(page.getByRole('button', { name: t('account.notifications.push.turnOff') }))
  await page.getByRole('button', { name: t('account.notifications.push.turnOn') }).waitFor()
  await page.context().close()
}, 180_000)
