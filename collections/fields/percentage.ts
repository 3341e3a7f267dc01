import type { NumberField } from 'payload'

import { WHOLE } from '@/domain/catalog/team'

/** A percentage, kept as a whole number of basis points (hundredths of a percent), so that sums are exact. */
export const percentage = (
  name: string,
  { admin, ...given }: Partial<NumberField> = {},
): NumberField =>
  ({
    name,
    type: 'number',
    admin: {
      components: {
        Cell: '/src/components/admin/PercentCell#PercentCell',
        Field: { clientProps: { unit: '%' }, path: '/src/components/admin/MoneyField#MoneyField' },
      },
      ...admin,
    },
    max: WHOLE,
    min: 0,
    validate: (value: null | number | undefined) =>
      value == null ||
      (Number.isInteger(value) && value >= 0 && value <= WHOLE) ||
      'From 0 to 100 percent, with two decimals at most.',
    ...given,
  }) as NumberField
