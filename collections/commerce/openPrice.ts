import type { CheckboxField, NumberField, RowField } from 'payload'

import { amount } from '../fields/money'

type Given = Record<string, unknown>

const isOpen = (data: Given): boolean => data.kind === 'oneTime' && data.isOpenPrice === true

/** Whether buyers name the price of an offer; the amounts beside its prices are then suggestions. */
export const isOpenPrice: CheckboxField = {
  name: 'isOpenPrice',
  type: 'checkbox',
  admin: {
    condition: (data) => data.kind === 'oneTime',
    description: {
      en: 'Buyers pay what they want: the amount is then what you suggest. With a smallest amount of 0 they can also have it for nothing.',
      he: 'הקונים משלמים כמה שהם רוצים: הסכום הוא אז הצעה שלכם. אם הסכום הקטן ביותר הוא 0, אפשר לקבל גם בחינם.',
      ru: 'Покупатели платят, сколько хотят: сумма тогда лишь подсказка. Если наименьшая сумма 0, можно взять и бесплатно.',
    },
  },
  defaultValue: false,
  label: { en: 'Pay what you want', he: 'כמה שרוצים', ru: 'Плати сколько хочешь' },
}

/** Whether buyers are asked at the checkout whether they want to add something on top. */
export const takesTips: CheckboxField = {
  name: 'takesTips',
  type: 'checkbox',
  admin: {
    condition: (data) => data.kind === 'free' || data.kind === 'oneTime',
    description: {
      en: 'Buyers can add a tip at the checkout. It goes to those who share in what the courses earn, and to the school where nobody does.',
      he: 'הקונים יכולים להוסיף טיפ בתשלום. הוא מגיע למי שחולקים בהכנסות הקורסים, ולבית הספר אם אין כאלה.',
      ru: 'При оформлении можно добавить чаевые. Они идут тем, кто получает долю от курсов, а если таких нет — школе.',
    },
    position: 'sidebar',
  },
  defaultValue: false,
  label: { en: 'Takes tips', he: 'אפשר להשאיר טיפ', ru: 'Принимать чаевые' },
}

type Row = { amount?: null | number; least?: null | number; most?: null | number }

const bound = (name: 'least' | 'most', label: NumberField['label']): NumberField => {
  const field = amount(name, { admin: { condition: isOpen }, label, required: false })

  return {
    ...field,
    validate: (value: null | number | undefined, { siblingData }: { siblingData: Row }) => {
      if (value == null) {
        return true
      }
      if (!Number.isSafeInteger(value) || value < 0) {
        return 'A whole number of minor units, not below zero.'
      }
      const suggested = siblingData.amount ?? value
      const isRight = name === 'least' ? value <= suggested : value >= suggested

      return isRight || 'The amount stands between the smallest and the largest.'
    },
  } as NumberField
}

/** The smallest and the largest amount that a buyer may name in the currency of a price. */
export const priceBounds: RowField = {
  type: 'row',
  fields: [
    bound('least', { en: 'Smallest amount', he: 'הסכום הקטן ביותר', ru: 'Наименьшая сумма' }),
    bound('most', { en: 'Largest amount', he: 'הסכום הגדול ביותר', ru: 'Наибольшая сумма' }),
  ],
}
