'use client'

import { useField, useTranslation } from '@payloadcms/ui'

import type { LimitName } from '@/domain/tenancy/limits'
import type { Locale } from '@/domain/tenancy/locales'

import { MEGABYTE, percentUsed } from '@/domain/tenancy/limits'
import { isLocale } from '@/domain/tenancy/locales'

/** A noun after "of" and a number: the form for numbers that count as one, and for all others. */
type Noun = { one: string; other: string }

type Words = {
  free: (used: string) => string
  full: string
  nouns: Record<LimitName, Noun>
  of: (used: string, most: string, noun: string) => string
  over: string
}

const WORDS: Record<Locale, Words> = {
  en: {
    free: (used) => `${used}, no limit`,
    full: 'The limit is reached: nothing can be added.',
    nouns: {
      accounts: { one: 'account', other: 'accounts' },
      courses: { one: 'course', other: 'courses' },
      mails: { one: 'mail', other: 'mails' },
      staff: { one: 'account', other: 'accounts' },
      storage: { one: 'MB', other: 'MB' },
    },
    of: (used, most, noun) => `${used} of ${most} ${noun}`,
    over: 'More than the limit: all of it stays, and nothing can be added.',
  },
  he: {
    free: (used) => `${used}, ללא הגבלה`,
    full: 'המכסה נוצלה במלואה: אי אפשר להוסיף.',
    nouns: {
      accounts: { one: 'חשבון', other: 'חשבונות' },
      courses: { one: 'קורס', other: 'קורסים' },
      mails: { one: 'הודעה', other: 'הודעות' },
      staff: { one: 'חשבון', other: 'חשבונות' },
      storage: { one: 'מ״ב', other: 'מ״ב' },
    },
    of: (used, most, noun) => `${used} מתוך ${most} ${noun}`,
    over: 'מעבר למכסה: הכול נשמר, ואי אפשר להוסיף.',
  },
  ru: {
    free: (used) => `${used}, без ограничения`,
    full: 'Лимит исчерпан: добавить ничего нельзя.',
    nouns: {
      accounts: { one: 'учётной записи', other: 'учётных записей' },
      courses: { one: 'курса', other: 'курсов' },
      mails: { one: 'письма', other: 'писем' },
      staff: { one: 'учётной записи', other: 'учётных записей' },
      storage: { one: 'МБ', other: 'МБ' },
    },
    of: (used, most, noun) => `${used} из ${most} ${noun}`,
    over: 'Больше лимита: всё остаётся на месте, но добавить ничего нельзя.',
  },
}

const colourOf = (percent: number): string =>
  percent >= 100
    ? 'var(--theme-error-500)'
    : percent >= 80
      ? 'var(--theme-warning-500)'
      : 'var(--theme-success-500)'

/** What is used of the limit that stands in the field above, as it is being written; `used` in the limit's unit. */
export const LimitBar = ({ path, ...usage }: { limit: LimitName; path: string; used: number }) => {
  const { value } = useField<null | number>({ path })

  return <UsageBar {...usage} value={value} />
}

/** What is used of a limit, in words and as a bar; `used` and `value` in the limit's unit. */
export const UsageBar = ({
  limit,
  used,
  value,
}: {
  limit: LimitName
  used: number
  value: null | number | undefined
}) => {
  const { i18n } = useTranslation()
  const locale = isLocale(i18n.language) ? i18n.language : 'en'
  const { free, full, nouns, of, over } = WORDS[locale]
  const number = new Intl.NumberFormat(locale)
  const amount =
    limit === 'storage' ? `${number.format(used)} ${nouns.storage.other}` : number.format(used)
  const most = typeof value === 'number' ? value : null
  const unit = limit === 'storage' ? MEGABYTE : 1
  const percent = percentUsed({ limit, most, used: used * unit })
  if (most === null || percent === null) {
    return <p className="field-description">{free(amount)}</p>
  }
  const form = new Intl.PluralRules(locale).select(most) === 'one' ? 'one' : 'other'
  const text = of(number.format(used), number.format(most), nouns[limit][form])
  const note = percent < 100 ? null : used > most ? over : full

  return (
    <div>
      <div
        aria-label={text}
        aria-valuemax={100}
        aria-valuemin={0}
        aria-valuenow={Math.min(100, percent)}
        aria-valuetext={text}
        role="progressbar"
        style={{
          background: 'var(--theme-elevation-150)',
          blockSize: '0.375rem',
          borderRadius: '1rem',
          marginBlockStart: '0.5rem',
          overflow: 'hidden',
        }}
      >
        <div
          style={{
            background: colourOf(percent),
            blockSize: '100%',
            inlineSize: `${Math.min(100, percent)}%`,
          }}
        />
      </div>
      <p className="field-description">{[text, note].filter(Boolean).join('. ')}</p>
    </div>
  )
}
