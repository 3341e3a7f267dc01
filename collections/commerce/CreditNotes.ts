import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { issued } from './issued'

/**
 * What of an invoice was given back: one for each refund that came through, numbered without a gap in its school. Written
 * once; the database lets nobody change or delete one.
 */
export const CreditNotes: CollectionConfig = {
  slug: 'credit-notes',
  access: machineWritten(anyOf(managers, owner('refund.order.buyer'))),
  admin: {
    defaultColumns: ['number', 'invoice', 'total', 'currency', 'issuedAt'],
    description: {
      en: 'One for each refund, numbered without a gap; they never change.',
      he: 'אחד לכל החזר, במספור רציף; הם אינם משתנים.',
      ru: 'По одному на каждый возврат, с номерами без пропусков; они не меняются.',
    },
    listSearchableFields: ['number'],
    useAsTitle: 'number',
  },
  fields: issued({
    about: [
      {
        name: 'refund',
        type: 'relationship',
        label: { en: 'Refund', he: 'החזר', ru: 'Возврат' },
        relationTo: 'refunds',
        required: true,
      },
      {
        name: 'invoice',
        type: 'relationship',
        index: true,
        label: { en: 'Invoice', he: 'חשבונית', ru: 'Счёт' },
        relationTo: 'invoices',
        required: true,
      },
    ],
    besides: { name: 'reason', type: 'text', label: { en: 'Reason', he: 'סיבה', ru: 'Причина' } },
  }),
  indexes: [
    { fields: ['tenant', 'sequence'], unique: true },
    { fields: ['tenant', 'refund'], unique: true },
  ],
  labels: {
    plural: { en: 'Credit notes', he: 'הודעות זיכוי', ru: 'Кредит-ноты' },
    singular: { en: 'Credit note', he: 'הודעת זיכוי', ru: 'Кредит-нота' },
  },
  lockDocuments: false,
}
