import { createHash } from 'node:crypto'

import type { Browser, Page, Request, Response } from 'playwright-core'

import { aurora } from '@/seed/schools/aurora'

import type { Visitor } from './visitor'

import { errorsOf, launch, opened } from './browser'
import { checkout, confirmedVisitor, newPerson, offerOf, type CheckedOut } from './buying'
import { alive } from './press'
import { wordsOf } from './words'

const PLACE = 'aurora'
const t = wordsOf('en')

let browser: Browser
let buyer: Visitor
let offer: string
let page: Page

beforeAll(async () => {
  browser = await launch()
  buyer = await confirmedVisitor(PLACE, newPerson('Pam Payer'))
  offer = await offerOf(buyer, aurora.courses[1]?.slug ?? '')
  page = await opened(browser, { member: buyer, place: PLACE })
}, 180_000)
afterAll(() => browser.close())

/** Opens a page and answers what the server says may run in it. */
const policyOf = async (path: string): Promise<string> => {
  const answer = await page.goto(path, { waitUntil: 'networkidle' })

  return (await answer?.headerValue('content-security-policy')) ?? ''
}

type Script = { nonce: string; src: string; text: string; type: string }

/** The scripts of the open page that a browser would run. */
const scriptsOf = async (): Promise<Script[]> => {
  const all = await page.evaluate(() =>
    [...document.scripts].map(({ type, nonce, src, text }) => ({
      type,
      nonce: nonce ?? '',
      src,
      text,
    })),
  )

  return all.filter(({ type }) =>
    ['', 'module', 'speculationrules', 'text/javascript'].includes(type),
  )
}

const hashOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`

/** Digits that a payment card could have: 13 to 19 of them on their own, right by Luhn's check (ISO/IEC 7812-1). */
const cardNumbersIn = (text: string): string[] =>
  (text.match(/(?<![\w.-])[2-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\w.-])/g) ?? []).filter(
    (found) => {
      const digits = [...found.replaceAll(/\D/g, '')].reverse().map(Number)
      const sum = digits.reduce((total, digit, at) => {
        const doubled = at % 2 ? digit * 2 : digit

        return total + (doubled > 9 ? doubled - 9 : doubled)
      }, 0)

      return digits.length >= 13 && sum % 10 === 0
    },
  )

it('knows a card number where it sees one', () => {
  expect(cardNumbersIn('{"card":"4242 4242 4242 4242"}')).toHaveLength(1)
  expect(cardNumbersIn('{"card":"4242424242424241","at":1763800000000}')).toEqual([])
})

it('runs nothing but scripts of ours on every page that has to do with payments, and works', async () => {
  const errors = errorsOf(page)
  const { order, url } = (await checkout(buyer, offer)).json<CheckedOut>()
  const pages = [
    `/checkout?offer=${offer}`,
    new URL(url).pathname,
    `/orders/${order}/thanks`,
    '/account',
    '/account/orders',
    '/account/plans',
  ]
  for (const path of pages) {
    const policy = await policyOf(path)
    const allowed = /(?<=script-src )[^;]*/.exec(policy)?.[0].split(' ') ?? []
    expect(allowed[0]).toBe(`${new URL(page.url()).host}/_next/static/`)
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-/)
    for (const { nonce, src, text } of await scriptsOf()) {
      const isOurs = src
        ? new URL(src).pathname.startsWith('/_next/static/') && src.includes(String(allowed[0]))
        : allowed.includes(`'nonce-${nonce}'`) || allowed.includes(`'${hashOf(text)}'`)
      expect(isOurs).toBe(true)
    }
  }
  expect(errors).toEqual([])
}, 180_000)

it('gives each answer a nonce of its own', async () => {
  const nonces = []
  for (const path of ['/account/orders', '/account/orders', '/account/plans']) {
    nonces.push(/'nonce-([^']+)'/.exec(await policyOf(path))?.[1])
  }

  expect(nonces.every(Boolean)).toBe(true)
  expect(new Set(nonces).size).toBe(3)
})

/** What somebody who found a gap would write into a page; a browser speaks of each that it refuses. */
const FOREIGN = [
  '<script>window.stolen=1</script>',
  '<script src="/api/health"></script>',
  '<script src="http://elsewhere.localhost/x.js"></script>',
  '<img src="data:," onerror="window.stolen=1">',
]

it.each(['/checkout', '/account/orders'])(
  'does not run what somebody else wrote into %s, nor bring it from elsewhere',
  async (start) => {
    const path = start === '/checkout' ? `/checkout?offer=${offer}` : start
    const one = await opened(browser, { member: buyer, place: PLACE })
    await one.route(
      (url) => url.pathname === start,
      async (route) => {
        const { headers, text } = await buyer.get(path)
        await route.fulfill({
          body: text.replace('</body>', `${FOREIGN.join('')}</body>`),
          headers: {
            'content-security-policy': String(headers['content-security-policy']),
            'content-type': 'text/html; charset=utf-8',
          },
        })
      },
    )
    await one.addInitScript(() => {
      const refused: string[] = []
      Object.assign(window, { refused })
      document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
        refused.push(`${effectiveDirective} ${blockedURI}`),
      )
    })
    await one.goto(path, { waitUntil: 'networkidle' })
    const refused = await one.evaluate(() => Reflect.get(window, 'refused') as string[])

    expect(refused.sort()).toEqual([
      'script-src-attr inline',
      `script-src-elem ${new URL('/api/health', one.url()).toString()}`,
      'script-src-elem http://elsewhere.localhost/x.js',
      'script-src-elem inline',
    ])
    expect(await one.evaluate(() => 'stolen' in window)).toBe(false)
    await one.context().close()
  },
  180_000,
)

it('carries no card number in anything that a purchase sends or gets', async () => {
  const seen: string[] = []
  const told: Promise<void>[] = []
  page.on('request', (request: Request) => {
    seen.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`)
  })
  page.on('response', (response: Response) => {
    if (/json|html|text\/plain/.test(response.headers()['content-type'] ?? '')) {
      told.push(
        response.text().then(
          (text) => void seen.push(text),
          () => undefined,
        ),
      )
    }
  })
  await page.goto(`/checkout?offer=${offer}`)
  const pay = page.getByRole('button', { name: t('checkout.pay', { amount: '' }).trim() })
  await alive(pay)
  await pay.click()
  const approve = page.getByRole('button', { name: t('gateway.approve') })
  await alive(approve)
  await approve.click()
  await page.waitForURL(/\/orders\/.*\/thanks/)
  await page.getByRole('link', { name: t('checkout.invoice') }).waitFor()
  await Promise.all(told)

  expect(seen.some((text) => text.includes('/api/payments/test/'))).toBe(true)
  expect(seen.flatMap(cardNumbersIn)).toEqual([])
}, 180_000)
