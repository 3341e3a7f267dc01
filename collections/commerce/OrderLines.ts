import type { CollectionConfig } from 'payload'

import { holdsCourse } from '@/domain/catalog/ofCourse'
import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { accessRule } from '../fields/access'
import { tenant } from '../fields/tenant'
import { sums } from './sums'

/**
 * One course that an order buys by an offer, with title, price and access rule as they were when it was
 * placed. A bundle has a line for each of its courses; one without an offer and a course is the
 * buyer's tip. `cohort` is where it holds a place while the order is open.
 */
export const OrderLines: CollectionConfig = {
  slug: 'order-lines',
  access: machineWritten(anyOf(managers, owner('order.buyer'))),
  admin: {
    defaultColumns: ['title', 'course', 'total', 'order'],
    description: {
      en: 'What each order buys, with title and price as they were that day.',
      he: 'מה נקנה בכל הזמנה, עם הכותרת והמחיר של אותו יום.',
      ru: 'Что куплено в каждом заказе, с названием и ценой того дня.',
    },
    listSearchableFields: ['title'],
    useAsTitle: 'title',
  },
  custom: holdsCourse,
  fields: [
    tenant(),
    {
      name: 'order',
      type: 'relationship',
      index: true,
      label: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
      relationTo: 'orders',
      required: true,
    },
    {
      name: 'offer',
      type: 'relationship',
      label: { en: 'Offer', he: 'הצעה', ru: 'Предложение' },
      relationTo: 'offers',
    },
    {
      name: 'course',
      type: 'relationship',
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
    },
    {
      name: 'cohort',
      type: 'relationship',
      index: true,
      label: { en: 'Cohort', he: 'מחזור', ru: 'Поток' },
      relationTo: 'cohorts',
    },
    {
      name: 'addition',
      type: 'relationship',
      admin: { condition: ({ addition }) => Boolean(addition) },
      index: true,
      label: { en: 'Offered as', he: 'הוצע בתור', ru: 'Предложено как' },
      relationTo: 'offer-additions',
    },
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', he: 'כותרת', ru: 'Название' },
      required: true,
    },
    {
      name: 'isNamed',
      type: 'checkbox',
      defaultValue: false,
      label: {
        en: 'Price named by the buyer',
        he: 'המחיר נקבע בידי הקונה',
        ru: 'Цену назвал покупатель',
      },
    },
    { type: 'row', fields: sums() },
    accessRule(),
  ],
  indexes: [{ fields: ['tenant', 'order', 'offer', 'course'], unique: true }],
  labels: {
    plural: { en: 'Order lines', he: 'שורות הזמנה', ru: 'Строки заказов' },
    singular: { en: 'Order line', he: 'שורת הזמנה', ru: 'Строка заказа' },
  },
  lockDocuments: false,
}
