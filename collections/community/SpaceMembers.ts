import type { CollectionConfig } from 'payload'

import { machineWritten, nobody } from '@hooks/access'

import { tenant } from '../fields/tenant'

/** Up to when somebody has read a space; the row is also what their writing in it waits for, one by one. It gives no right. */
export const SpaceMembers: CollectionConfig = {
  slug: 'space-members',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'id' },
  fields: [
    tenant(),
    { name: 'space', type: 'relationship', relationTo: 'spaces', required: true },
    { name: 'member', type: 'relationship', index: true, relationTo: 'users', required: true },
    { name: 'readAt', type: 'date' },
  ],
  indexes: [{ fields: ['tenant', 'space', 'member'], unique: true }],
  labels: {
    plural: { en: 'Readers of discussions', he: 'קוראי דיונים', ru: 'Читатели обсуждений' },
    singular: { en: 'Reader of a discussion', he: 'קורא דיון', ru: 'Читатель обсуждения' },
  },
  lockDocuments: false,
}
