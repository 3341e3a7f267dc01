import type { TextField } from 'payload'

import { isCountry } from '@/domain/commerce/tax/countries'

/** An ISO 3166-1 code in capitals, chosen by the name of its country. */
export const country = (name: string, { required = false, ...given }: Partial<TextField> = {}) =>
  ({
    name,
    type: 'text',
    admin: {
      components: {
        Cell: '/src/components/admin/CountryCell#CountryCell',
        Field: '/src/components/admin/CountryField#CountryField',
      },
    },
    label: { en: 'Country', he: 'מדינה', ru: 'Страна' },
    maxLength: 2,
    required,
    validate: (value: null | string | undefined) =>
      isCountry(value) || (!required && !value) || 'A country.',
    ...given,
  }) as TextField
