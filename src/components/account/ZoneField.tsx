'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, type ReactNode } from 'react'

import { Combobox, type ComboboxOption } from '@/components/ui/Combobox'
import { Field } from '@/components/ui/Field'

/** `America/Argentina/Buenos_Aires` as people read it. */
const readable = (zone: string): string => zone.replace(/_/g, ' ')

const named = (zone: string, locale: string, style: 'longGeneric' | 'shortOffset'): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style })
    .formatToParts(new Date())
    .find(({ type }) => type === 'timeZoneName')?.value ?? ''

/** What a zone is called in the reader's language, and how far it is from UTC today. */
const hintOf = (zone: string, locale: string): string =>
  [...new Set([named(zone, locale, 'longGeneric'), named(zone, locale, 'shortOffset')])].join(', ')

/** One's time zone, looked for by city, by name or by its distance from UTC. */
export const ZoneField = ({
  error,
  school,
  zone,
}: {
  error?: ReactNode
  /** The school's zone, which holds while none is chosen. */
  school: string
  zone: null | string
}) => {
  const t = useTranslations('account.profile')
  const locale = useLocale()
  const asSchool = t('asSchool', { what: readable(school) })
  const options = useCallback((): ComboboxOption[] => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    const zones = [...new Set([here, 'UTC', ...Intl.supportedValuesOf('timeZone')])]

    return [
      { label: asSchool, value: '' },
      ...zones.map((value) => ({
        hint:
          value === here ? `${hintOf(value, locale)} · ${t('thisDevice')}` : hintOf(value, locale),
        label: readable(value),
        value,
      })),
    ]
  }, [asSchool, locale, t])

  return (
    <Field error={error} hint={t('zoneHint')} label={t('zone')}>
      <Combobox
        defaultLabel={zone ? readable(zone) : asSchool}
        defaultValue={zone ?? ''}
        emptyText={t('zoneUnknown')}
        name="timeZone"
        options={options}
      />
    </Field>
  )
}
