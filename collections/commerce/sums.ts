import type { NumberField } from 'payload'

import { amount } from '../fields/money'

/** The four figures of a sum in minor units: `total` is `base` less `discount`, plus `tax` unless prices hold it. */
export const sums = (): NumberField[] => [
  amount('base', { label: { en: 'Price', he: 'מחיר', ru: 'Цена' } }),
  amount('discount', { label: { en: 'Discount', he: 'הנחה', ru: 'Скидка' } }),
  amount('tax', { label: { en: 'Tax', he: 'מס', ru: 'Налог' } }),
  amount('total', { label: { en: 'Total', he: 'סך הכול', ru: 'Итого' } }),
]
