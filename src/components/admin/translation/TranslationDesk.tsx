'use client'

import { useState } from 'react'

import type { Locale } from '@/domain/tenancy/locales'
import type { State } from '@/domain/translation/texts'
import type { Desk } from '@/operations/translation/read'

import { LOCALE_NAMES } from '@/components/ui/localeNames'

import type { useDesk } from './useDesk'
import type { TranslationWords } from './words'

import { ExtentBar } from './Extents'
import { SegmentRow } from './SegmentRow'

type Props = Pick<ReturnType<typeof useDesk>, 'confirm' | 'save'> & {
  choose: (locale: Locale) => void
  desk: Desk & { locale: Locale }
  words: TranslationWords
}

/** The languages of a school, with how far each is, and the texts beside those of the chosen one. */
export const TranslationDesk = ({ choose, confirm, desk, save, words }: Props) => {
  const { languages, locale, own, segments } = desk
  const [filter, setFilter] = useState<'all' | State>('all')
  // What is shown is settled when the filter is chosen, so that no text goes away while it is written.
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const look = (to: 'all' | State) => {
    setFilter(to)
    setChosen(
      to === 'all'
        ? undefined
        : new Set(segments.filter(({ state }) => state === to).map(({ key }) => key)),
    )
  }
  const shown = segments.filter(({ key }) => !chosen || chosen.has(key))
  const filters = [
    ['all', words.all],
    ['missing', words.missing],
    ['stale', words.stale],
  ] as const

  return (
    <>
      <div aria-label={words.language} className="lectern-languages" role="group">
        {languages.map((one) => (
          <button
            aria-pressed={one.locale === locale}
            key={one.locale}
            onClick={() => choose(one.locale)}
            type="button"
          >
            <span lang={one.locale}>{LOCALE_NAMES[one.locale]}</span>
            <ExtentBar extent={one} label={LOCALE_NAMES[one.locale]} words={words} />
          </button>
        ))}
      </div>
      <p className="field-description">{words.hint}</p>
      {segments.some(({ source }) => /<\d+\/?>/.test(source)) && (
        <p className="field-description">{words.tags}</p>
      )}
      <div aria-label={words.filter} className="lectern-filters" role="group">
        {filters.map(([name, label]) => (
          <button
            aria-pressed={filter === name}
            key={name}
            onClick={() => look(name)}
            type="button"
          >
            {label}
          </button>
        ))}
      </div>
      {shown.length === 0 ? (
        <p className="lectern-empty">{segments.length === 0 ? words.none : words.nothing}</p>
      ) : (
        <ol className="lectern-segments">
          {shown.map((segment) => (
            <SegmentRow
              confirm={confirm}
              key={`${locale} ${segment.key}`}
              locale={locale}
              own={own}
              save={save}
              segment={segment}
              words={words}
            />
          ))}
        </ol>
      )}
    </>
  )
}
