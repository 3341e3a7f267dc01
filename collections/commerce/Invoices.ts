import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { issued } from './issued'

/**
 * What was sold for money, to whom and by whom, as all of it was when the payment was booked: one for
 * each paid order, numbered without a gap in its school. Written once; the database lets nobody change
 * or delete one.
 */
export const Invoices: CollectionConfig = {
  slug: 'invoices',
  access: machineWritten(anyOf(managers, owner('order.buyer'))),
  admin: {
    components: { beforeListTable: ['/src/components/admin/TaxReport#TaxReport'] },
    defaultColumns: ['number', 'order', 'total', 'currency', 'issuedAt'],
    description: {
      en: 'One for each paid order, numbered without a gap; they never change.',
      he: 'אחת לכל הזמנה ששולמה, במספור רציף; הן אינן משתנות.',
      ru: 'По одному на каждый оплаченный заказ, с номерами без пропусков; они не меняются.',
    },
    listSearchableFields: ['number'],
    useAsTitle: 'number',
  },
  fields: issued({
    about: [
      {
        name: 'order',
        type: 'relationship',
        label: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
        relationTo: 'orders',
        required: true,
      },
    ],
    besides: { name: 'coupon', type: 'text', label: { en: 'Coupon', he: 'קופון', ru: 'Купон' } },
  }),
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
