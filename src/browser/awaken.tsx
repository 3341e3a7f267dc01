import type { AbstractIntlMessages } from 'next-intl'
import type { ComponentType } from 'react'

import { IntlProvider } from 'next-intl'
import { createPortal, flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

import { UiProvider } from '@/components/ui/UiProvider'
import { FORM_ISLANDS, ISLAND } from '@/domain/pages/document'
import { directionOf, isLocale, type Locale } from '@/domain/tenancy/locales'

import { ISLANDS } from './islands'
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

/** Puts each island in the place of what the server sent of it; whoever stands in one with the keyboard stays there. */
const show = (islands: readonly Island[], locale: Locale, messages: AbstractIntlMessages): void => {
  const focused = document.activeElement?.closest<HTMLElement>(ISLAND)
  const place = [...(focused?.querySelectorAll(CONTROLS) ?? [])].indexOf(
    document.activeElement as Element,
  )
  for (const { host } of islands) {
    if (!host.dataset.alive) {
      host.replaceChildren()
      host.dataset.alive = String((count += 1))
    }
  }
  flushSync(() =>
    root.render(
      <IntlProvider locale={locale} messages={messages} timeZone="UTC">
        <UiProvider dir={directionOf(locale)}>
          {islands.map(({ given, host, Part }) =>
            createPortal(<Part {...given} />, host, host.dataset.alive),
          )}
        </UiProvider>
      </IntlProvider>,
    ),
  )
  focused?.querySelectorAll<HTMLElement>(CONTROLS)[place]?.focus({ preventScroll: true })
}

/** Brings the islands of the page to life; called again when a part of the page was exchanged. */
export const awaken = async (): Promise<void> => {
  const { lang } = document.documentElement
  const locale = isLocale(lang) ? lang : 'en'
  const hosts = hostsOf()
  const hasForm = hosts.some(({ dataset: { island = '' } }) => FORM_ISLANDS.includes(island))
  const [{ default: messages }, further, ...islands] = await Promise.all([
    SENTENCES[locale](),
    hasForm ? FORM_SENTENCES[locale]() : null,
    ...hosts.map(islandOf),
  ])
  show(islands.flat(), locale, { ...messages, ...further?.default })
}
