import type { Field } from 'payload'

import { amount, currency } from '../fields/money'

/** How much less than usual something costs where it is offered beside or after something else, or a price of its own in one currency. */
export const pricedOff = (): Field[] => [
  {
    name: 'percentOff',
    type: 'number',
    admin: {
      description: { en: 'Off its usual price.', he: 'מהמחיר הרגיל.', ru: 'От обычной цены.' },
    },
    defaultValue: 0,
    label: { en: 'Percent off', he: 'אחוז ההנחה', ru: 'Скидка, %' },
    max: 100,
    min: 0,
    validate: (value: null | number | undefined) =>
      value == null ||
      (Number.isInteger(value) && value >= 0 && value < 100) ||
      'A whole number, from 0 to 99.',
  },
  {
    type: 'row',
    fields: [
      amount('amount', {
        label: { en: 'Or a price of its own', he: 'או מחיר משלה', ru: 'Или своя цена' },
        min: 1,
        required: false,
        validate: (value: null | number | undefined) =>
          value == null ||
          (Number.isSafeInteger(value) && value > 0) ||
          'A whole number of minor units, above zero.',
      }),
      currency('currency', {
        required: false,
        validate: (value: null | string | undefined) =>
          !value || /^[A-Z]{3}$/.test(value) || 'Three capital letters, as in USD.',
      }),
    ],
  },
]

/** What is proposed beside or after something else: in which words, why, and for how much. */
export const proposed = (): Field[] => [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Words', he: 'מה כתוב', ru: 'Слова' },
    maxLength: 120,
    required: true,
  },
  {
    name: 'text',
    type: 'textarea',
    label: { en: 'Why', he: 'למה כדאי', ru: 'Почему это стоит взять' },
    maxLength: 400,
  },
  ...pricedOff(),
]
