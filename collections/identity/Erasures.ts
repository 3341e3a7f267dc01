import type { CollectionConfig } from 'payload'

import { machineWritten, nobody } from '@hooks/access'

import { tenant } from '../fields/tenant'

/** Accounts that were erased, by their ids: what a restored backup must not bring back. */
export const Erasures: CollectionConfig = {
  slug: 'erasures',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'account' },
  fields: [
    tenant(),
    { name: 'account', type: 'text', required: true },
    { name: 'erasedAt', type: 'date', required: true },
  ],
  indexes: [{ fields: ['tenant', 'account'], unique: true }],
  labels: {
    plural: { en: 'Erasures', he: 'מחיקות', ru: 'Удаления' },
    singular: { en: 'Erasure', he: 'מחיקה', ru: 'Удаление' },
  },
  lockDocuments: false,
}
