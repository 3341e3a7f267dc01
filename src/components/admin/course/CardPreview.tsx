'use client'

import { useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'

import type { Level } from '@/domain/catalog/catalogQuery'

import { formatMoney } from '@/components/ui/formatMoney'
import { isLocale, type Locale } from '@/domain/tenancy/locales'

import { useMark } from '../brand/useMark'
import { useCourseFacts, type SavedFacts } from './useCourseFacts'
import { CARD_WORDS } from './words'

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const useCardFields = () =>
  useFormFields(([fields]) => ({
    cover: fields.cover?.value,
    level: textOf(fields.level?.value) || 'all',
    minutes: Number(fields.durationMinutes?.value ?? 0),
    summary: textOf(fields.summary?.value),
    title: textOf(fields.title?.value),
  }))

/** `90` minutes as `1 hr 30 min`, in the reader's language. */
const lengthIn = (locale: Locale, minutes: number): string => {
  const say = (value: number, unit: 'hour' | 'minute') =>
    value > 0 &&
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)

  return [say(Math.floor(minutes / 60), 'hour'), say(minutes % 60, 'minute')]
    .filter(Boolean)
    .join(' ')
}

const priceIn = (locale: Locale, { isLowest, price }: SavedFacts): string => {
  const words = CARD_WORDS[locale]
  if (!price) {
    return words.notForSale
  }
  if (price.amount === 0) {
    return words.free
  }
  const { amount, currency } = price
  const said = formatMoney({ amount, currency, locale, whole: true })

  return isLowest ? words.from(said) : said
}

/** The card of the course in the form, as lists of the school show it, while its fields are written. */
export const CardPreview = () => {
  const { i18n } = useTranslation()
  const { id } = useDocumentInfo()
  const { cover, level, minutes, summary, title } = useCardFields()
  const facts = useCourseFacts()
  const image = useMark(cover)
  const locale = isLocale(i18n.language) ? i18n.language : 'en'
  const words = CARD_WORDS[locale]
  const shown = minutes || Math.round(facts.seconds / 60) || (facts.seconds > 0 ? 1 : 0)
  const said = [
    words.level[level as Level],
    facts.lessons > 0 && words.lessons(facts.lessons),
    shown > 0 && lengthIn(locale, shown),
  ].filter(Boolean)

  return (
    <section aria-label={words.title} className="lectern-card">
      <h3>{words.title}</h3>
      <article>
        {image ? (
          // The preview shows a file of the school as it is; Next would ask for sizes of it.
          // eslint-disable-next-line @next/next/no-img-element
          <img alt="" src={image} />
        ) : (
          <i aria-hidden>{[...(title || words.untitled)][0]?.toUpperCase()}</i>
        )}
        <div>
          <strong dir="auto">{title || words.untitled}</strong>
          <p dir="auto">{summary || words.empty}</p>
          <footer>
            <span>{said.join(' · ')}</span>
            <b>{priceIn(locale, facts)}</b>
          </footer>
        </div>
      </article>
      <p className="field-description">{words.hint}</p>
      {id && <a href={`/admin/collections/offers?where[course][equals]=${id}`}>{words.prices}</a>}
    </section>
  )
}
