import type { CollectionConfig } from 'payload'

import { machineWritten, nobody } from '@hooks/access'

import { tenant } from '../fields/tenant'

/** A file with all that a school keeps of one person: of whom, who asked for it, how far it is, and until when it can be fetched. */
export const DataExports: CollectionConfig = {
  slug: 'data-exports',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'id' },
  fields: [
    tenant(),
    { name: 'account', type: 'relationship', relationTo: 'users', required: true },
    { name: 'askedBy', type: 'relationship', relationTo: 'users', required: true },
    { name: 'state', type: 'text', required: true },
    { name: 'attempts', type: 'number', defaultValue: 0, required: true },
    { name: 'done', type: 'number', defaultValue: 0, required: true },
    { name: 'parts', type: 'number', defaultValue: 0, required: true },
    { name: 'size', type: 'number' },
    { name: 'expiresAt', type: 'date', index: true },
  ],
  indexes: [{ fields: ['account', 'askedBy'] }],
  labels: {
    plural: { en: 'Files of personal data', he: 'קובצי מידע אישי', ru: 'Выгрузки личных данных' },
    singular: { en: 'File of personal data', he: 'קובץ מידע אישי', ru: 'Выгрузка личных данных' },
  },
  lockDocuments: false,
}
