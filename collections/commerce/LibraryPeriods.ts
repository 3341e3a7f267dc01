import type { CollectionConfig } from 'payload'

import { machineWritten, managers } from '@hooks/access'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/**
 * A period of a subscription to a library, one for each paid `order`. `opening` is how many seconds its buyer had used each course
 * ever when it began; `uses`, once it is settled, `{ course, seconds, amount }` of each course that was used in it, the amount in minor
 * units of the order's currency. Written by the worker alone.
 */
export const LibraryPeriods: CollectionConfig = {
  slug: 'library-periods',
  access: machineWritten(managers),
  admin: {
    defaultColumns: ['order', 'beginsAt', 'endsAt', 'settledAt'],
    description: {
      en: 'Paid periods of library subscriptions. When one has ended, its money is shared by which courses were used.',
      he: 'תקופות ששולמו במנויים לספרייה. בסוף כל תקופה הכסף מתחלק לפי הקורסים שבהם השתמשו.',
      ru: 'Оплаченные периоды подписок на библиотеку. Когда период закончится, деньги делятся по тому, какими курсами пользовались.',
    },
    useAsTitle: 'id',
  },
  fields: [
    tenant(),
    {
      name: 'order',
      type: 'relationship',
      label: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
      relationTo: 'orders',
      required: true,
    },
    {
      name: 'beginsAt',
      type: 'date',
      label: { en: 'Began', he: 'התחילה', ru: 'Начался' },
      required: true,
    },
    { name: 'endsAt', type: 'date', label: { en: 'Ended', he: 'הסתיימה', ru: 'Закончился' } },
    {
      name: 'settledAt',
      type: 'date',
      index: true,
      label: { en: 'Shared', he: 'חולקה', ru: 'Распределён' },
    },
    { name: 'opening', type: 'json', admin: { hidden: true }, required: true },
    record('uses', {
      isRequired: false,
      label: { en: 'Used, by course', he: 'שימוש לפי קורס', ru: 'Чем пользовались' },
    }),
  ],
  indexes: [{ fields: ['tenant', 'order'], unique: true }],
  labels: {
    plural: { en: 'Library periods', he: 'תקופות של ספרייה', ru: 'Периоды библиотеки' },
    singular: { en: 'Library period', he: 'תקופה של ספרייה', ru: 'Период библиотеки' },
  },
  lockDocuments: false,
}
