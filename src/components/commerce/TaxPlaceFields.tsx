'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'

import type { Billing } from '@/domain/commerce/invoices'
import type { ShownTaxation } from '@/domain/commerce/tax/taxed'

import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import { Stack } from '@/components/ui/Stack'
import { useIsInBrowser } from '@/components/ui/useIsInBrowser'
import { countryOptions } from '@/domain/commerce/tax/countries'
import { ELSEWHERE } from '@/domain/commerce/tax/rates'

import type { BillingChange } from './useBilling'

/** Where the buyer lives, as far as tax depends on it. The sum follows at once. */
export const TaxPlaceFields = ({
  billing,
  onChange,
  taxation: { asksPostalCode, place, regions },
}: {
  billing: Billing
  onChange: BillingChange
  taxation: ShownTaxation
}) => {
  const t = useTranslations('checkout')
  const locale = useLocale()
  const isInBrowser = useIsInBrowser()
  const countries = useMemo(
    () => (isInBrowser ? countryOptions(locale) : []),
    [isInBrowser, locale],
  )

  return (
    <Stack gap={4}>
      <Field hint={t('countryHint')} label={t('country')} required>
        <Select
          autoComplete="country"
          onChange={({ target }) =>
            onChange(
              { ...billing, country: target.value || null, postalCode: null, region: null },
              { isFinal: true },
            )
          }
          options={countries}
          placeholder={t('chooseCountry')}
          value={billing.country ?? place?.country ?? ''}
        />
      </Field>
      {regions.length > 0 && (
        <Field label={t('region')} required>
          <Select
            onChange={({ target }) =>
              onChange({ ...billing, region: target.value || null }, { isFinal: true })
            }
            options={[
              ...regions.map((region) => ({ label: region, value: region })),
              { label: t('elsewhere'), value: ELSEWHERE },
            ]}
            placeholder={t('chooseRegion')}
            value={billing.region ?? place?.region ?? ''}
          />
        </Field>
      )}
      {asksPostalCode && (
        <Field label={t('postalCode')} required>
          <Input
            autoComplete="postal-code"
            dir="ltr"
            maxLength={16}
            onBlur={() => onChange(billing, { isFinal: true })}
            onChange={({ target }) =>
              onChange({ ...billing, postalCode: target.value }, { isFinal: false })
            }
            value={billing.postalCode ?? ''}
          />
        </Field>
      )}
    </Stack>
  )
}
