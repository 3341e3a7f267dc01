import type { CollectionConfig } from 'payload'

import { machineWritten, managers } from '@hooks/access'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

/**
 * A checkout that somebody began and did not finish, one row for each `occasion`: an order that was not paid, or a cart
 * that was left. `purchase` is what its link opens again, `{ offers, cohorts, coupon }`. Written by the worker alone;
 * `reminders` counts the mails, `recoveredBy` is the order that was paid after one of them.
 */
export const AbandonedCheckouts: CollectionConfig = {
  slug: 'abandoned-checkouts',
  access: machineWritten(managers),
  admin: {
    components: {
      beforeListTable: ['/src/components/admin/RecoveredCheckouts#RecoveredCheckouts'],
    },
    defaultColumns: ['buyer', 'title', 'total', 'status', 'reminders', 'startedAt'],
    description: {
      en: 'Checkouts that were begun and not paid, and what came of reminding.',
      he: 'קניות שהתחילו ולא שולמו, ומה יצא מהתזכורות.',
      ru: 'Покупки, начатые и не оплаченные, и что вышло из напоминаний.',
    },
    listSearchableFields: ['title'],
    useAsTitle: 'title',
  },
  fields: [
    tenant(),
    {
      name: 'buyer',
      type: 'relationship',
      index: true,
      label: { en: 'Buyer', he: 'קונה', ru: 'Покупатель' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'title',
      type: 'text',
      label: { en: 'What was chosen', he: 'מה נבחר', ru: 'Что выбрано' },
      required: true,
    },
    {
      name: 'order',
      type: 'relationship',
      index: true,
      label: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
      relationTo: 'orders',
    },
    { name: 'occasion', type: 'text', admin: { hidden: true }, required: true },
    { name: 'purchase', type: 'json', admin: { hidden: true }, required: true },
    amount('total', { label: { en: 'Total', he: 'סך הכול', ru: 'Итого' }, required: false }),
    currency('currency', { required: false }),
    {
      name: 'status',
      type: 'select',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: [
        { label: { en: 'Reminded', he: 'נשלחה תזכורת', ru: 'Напомнили' }, value: 'reminded' },
        {
          label: { en: 'Brought back', he: 'הושלמה אחרי תזכורת', ru: 'Вернули' },
          value: 'recovered',
        },
        {
          label: { en: 'Bought without it', he: 'הושלמה בלי תזכורת', ru: 'Куплено и так' },
          value: 'bought',
        },
        { label: { en: 'Left alone', he: 'בלי תזכורת', ru: 'Не беспокоили' }, value: 'passed' },
      ],
      required: true,
    },
    {
      name: 'reminders',
      type: 'number',
      defaultValue: 0,
      label: { en: 'Reminders', he: 'תזכורות', ru: 'Напоминания' },
      required: true,
    },
    {
      name: 'startedAt',
      type: 'date',
      label: { en: 'Left at', he: 'ננטשה ב־', ru: 'Оставлено' },
      required: true,
    },
    {
      name: 'remindedAt',
      type: 'date',
      label: { en: 'Last reminded at', he: 'תזכורת אחרונה ב־', ru: 'Последнее напоминание' },
    },
    {
      name: 'recoveredBy',
      type: 'relationship',
      index: true,
      label: { en: 'Paid by', he: 'שולמה בהזמנה', ru: 'Оплачено заказом' },
      relationTo: 'orders',
    },
    {
      name: 'recoveredAt',
      type: 'date',
      label: { en: 'Brought back at', he: 'הושלמה ב־', ru: 'Когда вернули' },
    },
  ],
  indexes: [{ fields: ['tenant', 'occasion'], unique: true }, { fields: ['status', 'remindedAt'] }],
  labels: {
    plural: { en: 'Unfinished checkouts', he: 'קניות שלא הושלמו', ru: 'Незавершённые покупки' },
    singular: { en: 'Unfinished checkout', he: 'קנייה שלא הושלמה', ru: 'Незавершённая покупка' },
  },
  lockDocuments: false,
}
