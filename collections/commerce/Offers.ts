import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { anyOf, managers, nobody, staffOnly, tenantStaff } from '@hooks/access'
import { onSale } from '@hooks/access/commerce'
import {
  eachCourseOnce,
  keepOneDefault,
  keepSoldOffer,
  onePricePerCurrency,
} from '@hooks/commerce/offers'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'
import { ownRelations } from '@hooks/tenancy/relations'

import { accessRule } from '../fields/access'
import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'
import { library } from './library'
import { onRequest } from './onRequest'
import { isOpenPrice, priceBounds, takesTips } from './openPrice'
import { isRecurring, recurringTerms, setupFee } from './recurring'

/** Most courses that an offer opens beside its own. */
const MOST_COURSES = 49

/**
 * A way to get a course, or several as a bundle, at one price in each currency: free, for one payment, by
 * subscription (the price is that of a period) or in instalments (it is that of all); for good, for a time,
 * or while it is paid for. It is on sale while active, while it has a price in the school's currency and while all its
 * courses are published. It stands with `course` and goes with it; one offer of a course is the default.
 * An offer that was ordered cannot be deleted.
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
      name: 'courses',
      type: 'relationship',
      admin: {
        description: {
          en: 'Further courses make the offer a bundle: it opens all of them, and stands on the page of each.',
          he: 'קורסים נוספים הופכים את ההצעה לחבילה: היא פותחת את כולם ומופיעה בעמוד של כל אחד.',
          ru: 'Дополнительные курсы делают предложение набором: оно открывает их все и стоит на странице каждого.',
        },
      },
      hasMany: true,
      label: { en: 'Also includes', he: 'כולל גם', ru: 'Также включает' },
      maxRows: MOST_COURSES,
      relationTo: 'courses',
    },
    {
      name: 'kind',
      type: 'select',
      defaultValue: 'oneTime',
      label: { en: 'Kind', he: 'סוג', ru: 'Вид' },
      options: [
        { label: { en: 'Free', he: 'חינם', ru: 'Бесплатно' }, value: 'free' },
        { label: { en: 'One payment', he: 'תשלום אחד', ru: 'Разовая оплата' }, value: 'oneTime' },
        { label: { en: 'Subscription', he: 'מנוי', ru: 'Подписка' }, value: 'subscription' },
        { label: { en: 'Instalments', he: 'תשלומים', ru: 'Рассрочка' }, value: 'plan' },
      ],
      required: true,
    },
    isOpenPrice,
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
              label: { en: 'Amount', he: 'סכום', ru: 'Сумма' },
            }),
            setupFee,
          ],
        },
        priceBounds,
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
      name: 'keptOfPrice',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/KeptOfPrice#KeptOfPrice' },
        condition: (data) => data.kind !== 'free',
        disableListColumn: true,
      },
    },
    ...recurringTerms,
    ...library,
    accessRule({
      isShown: (data) => !isRecurring(data),
      units: ['forever', 'days', 'months', 'until'],
    }),
    {
      name: 'isForCohort',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Buyers choose one of the course’s cohorts, and a place in it is kept for them. Otherwise everybody learns at their own pace.',
          he: 'הקונים בוחרים אחד ממחזורי הקורס, ונשמר להם בו מקום. אחרת כל אחד לומד בקצב שלו.',
          ru: 'Покупатели выбирают один из потоков курса, и в нём за ними остаётся место. Иначе каждый учится в своём темпе.',
        },
        position: 'sidebar',
      },
      defaultValue: false,
      label: { en: 'For a cohort', he: 'למחזור', ru: 'Для потока' },
    },
    ...onRequest,
    takesTips,
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
    afterChange: [keepOneDefault, contentChanged],
    afterDelete: [contentDeleted],
    beforeDelete: [keepSoldOffer],
    beforeValidate: [
      eachCourseOnce,
      ownRelations('offers', 'courses', 'courses'),
      ownRelations('offers', 'libraryCategories', 'categories'),
    ],
  },
  labels: {
    plural: { en: 'Offers', he: 'הצעות', ru: 'Предложения' },
    singular: { en: 'Offer', he: 'הצעה', ru: 'Предложение' },
  },
  lockDocuments: false,
}
