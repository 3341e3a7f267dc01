'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { Field } from '@/components/ui/Field'
import { Select } from '@/components/ui/Select'

/** In which of a school's currencies prices are shown and charged. */
export const CurrencyChoice = ({
  currencies,
  error,
  onChoose,
  value,
}: {
  /** The school's own first. */
  currencies: readonly string[]
  error?: ReactNode
  /** Null is the school's own. */
  onChoose: (currency: null | string) => void
  value: string
}) => {
  const t = useTranslations('course')
  const names = new Intl.DisplayNames([useLocale()], { type: 'currency' })

  return (
    <Field error={error} label={t('currency')}>
      <Select
        onChange={({ target }) => onChoose(target.value === currencies[0] ? null : target.value)}
        options={currencies.map((code) => ({
          label: `${code} – ${names.of(code) ?? code}`,
          value: code,
        }))}
        value={value}
      />
    </Field>
  )
}
