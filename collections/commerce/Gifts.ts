import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managerField, managers, owner } from '@hooks/access'

import { tenant } from '../fields/tenant'

/**
 * Whom an order is for, where its buyer gives it to somebody else: one row for each such order, written by the checkout.
 * The mail's link is signed over `version`, which another address raises; whoever redeems it first learns by the order.
 */
export const Gifts: CollectionConfig = {
  slug: 'gifts',
  access: machineWritten(anyOf(managers, owner('buyer'))),
  admin: {
    defaultColumns: ['recipientName', 'buyer', 'status', 'deliverAt', 'redeemedAt', 'order'],
    description: {
      en: 'What was bought for somebody else, and whether they have taken it.',
      he: 'מה שנקנה עבור מישהו אחר, והאם המתנה מומשה.',
      ru: 'Что куплено для другого человека и принят ли подарок.',
    },
    listSearchableFields: ['recipientName', 'recipientEmail'],
    useAsTitle: 'recipientName',
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
      name: 'buyer',
      type: 'relationship',
      index: true,
      label: { en: 'From', he: 'מאת', ru: 'От кого' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'recipientName',
      type: 'text',
      label: { en: 'For', he: 'עבור', ru: 'Кому' },
      required: true,
    },
    {
      name: 'recipientEmail',
      type: 'email',
      label: { en: 'Address', he: 'כתובת', ru: 'Адрес' },
      required: true,
    },
    {
      name: 'message',
      type: 'textarea',
      label: { en: 'Message', he: 'ברכה', ru: 'Пожелание' },
    },
    {
      name: 'deliverAt',
      type: 'date',
      label: { en: 'To be sent on', he: 'יישלח ב־', ru: 'Отправить' },
    },
    {
      name: 'status',
      type: 'select',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: [
        {
          label: { en: 'Waiting for payment', he: 'ממתינה לתשלום', ru: 'Ждёт оплаты' },
          value: 'ordered',
        },
        {
          label: { en: 'Waiting for its day', he: 'ממתינה ליום השליחה', ru: 'Ждёт своего дня' },
          value: 'scheduled',
        },
        { label: { en: 'Sent', he: 'נשלחה', ru: 'Отправлен' }, value: 'sent' },
        { label: { en: 'Redeemed', he: 'מומשה', ru: 'Принят' }, value: 'redeemed' },
        { label: { en: 'Cancelled', he: 'בוטלה', ru: 'Отменён' }, value: 'cancelled' },
      ],
      required: true,
    },
    {
      name: 'sentAt',
      type: 'date',
      label: { en: 'Last sent at', he: 'נשלחה לאחרונה ב־', ru: 'Последняя отправка' },
    },
    {
      name: 'redeemedBy',
      type: 'relationship',
      access: { read: managerField },
      index: true,
      label: { en: 'Redeemed by', he: 'מומשה על ידי', ru: 'Кто принял' },
      relationTo: 'users',
    },
    {
      name: 'redeemedAt',
      type: 'date',
      label: { en: 'Redeemed at', he: 'מומשה ב־', ru: 'Когда принят' },
    },
    { name: 'locale', type: 'text', admin: { hidden: true } },
    {
      name: 'version',
      type: 'number',
      access: { read: managerField },
      admin: { hidden: true },
      required: true,
    },
    { name: 'mails', type: 'number', admin: { hidden: true }, required: true },
  ],
  indexes: [{ fields: ['tenant', 'order'], unique: true }, { fields: ['status', 'deliverAt'] }],
  labels: {
    plural: { en: 'Gifts', he: 'מתנות', ru: 'Подарки' },
    singular: { en: 'Gift', he: 'מתנה', ru: 'Подарок' },
  },
  lockDocuments: false,
}
