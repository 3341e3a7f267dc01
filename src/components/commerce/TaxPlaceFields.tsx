'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef } from 'react'

import type { Billing } from '@/domain/commerce/invoices'
import type { ShownTaxation } from '@/domain/commerce/tax/taxed'

import { useErrorText } from '@/components/shell/useErrorText'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import { useIsInBrowser } from '@/components/ui/useIsInBrowser'
import { countryOptions } from '@/domain/commerce/tax/countries'
import { ELSEWHERE } from '@/domain/commerce/tax/rates'

import type { PlaceFault } from './taxPlace'
import type { BillingChange } from './useBilling'

/** Where the buyer lives, as far as tax depends on it. The sum follows at once; what is missing is asked for beside its field. */
export const TaxPlaceFields = ({
  billing,
  fault,
  onChange,
  taxation: { asksPostalCode, place, regions },
}: {
  billing: Billing
  fault: null | PlaceFault
  onChange: BillingChange
  taxation: ShownTaxation
}) => {
  const t = useTranslations('checkout')
  const locale = useLocale()
  const errorText = useErrorText()
  const fields = useRef<HTMLDivElement>(null)
  const isInBrowser = useIsInBrowser()
  const countries = useMemo(
    () => (isInBrowser ? countryOptions(locale) : []),
    [isInBrowser, locale],
  )

  useEffect(() => {
    if (fault) {
      fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }, [fault])
  const country = billing.country ?? place?.country ?? ''
  const region = billing.region ?? place?.region ?? ''
  const postalCode = billing.postalCode ?? ''
  const said = (code: PlaceFault, given: string) =>
    fault === code && given.trim() === '' ? errorText(code) : undefined

  return (
    <div className="flex flex-col gap-4" ref={fields}>
      <Field
        error={said('countryNeeded', country)}
        hint={t('countryHint')}
        label={t('country')}
        required
      >
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
          value={country}
        />
      </Field>
      {regions.length > 0 && (
        <Field error={said('regionNeeded', region)} label={t('region')} required>
          <Select
            onChange={({ target }) =>
              onChange({ ...billing, region: target.value || null }, { isFinal: true })
            }
            options={[
              ...regions.map((value) => ({ label: value, value })),
              { label: t('elsewhere'), value: ELSEWHERE },
            ]}
            placeholder={t('chooseRegion')}
            value={region}
          />
        </Field>
      )}
      {asksPostalCode && (
        <Field
          error={fault === 'postalCodeNeeded' ? errorText(fault) : undefined}
          label={t('postalCode')}
          required
        >
          <Input
            autoComplete="postal-code"
            dir="ltr"
            maxLength={16}
            onBlur={() => onChange(billing, { isFinal: true })}
            onChange={({ target }) =>
              onChange({ ...billing, postalCode: target.value }, { isFinal: false })
            }
            value={postalCode}
          />
        </Field>
      )}
    </div>
  )
}
