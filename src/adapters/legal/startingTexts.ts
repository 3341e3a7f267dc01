import type { Locale } from '@/domain/tenancy/locales'

import { SMALL_PRINT, type SmallPrint } from '@/domain/pages/smallPrint'
import en from '@/messages/legal/en.json' with { type: 'json' }
import he from '@/messages/legal/he.json' with { type: 'json' }
import ru from '@/messages/legal/ru.json' with { type: 'json' }

const MESSAGES: Record<Locale, typeof en> = { en, he, ru }

/** Who speaks in a starting text; `date` as it is printed. */
export type Speaker = { address: string; date: string; email: string; school: string }

/** A page of small print to begin with: lines as `richText` reads them, and the note that it is to be reviewed. */
export type StartingText = {
  lines: string[]
  note: { heading: string; text: string }
  slug: SmallPrint
  title: string
}

/** The starting texts of all small print in one language, with the school's particulars in place. */
export const startingTexts = (locale: Locale, speaker: Speaker): StartingText[] => {
  const { notice, noticeHeading, ...pages } = MESSAGES[locale].legal
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => speaker[name as keyof Speaker] ?? whole)

  return SMALL_PRINT.map((slug) => ({
    slug,
    lines: fill(pages[slug].text).split('\n'),
    note: { heading: noticeHeading, text: notice },
    title: pages[slug].title,
  }))
}
