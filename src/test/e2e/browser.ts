import { mkdirSync } from 'node:fs'
import path from 'node:path'

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

import type { Visitor } from './visitor'

import { hostOf, originOf, type Place } from './place'

/** Where pictures of pages go: of failures always, of every page with E2E_SHOTS=1. */
export const SHOTS = path.resolve('.data/screenshots')

/** A Chromium that speaks to nobody but the pages it is sent to; with further arguments of Chromium's. */
export const launch = (further: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    args: [
      ...further,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  })

let people = 0

/** A browser of one person's own, on a place: no cookies, an address of its own, since limits count by address. */
export const person = async (
  browser: Browser,
  {
    colorScheme = 'light',
    locale = 'en',
    place,
    width = 1440,
  }: { colorScheme?: 'dark' | 'light'; locale?: string; place: Place; width?: number },
): Promise<BrowserContext> => {
  people += 1
  const context = await browser.newContext({
    baseURL: originOf(place),
    colorScheme,
    extraHTTPHeaders: { 'x-forwarded-for': `10.251.${process.pid % 250}.${people}` },
    hasTouch: width < 600,
    locale,
    reducedMotion: 'reduce',
    viewport: { height: width < 600 ? 844 : 900, width },
  })
  context.setDefaultTimeout(45_000)

  return context
}

/** What goes wrong in a page from now on: errors it throws, and what it writes to the console as one. */
export const errorsOf = (page: Page): string[] => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') {
      errors.push(`${page.url()}: ${message.text()} ${message.location().url}`)
    }
  })

  return errors
}

/** Keeps a picture of the whole page. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ fullPage: true, path: path.join(SHOTS, `${name}.png`) })
}

/** Keeps a picture of every page that a browser has open. */
export const shootAll = async (browser: Browser, name: string): Promise<void> => {
  const pages = browser.contexts().flatMap((context) => context.pages())
  for (const [nth, page] of pages.entries()) {
    await shoot(page, `${name}-${nth}`).catch(() => undefined)
  }
}

/** A page in which somebody is signed in already. */
export const opened = async (
  browser: Browser,
  { member, place }: { member: Visitor; place: Place },
): Promise<Page> => {
  const context = await person(browser, { place })
  await takeCookies(context, member, hostOf(place))

  return context.newPage()
}

/** The same at any host of the platform under test, in a language and of a width. */
export const openedAt = async (
  browser: Browser,
  { host, locale, member, width }: { host: string; locale: string; member: Visitor; width: number },
): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: `http://${host}`,
    locale,
    reducedMotion: 'reduce',
    viewport: { height: width < 600 ? 844 : 900, width },
  })
  context.setDefaultTimeout(45_000)
  await takeCookies(context, member, host)

  return context.newPage()
}

const takeCookies = (context: BrowserContext, { cookies }: Visitor, host: string): Promise<void> =>
  context.addCookies(
    [...cookies].map(([name, value]) => ({
      name,
      domain: host.split(':')[0],
      httpOnly: true,
      path: '/',
      value,
    })),
  )
