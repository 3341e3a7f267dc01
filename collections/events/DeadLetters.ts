import type { CollectionConfig } from 'payload'

import { machineWritten, managers } from '@hooks/access'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/**
 * Work that failed at every attempt, with the reason of the last. `POST /api/dead-letters/:id/retry`
 * sends it once more; until then it waits here and nothing is lost.
 */
export const DeadLetters: CollectionConfig = {
  slug: 'dead-letters',
  access: machineWritten(managers),
  admin: {
    components: { beforeListTable: ['/src/components/admin/JobsTable#JobsTable'] },
    defaultColumns: ['reaction', 'error', 'createdAt', 'retriedAt'],
    description: {
      en: 'Work that failed for good. Send it again once the reason is gone.',
      he: 'עבודות שנכשלו סופית. אפשר להפעיל שוב אחרי שהסיבה טופלה.',
      ru: 'Задания, которые так и не удались. Устраните причину и запустите снова.',
    },
    listSearchableFields: ['reaction', 'error'],
    useAsTitle: 'reaction',
  },
  fields: [
    tenant({ isListed: true }),
    { name: 'job', type: 'text', admin: { hidden: true }, required: true, unique: true },
    {
      name: 'reaction',
      type: 'text',
      label: { en: 'Work', he: 'עבודה', ru: 'Задание' },
      required: true,
    },
    { name: 'event', type: 'text', admin: { hidden: true }, required: true },
    record('data', { label: { en: 'Of which rows', he: 'באילו רשומות', ru: 'С чем' } }),
    { name: 'error', type: 'textarea', label: { en: 'Reason', he: 'סיבה', ru: 'Причина' } },
    {
      name: 'retriedAt',
      type: 'date',
      label: { en: 'Sent again', he: 'נשלח שוב', ru: 'Отправлено снова' },
    },
    {
      name: 'retry',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/RetryDeadLetter#RetryDeadLetter' },
        disableListColumn: true,
      },
    },
  ],
  labels: {
    plural: { en: 'Failed work', he: 'עבודות שנכשלו', ru: 'Невыполненное' },
    singular: { en: 'Failed work', he: 'עבודה שנכשלה', ru: 'Невыполненное' },
  },
  lockDocuments: false,
}
