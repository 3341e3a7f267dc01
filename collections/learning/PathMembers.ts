import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, owner, tenantStaff } from '@hooks/access'

import { tenant } from '../fields/tenant'

/** A learner on a path, and how far they have come: recounted from completed courses; what is complete stays so. */
export const PathMembers: CollectionConfig = {
  slug: 'path-members',
  access: machineWritten(anyOf(tenantStaff, owner('learner'))),
  admin: {
    defaultColumns: ['learner', 'path', 'percent', 'completedAt', 'createdAt'],
    description: {
      en: 'Who is on which learning path, and how far they have come.',
      he: 'מי לומדים באיזה מסלול, וכמה התקדמו.',
      ru: 'Кто какую программу проходит и как далеко продвинулся.',
    },
    useAsTitle: 'id',
  },
  fields: [
    tenant(),
    {
      name: 'learner',
      type: 'relationship',
      index: true,
      label: { en: 'Learner', he: 'לומד', ru: 'Студент' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'path',
      type: 'relationship',
      index: true,
      label: { en: 'Path', he: 'מסלול', ru: 'Программа' },
      relationTo: 'paths',
      required: true,
    },
    {
      name: 'percent',
      type: 'number',
      defaultValue: 0,
      label: { en: 'Done, %', he: 'הושלם, %', ru: 'Пройдено, %' },
      max: 100,
      min: 0,
      required: true,
    },
    {
      name: 'completedAt',
      type: 'date',
      label: { en: 'Completed', he: 'הושלם בתאריך', ru: 'Завершено' },
    },
  ],
  indexes: [{ fields: ['tenant', 'learner', 'path'], unique: true }],
  labels: {
    plural: { en: 'Learners on paths', he: 'לומדים במסלולים', ru: 'Студенты программ' },
    singular: { en: 'Learner on a path', he: 'לומד במסלול', ru: 'Студент программы' },
  },
  lockDocuments: false,
}
