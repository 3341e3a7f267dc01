import type { JSONField } from 'payload'

import { record } from '../fields/record'

/** How a sale was taxed, and what spoke for the place of its buyer (`Taxation`); none where the school charged no tax. */
export const taxation: JSONField = record('taxation', {
  isRequired: false,
  label: { en: 'Tax and place', he: 'מס ומקום', ru: 'Налог и место' },
})
