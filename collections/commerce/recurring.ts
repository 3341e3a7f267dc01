import type { Field } from 'payload'

type Given = Record<string, unknown>

const isKind = (kind: string) => (data: Given) => data.kind === kind

/** Whether an offer is paid for again and again. */
export const isRecurring = ({ kind }: Given): boolean => kind === 'subscription' || kind === 'plan'

const whole = (least: number, most: number) => (value: null | number | undefined) =>
  (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) ||
  `A whole number from ${least} to ${most}.`

/** How often a subscription is paid and how long it is free at first; how many payments a plan has. */
export const recurringTerms: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'interval',
        type: 'select',
        admin: { condition: isKind('subscription') },
        defaultValue: 'month',
        label: { en: 'Paid every', he: 'תשלום בכל', ru: 'Оплата каждый' },
        options: [
          { label: { en: 'Month', he: 'חודש', ru: 'Месяц' }, value: 'month' },
          { label: { en: 'Year', he: 'שנה', ru: 'Год' }, value: 'year' },
        ],
      },
      {
        name: 'trialDays',
        type: 'number',
        admin: {
          condition: isKind('subscription'),
          description: {
            en: 'Free days at first, once for each buyer.',
            he: 'ימים חינם בהתחלה, פעם אחת לכל קונה.',
            ru: 'Бесплатные дни вначале, один раз на покупателя.',
          },
        },
        defaultValue: 0,
        label: { en: 'Trial days', he: 'ימי ניסיון', ru: 'Пробных дней' },
        validate: (value: null | number | undefined) => value == null || whole(0, 365)(value),
      },
      {
        name: 'payments',
        type: 'number',
        admin: {
          condition: isKind('plan'),
          description: {
            en: 'Monthly payments that together make the price; with the last one the course stays open for good.',
            he: 'תשלומים חודשיים שסכומם הוא המחיר; עם האחרון הקורס נשאר פתוח לתמיד.',
            ru: 'Ежемесячные платежи, вместе составляющие цену; с последним курс открыт навсегда.',
          },
        },
        label: { en: 'Number of payments', he: 'מספר התשלומים', ru: 'Число платежей' },
        validate: (value: null | number | undefined, { data }: { data: Partial<Given> }) =>
          data.kind !== 'plan' || whole(2, 36)(value),
      },
    ],
  },
]
