import type { CollectionConfig } from 'payload'

import { managers, nobody, staffOnly } from '@hooks/access'
import { keepRedemptions, keepUsedCoupon, oneGrant, writeCode } from '@hooks/commerce/coupons'
import { ownRelations } from '@hooks/tenancy/relations'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

/**
 * A code that takes a percentage or an amount off, within limits of time, of uses in all and for each
 * buyer, and of offers. `redemptions` counts the uses that open and paid orders hold; the checkout
 * alone writes it.
 */
export const Coupons: CollectionConfig = {
  slug: 'coupons',
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
    defaultColumns: ['code', 'percentOff', 'amountOff', 'redemptions', 'expiresAt'],
    description: {
      en: 'Codes that take a percentage or an amount off the price.',
      he: 'קודים שמורידים אחוז או סכום מהמחיר.',
      ru: 'Коды, которые снижают цену на процент или сумму.',
    },
    listSearchableFields: ['code'],
    useAsTitle: 'code',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'code',
      type: 'text',
      hooks: { beforeValidate: [writeCode] },
      label: { en: 'Code', he: 'קוד', ru: 'Код' },
      required: true,
      validate: (value: null | string | undefined) =>
        (typeof value === 'string' && /^[\p{L}\p{N}_-]{2,40}$/u.test(value)) ||
        'Two to forty letters, digits, hyphens or underscores.',
    },
    {
      type: 'row',
      fields: [
        {
          name: 'percentOff',
          type: 'number',
          label: { en: 'Per cent off', he: 'אחוז הנחה', ru: 'Скидка в процентах' },
          validate: (value: null | number | undefined) =>
            value == null ||
            (Number.isInteger(value) && value >= 1 && value <= 100) ||
            'A whole number from 1 to 100.',
        },
        amount('amountOff', {
          label: { en: 'Amount off', he: 'סכום הנחה', ru: 'Скидка суммой' },
          required: false,
        }),
        currency('currency', {
          admin: { condition: (data) => data.amountOff != null },
          required: false,
          validate: (value: null | string | undefined) =>
            value == null || value === '' || /^[A-Z]{3}$/.test(value) || 'As in USD.',
        }),
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'startsAt',
          type: 'date',
          admin: { date: { pickerAppearance: 'dayAndTime' } },
          label: { en: 'Good from', he: 'בתוקף מ־', ru: 'Действует с' },
        },
        {
          name: 'expiresAt',
          type: 'date',
          admin: { date: { pickerAppearance: 'dayAndTime' } },
          index: true,
          label: { en: 'Good until', he: 'בתוקף עד', ru: 'Действует до' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'maxRedemptions',
          type: 'number',
          label: { en: 'Uses in all', he: 'שימושים בסך הכול', ru: 'Всего применений' },
          max: 1_000_000_000,
          min: 1,
        },
        {
          name: 'perPerson',
          type: 'number',
          admin: {
            description: {
              en: 'Empty means no limit.',
              he: 'ריק – ללא הגבלה.',
              ru: 'Пусто — без ограничения.',
            },
          },
          defaultValue: 1,
          label: {
            en: 'Uses for each buyer',
            he: 'שימושים לכל קונה',
            ru: 'Применений на покупателя',
          },
          max: 1_000_000,
          min: 1,
        },
      ],
    },
    {
      name: 'periods',
      type: 'number',
      admin: {
        description: {
          en: 'Of a subscription or of instalments, the first one included. An amount is taken off each of them.',
          he: 'של מנוי או של תשלומים, כולל הראשון. הנחה בסכום יורדת מכל אחד מהם.',
          ru: 'По подписке или в рассрочку, считая первый. Скидка суммой вычитается из каждого.',
        },
      },
      defaultValue: 1,
      label: { en: 'Payments it holds for', he: 'כמה תשלומים היא חלה', ru: 'На сколько платежей' },
      validate: (value: null | number | undefined) =>
        value == null ||
        (Number.isInteger(value) && value >= 1 && value <= 60) ||
        'A whole number from 1 to 60.',
    },
    {
      name: 'offers',
      type: 'relationship',
      admin: {
        description: { en: 'None means all.', he: 'ריק – לכל ההצעות.', ru: 'Пусто — для всех.' },
      },
      hasMany: true,
      label: { en: 'Only for', he: 'רק עבור', ru: 'Только для' },
      relationTo: 'offers',
    },
    {
      name: 'redemptions',
      type: 'number',
      access: { create: () => false, update: () => false },
      admin: { position: 'sidebar', readOnly: true },
      defaultValue: 0,
      hooks: { beforeChange: [keepRedemptions] },
      label: { en: 'Used', he: 'נוצלו', ru: 'Использовано' },
      required: true,
    },
  ],
  hooks: {
    beforeDelete: [keepUsedCoupon],
    beforeValidate: [oneGrant, ownRelations('coupons', 'offers', 'offers')],
  },
  indexes: [{ fields: ['tenant', 'code'], unique: true }],
  labels: {
    plural: { en: 'Coupons', he: 'קופונים', ru: 'Купоны' },
    singular: { en: 'Coupon', he: 'קופון', ru: 'Купон' },
  },
  lockDocuments: false,
}
