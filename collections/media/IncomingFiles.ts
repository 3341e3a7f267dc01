import type { CollectionConfig } from 'payload'

import { machineWritten, nobody } from '@hooks/access'

import { tenant } from '../fields/tenant'

/**
 * A file on its way into the school's files: room for it is taken before its bytes come, and it becomes the row of
 * `media` of the same id, once. Refused ones and those given up are forgotten after a while, with what came of them;
 * infected ones are kept apart for a month. Its sender asks for it at `/api/uploads`.
 */
export const IncomingFiles: CollectionConfig = {
  slug: 'incoming-files',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'filename' },
  fields: [
    tenant(),
    { name: 'account', type: 'relationship', index: true, relationTo: 'users', required: true },
    { name: 'filename', type: 'text', required: true },
    { name: 'filesize', type: 'number', min: 1, required: true },
    { name: 'fingerprint', type: 'text' },
    { name: 'folder', type: 'relationship', relationTo: 'media-folders' },
    {
      name: 'state',
      type: 'select',
      defaultValue: 'open',
      index: true,
      options: [
        { label: { en: 'Under way', he: 'בדרך', ru: 'Загружается' }, value: 'open' },
        { label: { en: 'Being checked', he: 'בבדיקה', ru: 'Проверяется' }, value: 'finishing' },
        { label: { en: 'Done', he: 'הסתיים', ru: 'Готов' }, value: 'done' },
        { label: { en: 'Refused', he: 'נדחה', ru: 'Отклонён' }, value: 'refused' },
        { label: { en: 'Quarantined', he: 'בהסגר', ru: 'В карантине' }, value: 'quarantined' },
      ],
      required: true,
    },
    { name: 'reason', type: 'text' },
    { name: 'detail', type: 'text' },
    { name: 'objectKey', type: 'text', required: true },
    { name: 'multipart', type: 'text' },
    { name: 'sent', type: 'number', defaultValue: 0, required: true },
    { name: 'announced', type: 'text' },
    { name: 'checksum', type: 'text' },
    { name: 'mimeType', type: 'text' },
    { name: 'runner', type: 'text' },
    { name: 'leaseUntil', type: 'date' },
    { name: 'expiresAt', type: 'date', index: true, required: true },
  ],
  labels: {
    plural: { en: 'Incoming files', he: 'קבצים בדרך', ru: 'Загружаемые файлы' },
    singular: { en: 'Incoming file', he: 'קובץ בדרך', ru: 'Загружаемый файл' },
  },
  lockDocuments: false,
}
