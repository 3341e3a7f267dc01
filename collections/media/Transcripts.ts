import type { CollectionConfig } from 'payload'

import { TRANSCRIPT_FAILURES, TRANSCRIPT_STATES } from '@/domain/media/transcripts'
import { anyOf, machineWritten, tenantStaff } from '@hooks/access'
import { onAnyCourse } from '@hooks/access/team'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/**
 * What is said in a film in a language, written down by a service: once for each file and language. `parts` is what was answered
 * for each part of the sound, so that none is asked for, and billed, twice. `captions` is the file that came of it, which is in no
 * lesson before an author puts it there. `runner` works on the row until `leaseUntil`.
 */
export const Transcripts: CollectionConfig = {
  slug: 'transcripts',
  access: machineWritten(anyOf(tenantStaff, onAnyCourse('write'))),
  admin: { hidden: true, useAsTitle: 'language' },
  fields: [
    tenant(),
    {
      name: 'media',
      type: 'relationship',
      label: { en: 'File', he: 'קובץ', ru: 'Файл' },
      relationTo: 'media',
      required: true,
    },
    {
      name: 'language',
      type: 'text',
      label: { en: 'Language', he: 'שפה', ru: 'Язык' },
      required: true,
    },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'queued',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: TRANSCRIPT_STATES.map(({ label, value }) => ({ label, value })),
      required: true,
    },
    {
      name: 'percent',
      type: 'number',
      defaultValue: 0,
      label: { en: 'Done, %', he: 'בוצע, %', ru: 'Готово, %' },
      required: true,
    },
    {
      name: 'reason',
      type: 'text',
      admin: { description: TRANSCRIPT_FAILURES.join(', ') },
      label: { en: 'Why it failed', he: 'למה נכשל', ru: 'Почему не вышло' },
    },
    { name: 'detail', type: 'text', label: { en: 'Detail', he: 'פירוט', ru: 'Подробности' } },
    {
      name: 'captions',
      type: 'relationship',
      label: { en: 'Captions', he: 'כתוביות', ru: 'Субтитры' },
      relationTo: 'media',
    },
    record('parts', {
      isRequired: false,
      label: { en: 'What was said', he: 'מה נאמר', ru: 'Что сказано' },
    }),
    {
      name: 'attempts',
      type: 'number',
      defaultValue: 0,
      label: { en: 'Attempts', he: 'ניסיונות', ru: 'Попытки' },
      required: true,
    },
    { name: 'runner', type: 'text', access: { read: () => false }, admin: { hidden: true } },
    { name: 'leaseUntil', type: 'date', access: { read: () => false }, admin: { hidden: true } },
  ],
  indexes: [
    { fields: ['media', 'language'], unique: true },
    { fields: ['status', 'leaseUntil'] },
  ],
  labels: {
    plural: { en: 'Transcripts', he: 'תמלילים', ru: 'Расшифровки' },
    singular: { en: 'Transcript', he: 'תמליל', ru: 'Расшифровка' },
  },
  lockDocuments: false,
}
