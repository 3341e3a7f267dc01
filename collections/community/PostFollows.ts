import type { CollectionConfig } from 'payload'

import { machineWritten, nobody } from '@hooks/access'

import { tenant } from '../fields/tenant'

/** Whether somebody is told of replies to a post: whoever wrote or answered it, until they say otherwise. */
export const PostFollows: CollectionConfig = {
  slug: 'post-follows',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'id' },
  fields: [
    tenant(),
    { name: 'post', type: 'relationship', relationTo: 'posts', required: true },
    { name: 'member', type: 'relationship', index: true, relationTo: 'users', required: true },
    { name: 'isFollowing', type: 'checkbox', defaultValue: true, required: true },
  ],
  indexes: [{ fields: ['tenant', 'post', 'member'], unique: true }],
  labels: {
    plural: { en: 'Followed posts', he: 'פוסטים במעקב', ru: 'Отслеживаемые записи' },
    singular: { en: 'Followed post', he: 'פוסט במעקב', ru: 'Отслеживаемая запись' },
  },
  lockDocuments: false,
}
