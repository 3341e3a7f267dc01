import type { Field } from 'payload'

import { ACCESS_UNITS, LONGEST } from '@/domain/commerce/access'

const LABELS = {
  days: { en: 'For a number of days', he: 'למספר ימים', ru: 'На несколько дней' },
  forever: { en: 'For good', he: 'לתמיד', ru: 'Навсегда' },
  months: { en: 'For a number of months', he: 'למספר חודשים', ru: 'На несколько месяцев' },
  until: { en: 'Until a date', he: 'עד תאריך', ru: 'До определённого дня' },
  whilePaid: { en: 'While it is paid for', he: 'כל עוד משלמים', ru: 'Пока оплачивается' },
}

const isCounted = (unit: unknown): unit is 'days' | 'months' => unit === 'days' || unit === 'months'

type Siblings = { accessUnit?: unknown }

/**
 * An access rule as two columns: the unit, and the number of days or months. `units` are those a person may
 * choose; `isShown` hides both where something else decides.
 */
export const accessRule = ({
  isShown = () => true,
  units = ACCESS_UNITS,
}: {
  isShown?: (data: Record<string, unknown>) => boolean
  units?: readonly (typeof ACCESS_UNITS)[number][]
} = {}): Field => ({
  type: 'row',
  fields: [
    {
      name: 'accessUnit',
      type: 'select',
      admin: { condition: (data: Record<string, unknown>) => isShown(data) },
      defaultValue: 'forever',
      label: { en: 'Access', he: 'גישה', ru: 'Доступ' },
      options: units.map((value) => ({ label: LABELS[value], value })),
      required: true,
    },
    {
      name: 'accessUntil',
      type: 'date',
      admin: {
        condition: (data: Record<string, unknown>, siblings: Siblings) =>
          isShown(data) && siblings.accessUnit === 'until',
        date: { pickerAppearance: 'dayAndTime' },
        description: {
          en: 'The same end for everybody who buys. Once it is over, the offer is not sold any more.',
          he: 'סיום זהה לכל הקונים. לאחר המועד ההצעה אינה נמכרת עוד.',
          ru: 'Общий конец для всех покупателей. После него предложение больше не продаётся.',
        },
      },
      label: { en: 'Open until', he: 'פתוח עד', ru: 'Открыт до' },
      validate: (
        value: Date | null | string | undefined,
        { siblingData }: { siblingData: Siblings },
      ) => siblingData.accessUnit !== 'until' || Boolean(value) || 'Choose a date.',
    },
    {
      name: 'accessCount',
      type: 'number',
      admin: {
        condition: (data: Record<string, unknown>, siblings: Siblings) =>
          isShown(data) && isCounted(siblings.accessUnit),
        description: {
          en: 'Counted from the purchase. Whoever buys again keeps what is left.',
          he: 'נספר מיום הרכישה. רכישה חוזרת מוסיפה למה שנשאר.',
          ru: 'Считается с покупки. Повторная покупка добавляется к остатку.',
        },
      },
      label: { en: 'How many', he: 'כמה', ru: 'Сколько' },
      validate: (value: null | number | undefined, { siblingData }: { siblingData: Siblings }) => {
        const unit = siblingData.accessUnit
        const most = isCounted(unit) ? LONGEST[unit] : Infinity

        return (
          !isCounted(unit) ||
          (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most) ||
          `A whole number from 1 to ${most}.`
        )
      },
    },
  ],
})
