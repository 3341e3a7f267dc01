import type { CollectionConfig } from 'payload'

import { machineWritten, managers } from '@hooks/access'

import { tenant } from '../fields/tenant'

/** What a night cleared away because it was old: which class of data, behind how many days, and how many rows. */
export const RetentionRuns: CollectionConfig = {
  slug: 'retention-runs',
  access: machineWritten(managers),
  admin: {
    defaultColumns: ['dataClass', 'count', 'days', 'createdAt'],
    description: {
      en: 'What was cleared away because it was old. How long each kind is kept is set in the school’s settings.',
      he: 'מה שנמחק כי עבר זמנו. משך השמירה של כל סוג נקבע בהגדרות בית הספר.',
      ru: 'Что удалено по сроку давности. Сколько хранится каждый вид данных, задаётся в настройках школы.',
    },
    useAsTitle: 'dataClass',
  },
  defaultSort: '-createdAt',
  fields: [
    tenant(),
    {
      name: 'dataClass',
      type: 'text',
      label: { en: 'Kind of data', he: 'סוג המידע', ru: 'Вид данных' },
      required: true,
    },
    {
      name: 'days',
      type: 'number',
      label: { en: 'Older than days', he: 'ישן מימים', ru: 'Старше дней' },
      required: true,
    },
    {
      name: 'count',
      type: 'number',
      label: { en: 'Cleared', he: 'נמחקו', ru: 'Удалено' },
      required: true,
    },
  ],
  labels: {
    plural: { en: 'Clearing of old data', he: 'ניקוי מידע ישן', ru: 'Очистка старых данных' },
    singular: { en: 'Clearing of old data', he: 'ניקוי מידע ישן', ru: 'Очистка старых данных' },
  },
  lockDocuments: false,
}
