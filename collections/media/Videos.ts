import type { CollectionConfig } from 'payload'

import { FAILURES, PROVIDERS, VIDEO_STATES } from '@/domain/media/videos'
import { anyOf, machineWritten, tenantStaff } from '@hooks/access'
import { onAnyCourse } from '@hooks/access/team'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/**
 * What was made of a film or a recording for watching: one row for each such file, under the file's own id. `source` is
 * the validator of the stored file it is made of. `run` is the folder that counts, `<tenant>/videos/<id>/<run>`; while
 * it is empty the file itself is played. `runner` works on the row until `leaseUntil`; whoever finds that past may take
 * it. A film that an `account` keeps has its id there, `playback` being what its addresses are made of; `run` is then no
 * folder, and says that it is played from there. `isProtected` says that the run that counts plays by licences alone. `secret` is sealed under the school's key, and keys of segments derive from it: it never leaves the server.
 */
export const Videos: CollectionConfig = {
  slug: 'videos',
  access: machineWritten(anyOf(tenantStaff, onAnyCourse('write'))),
  admin: { hidden: true, useAsTitle: 'id' },
  fields: [
    tenant(),
    {
      name: 'media',
      type: 'relationship',
      label: { en: 'File', he: 'קובץ', ru: 'Файл' },
      relationTo: 'media',
      required: true,
      unique: true,
    },
    { name: 'source', type: 'text', access: { read: () => false }, admin: { hidden: true } },
    {
      name: 'provider',
      type: 'select',
      defaultValue: 'own',
      label: { en: 'Kept by', he: 'מאוחסן אצל', ru: 'Где хранится' },
      options: PROVIDERS.map(({ label, value }) => ({ label, value })),
      required: true,
    },
    {
      name: 'externalId',
      type: 'text',
      index: true,
      label: { en: 'Id there', he: 'מזהה שם', ru: 'Идентификатор там' },
    },
    {
      name: 'playback',
      type: 'text',
      access: { read: () => false },
      admin: { hidden: true },
    },
    {
      name: 'account',
      type: 'relationship',
      index: true,
      label: { en: 'Account there', he: 'חשבון שם', ru: 'Аккаунт там' },
      relationTo: 'video-accounts',
    },
    record('captionsThere', {
      isRequired: false,
      label: { en: 'Captions there', he: 'כתוביות שם', ru: 'Субтитры там' },
    }),
    {
      name: 'status',
      type: 'select',
      defaultValue: 'queued',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: VIDEO_STATES.map(({ label, value }) => ({ label, value })),
      required: true,
    },
    {
      name: 'percent',
      type: 'number',
      defaultValue: 0,
      label: { en: 'Done, %', he: 'בוצע, %', ru: 'Готово, %' },
      max: 100,
      min: 0,
      required: true,
    },
    {
      name: 'reason',
      type: 'text',
      admin: { description: FAILURES.join(', ') },
      label: { en: 'Why it failed', he: 'למה נכשל', ru: 'Почему не вышло' },
    },
    { name: 'detail', type: 'text', label: { en: 'Detail', he: 'פירוט', ru: 'Подробности' } },
    { name: 'run', type: 'text', label: { en: 'Folder', he: 'תיקייה', ru: 'Папка' } },
    {
      name: 'attempts',
      type: 'number',
      defaultValue: 0,
      label: { en: 'Attempts', he: 'ניסיונות', ru: 'Попытки' },
      required: true,
    },
    { name: 'runner', type: 'text', access: { read: () => false }, admin: { hidden: true } },
    { name: 'leaseUntil', type: 'date', access: { read: () => false }, admin: { hidden: true } },
    {
      name: 'duration',
      type: 'number',
      label: { en: 'Length, s', he: 'אורך, שניות', ru: 'Длительность, с' },
    },
    { name: 'width', type: 'number', label: { en: 'Width', he: 'רוחב', ru: 'Ширина' } },
    { name: 'height', type: 'number', label: { en: 'Height', he: 'גובה', ru: 'Высота' } },
    {
      name: 'hasPicture',
      type: 'checkbox',
      label: { en: 'Has a picture', he: 'יש תמונה', ru: 'Есть изображение' },
    },
    {
      name: 'hasSound',
      type: 'checkbox',
      label: { en: 'Has sound', he: 'יש צליל', ru: 'Есть звук' },
    },
    {
      name: 'isProtected',
      type: 'checkbox',
      label: { en: 'Protected (DRM)', he: 'מוגן (DRM)', ru: 'Защищено (DRM)' },
    },
    record('ladder', {
      isRequired: false,
      label: { en: 'Renditions', he: 'גרסאות', ru: 'Варианты' },
    }),
    {
      name: 'secret',
      type: 'text',
      access: { read: () => false },
      admin: { hidden: true },
      required: true,
    },
  ],
  indexes: [{ fields: ['status', 'leaseUntil'] }],
  labels: {
    plural: { en: 'Videos', he: 'סרטונים', ru: 'Видео' },
    singular: { en: 'Video', he: 'סרטון', ru: 'Видео' },
  },
  lockDocuments: false,
}
