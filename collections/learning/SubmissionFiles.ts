import type { CollectionConfig } from 'payload'

import { machineWritten } from '@hooks/access'
import { onCourses } from '@hooks/access/team'

import { tenant } from '../fields/tenant'

/**
 * A file of a learner's work in an assignment: what it is by its bytes, and how large. A row stands from before its bytes
 * come (`isStored` says that they have), so that none is left in the storage without one. Opened by signed links alone.
 */
export const SubmissionFiles: CollectionConfig = {
  slug: 'submission-files',
  access: machineWritten(onCourses('grade', 'lesson.course')),
  admin: {
    defaultColumns: ['filename', 'learner', 'lesson', 'mimeType', 'filesize'],
    description: {
      en: 'Files learners uploaded for assignments.',
      he: 'קבצים שהלומדים העלו במטלות.',
      ru: 'Файлы, загруженные студентами к заданиям.',
    },
    useAsTitle: 'filename',
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
      name: 'lesson',
      type: 'relationship',
      index: true,
      label: { en: 'Lesson', he: 'שיעור', ru: 'Урок' },
      relationTo: 'lessons',
      required: true,
    },
    {
      name: 'filename',
      type: 'text',
      label: { en: 'Name', he: 'שם', ru: 'Название' },
      required: true,
    },
    {
      name: 'mimeType',
      type: 'text',
      label: { en: 'Type', he: 'סוג', ru: 'Тип' },
    },
    {
      name: 'filesize',
      type: 'number',
      label: { en: 'Bytes', he: 'בתים', ru: 'Байт' },
      min: 0,
      required: true,
    },
    {
      name: 'isStored',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Uploaded', he: 'הועלה', ru: 'Загружен' },
    },
  ],
  labels: {
    plural: { en: 'Submitted files', he: 'קבצים שהוגשו', ru: 'Файлы работ' },
    singular: { en: 'Submitted file', he: 'קובץ שהוגש', ru: 'Файл работы' },
  },
  lockDocuments: false,
}
