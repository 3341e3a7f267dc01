import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { currency } from '../fields/money'
import { record } from '../fields/record'
import { tenant } from '../fields/tenant'
import { sums } from './sums'

/**
 * What was sold for money, to whom and by whom, as all of it was when the payment was booked: one for
 * each paid order, numbered without a gap in its school. Written once; the database lets nobody change
 * or delete one.
 */
export const Invoices: CollectionConfig = {
  slug: 'invoices',
  access: machineWritten(anyOf(managers, owner('order.buyer'))),
  admin: {
    defaultColumns: ['number', 'order', 'total', 'currency', 'issuedAt'],
    description: {
      en: 'One for each paid order, numbered without a gap; they never change.',
      he: 'אחת לכל הזמנה ששולמה, במספור רציף; הן אינן משתנות.',
      ru: 'По одному на каждый оплаченный заказ, с номерами без пропусков; они не меняются.',
    },
    listSearchableFields: ['number'],
    useAsTitle: 'number',
  },
  fields: [
    tenant(),
    {
      name: 'download',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/InvoiceLink#InvoiceLink' },
        disableListColumn: true,
      },
    },
    {
      name: 'number',
      type: 'text',
      label: { en: 'Number', he: 'מספר', ru: 'Номер' },
      required: true,
    },
    { name: 'sequence', type: 'number', admin: { hidden: true }, required: true },
    {
      name: 'order',
      type: 'relationship',
      label: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
      relationTo: 'orders',
      required: true,
    },
    {
      name: 'issuedAt',
      type: 'date',
      label: { en: 'Issued', he: 'הונפקה', ru: 'Выставлен' },
      required: true,
    },
    { type: 'row', fields: sums() },
    currency(),
    {
      name: 'coupon',
      type: 'text',
      label: { en: 'Coupon', he: 'קופון', ru: 'Купон' },
    },
    record('seller', { label: { en: 'Seller', he: 'המוכר', ru: 'Продавец' } }),
    record('buyer', { label: { en: 'Buyer', he: 'הקונה', ru: 'Покупатель' } }),
    record('lines', { label: { en: 'Lines', he: 'שורות', ru: 'Строки' } }),
    {
      name: 'locale',
      type: 'text',
      label: { en: 'Language', he: 'שפה', ru: 'Язык' },
      required: true,
    },
    { name: 'timeZone', type: 'text', admin: { hidden: true }, required: true },
  ],
  indexes: [
    { fields: ['tenant', 'sequence'], unique: true },
    { fields: ['tenant', 'order'], unique: true },
  ],
  labels: {
    plural: { en: 'Invoices', he: 'חשבוניות', ru: 'Счета' },
    singular: { en: 'Invoice', he: 'חשבונית', ru: 'Счёт' },
  },
  lockDocuments: false,
}
