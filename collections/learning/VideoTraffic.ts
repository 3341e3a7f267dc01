import type { CollectionConfig } from 'payload'

import { machineWritten, tenantStaff } from '@hooks/access'

import { tenant } from '../fields/tenant'

/**
 * Bytes of one video sent to one account on one day (UTC). Web processes count in memory and add what they counted every
 * few seconds. `viewer` is the id of an account, or `visitor` for all without one.
 */
export const VideoTraffic: CollectionConfig = {
  slug: 'video-traffic',
  access: machineWritten(tenantStaff),
  admin: { hidden: true, useAsTitle: 'day' },
  fields: [
    tenant(),
    {
      name: 'day',
      type: 'text',
      label: { en: 'Day', he: 'יום', ru: 'День' },
      required: true,
    },
    {
      name: 'viewer',
      type: 'text',
      label: { en: 'Viewer', he: 'צופה', ru: 'Зритель' },
      required: true,
    },
    {
      name: 'video',
      type: 'text',
      label: { en: 'Video', he: 'סרטון', ru: 'Видео' },
      required: true,
    },
    {
      name: 'bytes',
      type: 'number',
      label: { en: 'Bytes', he: 'בתים', ru: 'Байты' },
      required: true,
    },
  ],
  indexes: [{ fields: ['tenant', 'day', 'viewer', 'video'], unique: true }],
  labels: {
    plural: { en: 'Video delivered', he: 'וידאו שנשלח', ru: 'Отправленное видео' },
    singular: { en: 'Video delivered', he: 'וידאו שנשלח', ru: 'Отправленное видео' },
  },
  lockDocuments: false,
}
