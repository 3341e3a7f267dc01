import type { Field, NumberField } from 'payload'

import { LONGEST_PAUSE } from '@/domain/commerce/lifecycle'

import { amount } from '../fields/money'

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
        name: 'mostPauseMonths',
        type: 'number',
        admin: {
          condition: isKind('subscription'),
          description: {
            en: 'Months for which a buyer can pause; 0 for not at all.',
            he: 'לכמה חודשים אפשר להשהות; 0 — כלל לא.',
            ru: 'На сколько месяцев можно приостановить; 0 — нельзя.',
          },
        },
        defaultValue: 0,
        label: { en: 'Longest pause', he: 'ההשהיה הארוכה ביותר', ru: 'Самая долгая пауза' },
        validate: (value: null | number | undefined) =>
          value == null || whole(0, LONGEST_PAUSE)(value),
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

/** What is charged once, with the first payment, in the currency of its price. */
export const setupFee: NumberField = {
  ...amount('setupFee', {
    admin: { condition: (data) => isRecurring(data) },
    label: { en: 'Set-up fee', he: 'דמי הקמה', ru: 'Вступительный взнос' },
  }),
  defaultValue: 0,
  required: false,
}
