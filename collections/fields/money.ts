import type { NumberField, TextField } from 'payload'

/** An amount in minor units (cents, agorot) of the currency beside it: an integer, so that sums are exact. */
export const amount = (name: string, { admin, ...given }: Partial<NumberField> = {}): NumberField =>
  ({
    name,
    type: 'number',
    admin: {
      components: {
        Cell: '/src/components/admin/MoneyCell#MoneyCell',
        Field: '/src/components/admin/MoneyField#MoneyField',
      },
      ...admin,
    },
    min: 0,
    required: true,
    validate: (value: null | number | undefined) =>
      value == null ||
      (Number.isSafeInteger(value) && value >= 0) ||
      'A whole number of minor units, not below zero.',
    ...given,
  }) as NumberField

/** An ISO 4217 code in capitals. */
export const currency = (name = 'currency', given: Partial<TextField> = {}): TextField =>
  ({
    name,
    type: 'text',
    label: { en: 'Currency', he: 'מטבע', ru: 'Валюта' },
    maxLength: 3,
    minLength: 3,
    required: true,
    validate: (value: null | string | undefined) =>
      (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) ||
      'Three capital letters, as in USD.',
    ...given,
  }) as TextField
