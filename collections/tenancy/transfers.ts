import type { CheckboxField, GroupField, NumberField } from 'payload'

import { DIFFERENCES, type Difference } from '@/domain/tenancy/differences'

const MOST_DAYS = 365

const RULES: Record<Difference, { en: string; he: string; ru: string }> = {
  charge: {
    en: 'Charge what is missing, give nothing back',
    he: 'לגבות מה שחסר, לא להחזיר',
    ru: 'Взимать недостающее, ничего не возвращать',
  },
  giveBack: {
    en: 'Give back what is too much, charge nothing',
    he: 'להחזיר עודף, לא לגבות',
    ru: 'Возвращать лишнее, ничего не взимать',
  },
  ignore: { en: 'Ignore it', he: 'להתעלם ממנו', ru: 'Не учитывать' },
  settle: {
    en: 'Charge or give it back',
    he: 'לגבות או להחזיר אותו',
    ru: 'Взимать или возвращать',
  },
}

const may = (name: string, label: CheckboxField['label']): CheckboxField => ({
  name,
  type: 'checkbox',
  defaultValue: false,
  label,
})

const days = (
  name: string,
  { usual, ...given }: Pick<NumberField, 'label'> & { usual: number },
): NumberField => ({
  name,
  type: 'number',
  defaultValue: usual,
  max: MOST_DAYS,
  min: 0,
  validate: (value: null | number | undefined) =>
    value == null ||
    (Number.isInteger(value) && value >= 0 && value <= MOST_DAYS) ||
    'A whole number of days, from 0 to 365.',
  ...given,
})

/** What learners may do with a place that they paid for, and what becomes of the difference in price. */
export const transfers: GroupField = {
  name: 'transfers',
  type: 'group',
  admin: {
    description: {
      en: 'Staff can always move a paid place, from its order. Here is what learners may do by themselves.',
      he: 'הצוות יכול תמיד להעביר מקום ששולם, מתוך ההזמנה. כאן נקבע מה לומדים רשאים לעשות בעצמם.',
      ru: 'Сотрудники всегда могут перенести оплаченное место из заказа. Здесь — что студенты могут сделать сами.',
    },
  },
  fields: [
    {
      type: 'row',
      fields: [
        may('toCohort', {
          en: 'To another cohort',
          he: 'למחזור אחר',
          ru: 'В другой поток',
        }),
        may('toCourse', { en: 'To another course', he: 'לקורס אחר', ru: 'На другой курс' }),
        may('toPerson', {
          en: 'To another person',
          he: 'לאדם אחר',
          ru: 'Другому человеку',
        }),
      ],
    },
    {
      type: 'row',
      fields: [
        days('daysBefore', {
          label: {
            en: 'Until so many days before the cohort starts',
            he: 'עד כך וכך ימים לפני תחילת המחזור',
            ru: 'За столько дней до начала потока',
          },
          usual: 1,
        }),
        days('daysAfter', {
          label: {
            en: 'At one’s own pace: so many days after paying',
            he: 'בקצב אישי: כך וכך ימים אחרי התשלום',
            ru: 'В своём темпе: столько дней после оплаты',
          },
          usual: 14,
        }),
      ],
    },
    {
      name: 'difference',
      type: 'select',
      defaultValue: 'settle',
      label: { en: 'The difference in price', he: 'הפרש המחיר', ru: 'Разница в цене' },
      options: DIFFERENCES.map((value) => ({ label: RULES[value], value })),
    },
  ],
  label: { en: 'Moving a paid place', he: 'העברת מקום ששולם', ru: 'Перенос оплаченного места' },
}
