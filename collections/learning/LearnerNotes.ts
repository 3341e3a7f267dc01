import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { NOTE_KINDS } from '@/domain/learning/notes'
import { machineWritten, nobody } from '@hooks/access'

import { tenant } from '../fields/tenant'

const KIND_LABELS = {
  bookmark: { en: 'Bookmark', he: 'סימנייה', ru: 'Закладка' },
  highlight: { en: 'Highlight', he: 'הדגשה', ru: 'Выделение' },
  note: { en: 'Note', he: 'הערה', ru: 'Заметка' },
}

/**
 * What a learner wrote, or marked, for themselves alone: at a second of a film, or at words of a text, which are found again by
 * themselves and by what stands around them. Nobody else reads it; its learner does through /api/notes.
 */
export const LearnerNotes: CollectionConfig = {
  slug: 'learner-notes',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'id' },
  custom: partOfCourse,
  fields: [
    tenant(),
    { name: 'learner', type: 'relationship', index: true, relationTo: 'users', required: true },
    { name: 'lesson', type: 'relationship', index: true, relationTo: 'lessons', required: true },
    { name: 'course', type: 'relationship', index: true, relationTo: 'courses', required: true },
    {
      name: 'kind',
      type: 'select',
      options: NOTE_KINDS.map((value) => ({ label: KIND_LABELS[value], value })),
      required: true,
    },
    { name: 'text', type: 'textarea' },
    { name: 'second', type: 'number', min: 0 },
    { name: 'quote', type: 'textarea' },
    { name: 'before', type: 'text' },
    { name: 'after', type: 'text' },
    { name: 'key', type: 'text', required: true },
  ],
  indexes: [{ fields: ['tenant', 'learner', 'key'], unique: true }],
  labels: {
    plural: { en: 'Notes of learners', he: 'הערות של לומדים', ru: 'Заметки студентов' },
    singular: { en: 'Note of a learner', he: 'הערה של לומד', ru: 'Заметка студента' },
  },
  lockDocuments: false,
}
