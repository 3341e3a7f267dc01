import type { CollectionConfig } from 'payload'

import { machineWritten, managers } from '@hooks/access'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/** What happened, in order, for ever: the one source of audit, webhooks, automations and analytics. */
export const Events: CollectionConfig = {
  slug: 'events',
  access: machineWritten(managers),
  admin: {
    components: { beforeList: ['/src/components/admin/AuditDesk#AuditDesk'] },
    defaultColumns: ['fact', 'actor', 'createdAt'],
    description: {
      en: 'A journal of what happened, written by the platform and changed by nobody.',
      he: 'יומן של מה שקרה. נכתב אוטומטית ואינו ניתן לשינוי.',
      ru: 'Журнал того, что произошло. Ведётся автоматически, изменить его нельзя.',
    },
    listSearchableFields: ['fact'],
    useAsTitle: 'fact',
  },
  fields: [
    tenant(),
    {
      name: 'fact',
      type: 'text',
      index: true,
      label: { en: 'What happened', he: 'מה קרה', ru: 'Событие' },
      required: true,
    },
    record('data', { label: { en: 'Of which rows', he: 'באילו רשומות', ru: 'С чем' } }),
    {
      name: 'actor',
      type: 'relationship',
      label: { en: 'Who', he: 'מי', ru: 'Кто' },
      relationTo: 'users',
    },
  ],
  indexes: [{ fields: ['tenant', 'createdAt'] }],
  labels: {
    plural: { en: 'Journal', he: 'יומן', ru: 'Журнал' },
    singular: { en: 'Entry', he: 'רשומה', ru: 'Запись' },
  },
  lockDocuments: false,
}
