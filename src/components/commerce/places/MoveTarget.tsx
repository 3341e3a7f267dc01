'use client'

import { useLocale, useTranslations } from 'next-intl'

import type { ShownPlace, ShownPrice } from '@/domain/commerce/transfers'

import { useErrorText } from '@/components/shell/useErrorText'
import { Field } from '@/components/ui/Field'
import { formatMoney } from '@/components/ui/formatMoney'
import { Select } from '@/components/ui/Select'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { countryOptions } from '@/domain/commerce/tax/countries'

import type { Chosen } from './usePlace'

/** What is missing for a price is chosen, not wrong. */
const NEEDS: readonly string[] = ['cohortNeeded', 'countryNeeded']

/** The offer and cohort that a place goes to, where its buyer lives where that is asked, and what it costs. */
export const MoveTarget = ({
  chosen,
  fault,
  onChange,
  place: { currency, targets },
  price,
}: {
  chosen: Chosen
  fault: null | string
  onChange: (chosen: Chosen) => void
  place: ShownPlace
  price: null | ShownPrice
}) => {
  const t = useTranslations('account.orders.move')
  const locale = useLocale()
  const errorText = useErrorText()
  const target = targets.find(({ offer }) => offer === chosen.offer)
  const money = (amount: number) => formatMoney({ amount, currency, locale })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })

  return (
    <Stack gap={4}>
      <Field
        error={fault && !NEEDS.includes(fault) ? errorText(fault) : undefined}
        label={t('target')}
        required
      >
        <Select
          onChange={({ target: { value } }) => onChange({ ...chosen, cohort: '', offer: value })}
          options={targets.map(({ courseTitle, offer, price: sum, title }) => ({
            label: `${courseTitle} – ${title} (${money(sum)})`,
            value: offer,
          }))}
          placeholder={t('choose')}
          required
          value={chosen.offer}
        />
      </Field>
      {target?.cohorts && (
        <Field label={t('cohort')} required>
          <Select
            onChange={({ target: { value } }) => onChange({ ...chosen, cohort: value })}
            options={target.cohorts.map(({ id, name, left, startsAt }) => ({
              disabled: left === 0,
              label: [
                name,
                day.format(new Date(startsAt)),
                left === null ? '' : t('seats', { count: left }),
              ]
                .filter(Boolean)
                .join(' · '),
              value: id,
            }))}
            placeholder={t('choose')}
            required
            value={chosen.cohort}
          />
        </Field>
      )}
      {(fault === 'countryNeeded' || chosen.country) && (
        <Field label={t('country')} required>
          <Select
            autoComplete="country"
            onChange={({ target: { value } }) => onChange({ ...chosen, country: value })}
            options={countryOptions(locale)}
            placeholder={t('choose')}
            required
            value={chosen.country}
          />
        </Field>
      )}
      <div aria-live="polite">
        {price && (
          <Stack gap={1}>
            <Text strong>
              {price.due > 0
                ? t('dueSum', { sum: money(price.due) })
                : price.back > 0
                  ? t('backSum', { sum: money(price.back) })
                  : t('even')}
            </Text>
            {price.tax > 0 && (
              <Text size="small" tone="muted">
                {t('dueTax', { sum: money(price.tax) })}
              </Text>
            )}
            {target && !target.isSameCourse && (
              <Text size="small" tone="muted">
                {t('keep')}
              </Text>
            )}
          </Stack>
        )}
      </div>
    </Stack>
  )
}
