import type { CollectionConfig } from 'payload'

import { machineWritten, tenantStaff } from '@hooks/access'

import { coded } from '../fields/coded'
import { tenant } from '../fields/tenant'

/**
 * Each watching of a video by an account on one device, from when it was opened. `code` stands in the moving mark over
 * the picture. It goes on while something is sent (`seenAt`); `since` is when it last began to, and once stopped it never goes on.
 */
export const VideoPlays: CollectionConfig = {
  slug: 'video-plays',
  access: machineWritten(tenantStaff),
  admin: {
    components: {
      beforeListTable: [
        '/src/components/admin/CodeFinder#CodeFinder',
        '/src/components/admin/VideoTraffic#VideoTraffic',
      ],
    },
    defaultColumns: ['code', 'account', 'lesson', 'since', 'seenAt'],
    description: {
      en: 'Who watched which video, where, and under which code. Search for the code that a recording shows to find whose it is.',
      he: 'מי צפו באיזה סרטון, היכן ובאיזה קוד. חפשו את הקוד שנראה בהקלטה כדי למצוא של מי היא.',
      ru: 'Кто, где и под каким кодом смотрел видео. Найдите код, который виден на записи, и узнаете, чья она.',
    },
    listSearchableFields: ['code'],
    useAsTitle: 'code',
  },
  fields: [
    tenant(),
    ...coded(),
    // The id of a file, which may go before this row does.
    {
      name: 'video',
      type: 'text',
      label: { en: 'Video', he: 'סרטון', ru: 'Видео' },
      required: true,
    },
    { name: 'device', type: 'text', label: { en: 'Device', he: 'מכשיר', ru: 'Устройство' } },
    {
      name: 'agent',
      type: 'text',
      label: { en: 'Browser', he: 'דפדפן', ru: 'Браузер' },
    },
    {
      name: 'since',
      type: 'date',
      label: { en: 'Since', he: 'מאז', ru: 'С' },
      required: true,
    },
    {
      name: 'seenAt',
      type: 'date',
      label: { en: 'Last sent', he: 'נשלח לאחרונה', ru: 'Последняя отправка' },
      required: true,
    },
    {
      name: 'stoppedAt',
      type: 'date',
      label: { en: 'Stopped', he: 'נעצר', ru: 'Остановлено' },
    },
  ],
  indexes: [
    { fields: ['tenant', 'code'], unique: true },
    { fields: ['tenant', 'account', 'seenAt'] },
  ],
  labels: {
    plural: { en: 'Watched videos', he: 'צפיות בסרטונים', ru: 'Просмотры видео' },
    singular: { en: 'Watching', he: 'צפייה', ru: 'Просмотр' },
  },
  lockDocuments: false,
}
