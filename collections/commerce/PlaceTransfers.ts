import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { tenant } from '../fields/tenant'

/**
 * A paid place that goes from `line`, the line of the order that bought it, to what `order` says: another cohort, another
 * course, or another person. It is made once that order is paid (`completedAt`), and under one `key` there is one; a line is left once.
 */
export const PlaceTransfers: CollectionConfig = {
  slug: 'place-transfers',
  access: machineWritten(anyOf(managers, owner('holder'), owner('receiver'))),
  admin: {
    defaultColumns: ['createdAt', 'holder', 'line', 'receiver', 'order', 'completedAt'],
    description: {
      en: 'Paid places that were moved to another cohort, course or person; each is made in its order.',
      he: 'מקומות ששולמו והועברו למחזור, לקורס או לאדם אחר; כל העברה נעשית מתוך ההזמנה.',
      ru: 'Оплаченные места, перенесённые в другой поток, на другой курс или другому человеку; перенос делается в заказе.',
    },
    listSearchableFields: ['reason'],
    useAsTitle: 'id',
  },
  defaultSort: '-createdAt',
  fields: [
    tenant(),
    {
      name: 'line',
      type: 'relationship',
      index: true,
      label: { en: 'From', he: 'מתוך', ru: 'Откуда' },
      relationTo: 'order-lines',
      required: true,
    },
    {
      name: 'order',
      type: 'relationship',
      label: { en: 'By the order', he: 'לפי הזמנה', ru: 'По заказу' },
      relationTo: 'orders',
      required: true,
    },
    {
      name: 'holder',
      type: 'relationship',
      index: true,
      label: { en: 'Whose it was', he: 'של מי היה', ru: 'Чьё было' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'receiver',
      type: 'relationship',
      index: true,
      label: { en: 'Whose it becomes', he: 'של מי יהיה', ru: 'Чьим станет' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'reason',
      type: 'textarea',
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
    },
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'Made by', he: 'נעשה על ידי', ru: 'Кем сделан' },
      relationTo: 'users',
    },
    {
      name: 'completedAt',
      type: 'date',
      label: { en: 'Made at', he: 'נעשה ב־', ru: 'Когда сделан' },
    },
    { name: 'key', type: 'text', admin: { hidden: true }, required: true },
  ],
  indexes: [
    { fields: ['tenant', 'key'], unique: true },
    { fields: ['tenant', 'order'], unique: true },
  ],
  labels: {
    plural: { en: 'Moved places', he: 'מקומות שהועברו', ru: 'Переносы мест' },
    singular: { en: 'Moved place', he: 'מקום שהועבר', ru: 'Перенос места' },
  },
  lockDocuments: false,
}
