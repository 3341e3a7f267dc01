import type { ArrayFieldValidation, TextFieldSingleValidation } from 'payload'

import { isCurrency, isRate } from '@/domain/tenancy/currencies'

type Row = { conversion?: null | string; currency?: null | string }
type School = { settings?: { currency?: null | string } }

/** A known ISO 4217 code that is not the school's own. */
export const furtherCurrency: TextFieldSingleValidation = (value, { data }) => {
  if (!isCurrency(value)) {
    return 'The code of a currency, as in EUR.'
  }

  return (
    value !== (data as School).settings?.currency ||
    'This is your own currency: prices in it need no conversion.'
  )
}

/** A decimal number above nothing, where the school converts by its own rate. */
export const aRateOfTheSchool: TextFieldSingleValidation = (value, { siblingData }) =>
  (siblingData as Row).conversion !== 'own' ||
  isRate(value) ||
  'A rate as a decimal number, as in 92.5.'

/** Each currency stands once. */
export const eachCurrencyOnce: ArrayFieldValidation = (value) => {
  const codes = ((value as Row[] | null) ?? []).map(({ currency }) => currency)

  return new Set(codes).size === codes.length || 'Each currency once.'
}
