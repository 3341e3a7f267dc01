import type { CollectionConfig } from 'payload'

import { machineWritten, managers } from '@hooks/access'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/**
 * What companies that keep films reported, each report once and signed, stored before the film is looked at; kept for
 * thirty days.
 */
export const VideoEvents: CollectionConfig = {
  slug: 'video-events',
  access: machineWritten(managers),
  admin: {
    defaultColumns: ['type', 'provider', 'receivedAt'],
    description: {
      en: 'What services that keep films told of them, as it came.',
      he: 'מה שדיווחו השירותים ששומרים סרטונים, כפי שהגיע.',
      ru: 'Что сообщали сервисы, где хранятся видео, как оно пришло.',
    },
    useAsTitle: 'type',
  },
  fields: [
    tenant(),
    {
      name: 'provider',
      type: 'text',
      label: { en: 'Provider', he: 'ספק', ru: 'Провайдер' },
      required: true,
    },
    {
      name: 'event',
      type: 'text',
      label: { en: 'Report', he: 'דיווח', ru: 'Уведомление' },
      required: true,
    },
    {
      name: 'type',
      type: 'text',
      label: { en: 'What happened', he: 'מה קרה', ru: 'Событие' },
      required: true,
    },
    record('payload', { label: { en: 'As sent', he: 'כפי שנשלח', ru: 'Как прислано' } }),
    {
      name: 'receivedAt',
      type: 'date',
      index: true,
      label: { en: 'Received', he: 'התקבל', ru: 'Получено' },
      required: true,
    },
  ],
  indexes: [{ fields: ['tenant', 'provider', 'event'], unique: true }],
  labels: {
    plural: { en: 'Film reports', he: 'דיווחי סרטונים', ru: 'Уведомления о видео' },
    singular: { en: 'Film report', he: 'דיווח סרטון', ru: 'Уведомление о видео' },
  },
  lockDocuments: false,
}
