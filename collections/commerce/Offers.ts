import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { anyOf, managers, nobody, staffOnly, tenantStaff } from '@hooks/access'
import { onSale } from '@hooks/access/commerce'
import { keepSoldOffer, onePricePerCurrency } from '@hooks/commerce/offers'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

/**
 * A way to get a course: free, or at one price in each currency. It is on sale while active, and
 * while it has a price in the school's currency. An offer that was ordered cannot be deleted.
 */
export const Offers: CollectionConfig = {
  slug: 'offers',
  access: {
    admin: staffOnly,
    create: managers,
    delete: managers,
    read: anyOf(tenantStaff, onSale),
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    defaultColumns: ['title', 'course', 'kind', 'isActive'],
    description: {
      en: 'How a course can be had: free, or at a price in each currency.',
      he: 'איך מקבלים קורס: בחינם, או במחיר בכל מטבע.',
      ru: 'Как получить курс: бесплатно или по цене в каждой валюте.',
    },
    listSearchableFields: ['title'],
    useAsTitle: 'title',
  },
  custom: partOfCourse,
  defaultPopulate: { course: true, title: true },
  fields: [
    tenant(),
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', he: 'כותרת', ru: 'Название' },
      maxLength: 120,
      required: true,
    },
    {
      name: 'course',
      type: 'relationship',
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    {
      name: 'kind',
      type: 'select',
      defaultValue: 'oneTime',
      label: { en: 'Kind', he: 'סוג', ru: 'Вид' },
      options: [
        { label: { en: 'Free', he: 'חינם', ru: 'Бесплатно' }, value: 'free' },
        { label: { en: 'One payment', he: 'תשלום אחד', ru: 'Разовая оплата' }, value: 'oneTime' },
      ],
      required: true,
    },
    {
      name: 'prices',
      type: 'array',
      admin: { condition: (data) => data.kind !== 'free' },
      fields: [
        {
          type: 'row',
          fields: [
            currency(),
            amount('amount', {
              admin: {
                description: {
                  en: 'In minor units: 4900 is 49.00.',
                  he: 'ביחידות משנה: ‎4900 הם ‎49.00.',
                  ru: 'В минимальных единицах: 4900 — это 49,00.',
                },
              },
              label: { en: 'Amount', he: 'סכום', ru: 'Сумма' },
            }),
          ],
        },
      ],
      label: { en: 'Prices', he: 'מחירים', ru: 'Цены' },
      labels: {
        plural: { en: 'Prices', he: 'מחירים', ru: 'Цены' },
        singular: { en: 'Price', he: 'מחיר', ru: 'Цена' },
      },
      maxRows: 50,
      validate: onePricePerCurrency,
    },
    {
      name: 'isActive',
      type: 'checkbox',
      admin: { position: 'sidebar' },
      defaultValue: true,
      label: { en: 'On sale', he: 'במכירה', ru: 'В продаже' },
    },
    {
      name: 'isDefault',
      type: 'checkbox',
      admin: { position: 'sidebar' },
      defaultValue: false,
      label: { en: 'Chosen at first', he: 'נבחר מראש', ru: 'Выбрано сначала' },
    },
    {
      name: 'position',
      type: 'number',
      admin: { position: 'sidebar' },
      defaultValue: 0,
      label: { en: 'Position', he: 'מיקום', ru: 'Порядок' },
      required: true,
    },
  ],
  hooks: {
    afterChange: [contentChanged],
    afterDelete: [contentDeleted],
    beforeDelete: [keepSoldOffer],
  },
  labels: {
    plural: { en: 'Offers', he: 'הצעות', ru: 'Предложения' },
    singular: { en: 'Offer', he: 'הצעה', ru: 'Предложение' },
  },
  lockDocuments: false,
}
