import type { AbstractIntlMessages } from 'next-intl'
import type { ComponentType, ReactPortal } from 'react'

import { IntlProvider } from 'next-intl'
import { createPortal, flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

import { UiProvider } from '@/components/ui/UiProvider'
import { FORM_ISLANDS, ISLAND } from '@/domain/pages/document'
import { directionOf, isLocale, type Locale } from '@/domain/tenancy/locales'

import { ISLANDS } from './islands'
import { showPrices } from './prices'
import { FORM_SENTENCES, SENTENCES } from './sentences'

/** A part of the page that comes alive: its element, what it is rendered with, and by what. */
type Island = { Part: ComponentType; given: object; host: HTMLElement }

/** What may hold the keyboard's focus. */
const CONTROLS = 'a, button, input, select, textarea'

const root = createRoot(document.body.appendChild(document.createElement('div')))

/** Islands so far; each keeps its number, by which it is known when others come and go. */
let count = 0

/** The islands of the page; one inside another is the other's own. */
const hostsOf = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(ISLAND)].filter(
    ({ parentElement }) => !parentElement?.closest(ISLAND),
  )

const islandOf = async (host: HTMLElement): Promise<Island[]> => {
  const { given = '{}', island = '' } = host.dataset
  const known: Partial<Record<string, () => Promise<ComponentType<never>>>> = ISLANDS
  const Part = (await known[island]?.()) as ComponentType | undefined

  return Part ? [{ given: JSON.parse(given) as object, host, Part }] : []
}

/** Islands that are alive, in the page's order, and what each is rendered as: what stays the same is not rendered again. */
const alive = new Map<HTMLElement, ReactPortal>()

/** What the islands of the page say, those shown before included. */
let said: AbstractIntlMessages = {}

/** Lets the browser paint and answer the reader before the next piece of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** Puts an island in the place of what the server sent of it; whoever stands in it with the keyboard stays there. */
const settle = ({ given, host, Part }: Island, render: () => void): void => {
  const holdsFocus = host.contains(document.activeElement)
  const place = [...host.querySelectorAll(CONTROLS)].indexOf(document.activeElement as Element)
  host.replaceChildren()
  host.dataset.alive = String((count += 1))
  alive.set(host, createPortal(<Part {...given} />, host, host.dataset.alive))
  flushSync(render)
  if (holdsFocus) {
    host.querySelectorAll<HTMLElement>(CONTROLS)[place]?.focus({ preventScroll: true })
  }
}

/** Takes away the islands whose place is gone from the page; says whether there were any. */
const drop = (): boolean => {
  const gone = [...alive.keys()].filter(({ isConnected }) => !isConnected)

  return gone.map((host) => alive.delete(host)).length > 0
}

/** Brings islands to life one after the other, so that none of them makes the reader wait for all. */
const show = async (islands: readonly Island[], locale: Locale): Promise<void> => {
  const render = () =>
    root.render(
      <IntlProvider locale={locale} messages={said} timeZone="UTC">
        <UiProvider dir={directionOf(locale)}>{[...alive.values()]}</UiProvider>
      </IntlProvider>,
    )
  if (drop()) {
    flushSync(render)
  }
  for (const island of islands) {
    await breathe()
    if (island.host.isConnected && !alive.has(island.host)) {
      settle(island, render)
    }
  }
}

/** Brings the islands of the page to life; called again when a part of the page was exchanged. */
export const awaken = async (): Promise<void> => {
  showPrices()
  const { lang } = document.documentElement
  const locale = isLocale(lang) ? lang : 'en'
  const hosts = hostsOf()
  const hasForm = hosts.some(
    ({ dataset: { form, island = '' } }) => form !== undefined || FORM_ISLANDS.includes(island),
  )
  const [{ default: messages }, further, ...islands] = await Promise.all([
    SENTENCES[locale](),
    hasForm ? FORM_SENTENCES[locale]() : null,
    ...hosts.map(islandOf),
  ])
  said = { ...said, ...messages, ...further?.default }
  await show(islands.flat(), locale)
}
