import type { CollectionConfig } from 'payload'

import { isPercent } from '@/domain/commerce/tax/rates'
import { managers, nobody, staffOnly } from '@hooks/access'
import { trimRegion } from '@hooks/commerce/taxRates'

import { country } from '../fields/country'
import { tenant } from '../fields/tenant'

/**
 * What a school charges as tax where its buyers are: of the rows of a country, and of a region of it, the one that began
 * last holds. A region's rate replaces its country's, or comes on top of it. Where there is no row nothing is charged.
 */
export const TaxRates: CollectionConfig = {
  slug: 'tax-rates',
  access: {
    admin: staffOnly,
    create: managers,
    delete: managers,
    read: managers,
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    defaultColumns: ['name', 'country', 'region', 'percent', 'validFrom'],
    description: {
      en: 'What is charged as tax, by the country of the buyer. Of several rows for one place the one that began last holds; where there is none, no tax is charged. Switch tax on in the school’s settings.',
      he: 'המס שנגבה לפי המדינה של הקונה. מבין כמה שורות לאותו מקום תקפה זו שהחלה אחרונה; היכן שאין שורה לא נגבה מס. גביית המס מופעלת בהגדרות בית הספר.',
      ru: 'Какой налог берётся по стране покупателя. Из нескольких строк для одного места действует начавшаяся последней; где строки нет, налог не берётся. Налог включается в настройках школы.',
    },
    listSearchableFields: ['name', 'country', 'region'],
    useAsTitle: 'name',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      type: 'row',
      fields: [
        country('country', { required: true }),
        {
          name: 'region',
          type: 'text',
          admin: {
            description: {
              en: 'A state or province with a tax of its own, as buyers will choose it. Empty for the whole country.',
              he: 'מדינה או מחוז שיש להם מס משלהם, כפי שהקונים יבחרו. ריק לכל המדינה.',
              ru: 'Штат или провинция со своим налогом, как их выберут покупатели. Пусто для всей страны.',
            },
          },
          defaultValue: '',
          hooks: { beforeValidate: [trimRegion] },
          label: { en: 'Region', he: 'אזור', ru: 'Регион' },
          maxLength: 60,
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          admin: { placeholder: 'VAT' },
          label: { en: 'What the tax is called', he: 'שם המס', ru: 'Как называется налог' },
          maxLength: 40,
          required: true,
        },
        {
          name: 'percent',
          type: 'number',
          label: { en: 'Per cent', he: 'אחוז', ru: 'Процент' },
          required: true,
          validate: (value: null | number | undefined) =>
            isPercent(value) || 'From 0 to 100, with three decimals at most.',
        },
        {
          name: 'validFrom',
          type: 'date',
          defaultValue: () => new Date().toISOString(),
          label: { en: 'Holds from', he: 'בתוקף מ־', ru: 'Действует с' },
          required: true,
        },
      ],
    },
    {
      name: 'isAdded',
      type: 'checkbox',
      admin: {
        condition: ({ region }) => Boolean(region),
        description: {
          en: 'As in Quebec, where QST comes on top of GST. Otherwise this rate replaces the country’s.',
          he: 'כמו בקוויבק, שבה QST נוסף על GST. אחרת שיעור זה מחליף את שיעור המדינה.',
          ru: 'Как в Квебеке, где QST прибавляется к GST. Иначе эта ставка заменяет ставку страны.',
        },
      },
      defaultValue: false,
      label: {
        en: 'On top of the country’s rate',
        he: 'נוסף על שיעור המדינה',
        ru: 'Сверх ставки страны',
      },
    },
  ],
  indexes: [{ fields: ['tenant', 'country', 'region', 'validFrom'], unique: true }],
  labels: {
    plural: { en: 'Tax rates', he: 'שיעורי מס', ru: 'Ставки налога' },
    singular: { en: 'Tax rate', he: 'שיעור מס', ru: 'Ставка налога' },
  },
  lockDocuments: false,
}
