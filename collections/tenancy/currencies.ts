import type { ArrayField } from 'payload'

import { CONVERSIONS, ROUNDINGS } from '@/domain/tenancy/currencies'
import { aRateOfTheSchool, eachCurrencyOnce, furtherCurrency } from '@hooks/tenancy/currencies'

import { currency } from '../fields/money'

type Row = { conversion?: null | string }

const CONVERSION_LABELS = {
  daily: {
    en: 'My prices, else by the daily rate',
    he: 'המחירים שלי, ואחרת לפי השער היומי',
    ru: 'Мои цены, а где их нет — по дневному курсу',
  },
  none: { en: 'My prices alone', he: 'רק המחירים שלי', ru: 'Только мои цены' },
  own: {
    en: 'My prices, else by my own rate',
    he: 'המחירים שלי, ואחרת לפי שער שלי',
    ru: 'Мои цены, а где их нет — по моему курсу',
  },
}

const ROUNDING_LABELS = {
  five: { en: 'To fives', he: 'לחמישיות', ru: 'До пяти' },
  ninetyNine: { en: 'To .99', he: 'ל־99.', ru: 'До ,99' },
  none: { en: 'Not at all', he: 'בלי עיגול', ru: 'Не округлять' },
  ten: { en: 'To tens', he: 'לעשרות', ru: 'До десяти' },
  whole: { en: 'To whole units', he: 'ליחידות שלמות', ru: 'До целых' },
}

/** Further currencies in which a school sells, beside its own. */
export const currencies: ArrayField = {
  name: 'currencies',
  type: 'array',
  admin: {
    description: {
      en: 'Buyers choose among these and your own currency, and are charged in what they see. The daily rates are those of the European Central Bank; it publishes none of the rouble since 2022, so set a rate of your own for it.',
      he: 'הקונים בוחרים בין אלה לבין המטבע שלכם, ומחויבים במה שהם רואים. השערים היומיים הם של הבנק המרכזי האירופי; את שער הרובל הוא אינו מפרסם מאז 2022, ולכן יש לקבוע לו שער משלכם.',
      ru: 'Покупатели выбирают между ними и вашей валютой и платят в той, которую видят. Дневные курсы — Европейского центрального банка; курс рубля он не публикует с 2022 года, поэтому задайте свой.',
    },
  },
  fields: [
    {
      type: 'row',
      fields: [
        currency('currency', { validate: furtherCurrency }),
        {
          name: 'conversion',
          type: 'select',
          defaultValue: 'daily',
          label: { en: 'Prices', he: 'מחירים', ru: 'Цены' },
          options: CONVERSIONS.map((value) => ({ label: CONVERSION_LABELS[value], value })),
          required: true,
        },
        {
          name: 'rate',
          type: 'text',
          admin: {
            condition: (_, siblings: Row) => siblings.conversion === 'own',
            description: {
              en: 'How much of it one unit of your currency is, as in 92.5.',
              he: 'כמה ממנו שווה יחידה אחת של המטבע שלכם, למשל 92.5.',
              ru: 'Сколько её единиц стоит единица вашей валюты, например 92.5.',
            },
          },
          label: { en: 'My rate', he: 'השער שלי', ru: 'Мой курс' },
          maxLength: 25,
          validate: aRateOfTheSchool,
        },
        {
          name: 'rounding',
          type: 'select',
          admin: { condition: (_, siblings: Row) => siblings.conversion !== 'none' },
          defaultValue: 'whole',
          label: { en: 'Rounded', he: 'עיגול', ru: 'Округление' },
          options: ROUNDINGS.map((value) => ({ label: ROUNDING_LABELS[value], value })),
          required: true,
        },
      ],
    },
  ],
  label: { en: 'Further currencies', he: 'מטבעות נוספים', ru: 'Другие валюты' },
  labels: {
    plural: { en: 'Currencies', he: 'מטבעות', ru: 'Валюты' },
    singular: { en: 'Currency', he: 'מטבע', ru: 'Валюта' },
  },
  maxRows: 12,
  validate: eachCurrencyOnce,
}
