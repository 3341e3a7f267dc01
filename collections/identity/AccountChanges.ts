import type { CollectionConfig } from 'payload'

import { ACCOUNT_ACTIONS } from '@/domain/identity/standing'
import { machineWritten, managers } from '@hooks/access'

import { tenant } from '../fields/tenant'

const LABELS = {
  ban: { en: 'Banned', he: 'נחסם', ru: 'Заблокирован' },
  delete: { en: 'Deleted', he: 'נמחק', ru: 'Удалён' },
  restore: { en: 'Restored', he: 'שוחזר', ru: 'Восстановлен' },
  suspend: { en: 'Suspended', he: 'הושהה', ru: 'Приостановлен' },
}

/** What staff did to somebody's account, and why. Rows are written once and never changed. */
export const AccountChanges: CollectionConfig = {
  slug: 'account-changes',
  access: machineWritten(managers),
  admin: {
    defaultColumns: ['account', 'action', 'reason', 'author', 'createdAt'],
    description: {
      en: 'Who was suspended, banned, restored or deleted, by whom and why.',
      he: 'מי הושהה, נחסם, שוחזר או נמחק, על ידי מי ומדוע.',
      ru: 'Кого приостановили, заблокировали, восстановили или удалили, кто и почему.',
    },
    listSearchableFields: ['reason'],
    useAsTitle: 'id',
  },
  fields: [
    tenant(),
    {
      name: 'account',
      type: 'relationship',
      index: true,
      label: { en: 'Person', he: 'אדם', ru: 'Человек' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'action',
      type: 'select',
      label: { en: 'What was done', he: 'מה נעשה', ru: 'Что сделано' },
      options: ACCOUNT_ACTIONS.map((value) => ({ label: LABELS[value], value })),
      required: true,
    },
    { name: 'before', type: 'text', label: { en: 'Before', he: 'לפני', ru: 'До' } },
    { name: 'after', type: 'text', label: { en: 'After', he: 'אחרי', ru: 'После' } },
    {
      name: 'reason',
      type: 'textarea',
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
      required: true,
    },
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'By', he: 'על ידי', ru: 'Кто' },
      relationTo: 'users',
    },
  ],
  labels: {
    plural: { en: 'Account changes', he: 'שינויים בחשבונות', ru: 'Изменения учётных записей' },
    singular: { en: 'Account change', he: 'שינוי בחשבון', ru: 'Изменение учётной записи' },
  },
  lockDocuments: false,
}
