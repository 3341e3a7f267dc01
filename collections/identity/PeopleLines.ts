import type { CollectionConfig } from 'payload'

import { machineWritten, nobody } from '@hooks/access'

import { tenant } from '../fields/tenant'

/** One person of `people-jobs`: what a file says of them, or whose account it is, and what became of it. Read as a file. */
export const PeopleLines: CollectionConfig = {
  slug: 'people-lines',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'id' },
  fields: [
    tenant(),
    { name: 'job', type: 'relationship', relationTo: 'people-jobs', required: true },
    { name: 'position', type: 'number', required: true },
    { name: 'account', type: 'text', index: true },
    { name: 'email', type: 'text', index: true },
    { name: 'cells', type: 'json' },
    { name: 'result', type: 'text', required: true },
    { name: 'reason', type: 'text' },
  ],
  indexes: [
    { fields: ['job', 'position'], unique: true },
    { fields: ['job', 'result', 'position'] },
  ],
  labels: {
    plural: { en: 'Lines of people', he: 'שורות של אנשים', ru: 'Строки с людьми' },
    singular: { en: 'Line of people', he: 'שורה של אדם', ru: 'Строка о человеке' },
  },
  lockDocuments: false,
}
