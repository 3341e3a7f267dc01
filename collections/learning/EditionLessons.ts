import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { machineWritten, nobody } from '@hooks/access'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/**
 * A published lesson as an edition of its course keeps it. `facts` are the columns of its row but the long ones, which stand in
 * `document`, the lesson as the API reads it; `texts` is what it says in further languages, `files` all files in it.
 */
export const EditionLessons: CollectionConfig = {
  slug: 'edition-lessons',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'id' },
  custom: partOfCourse,
  fields: [
    tenant(),
    {
      name: 'course',
      type: 'relationship',
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    {
      name: 'edition',
      type: 'relationship',
      label: { en: 'Edition', he: 'מהדורה', ru: 'Редакция' },
      relationTo: 'course-editions',
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
      name: 'section',
      type: 'text',
      label: { en: 'Section', he: 'פרק', ru: 'Раздел' },
      required: true,
    },
    {
      name: 'place',
      type: 'number',
      label: { en: 'Place', he: 'מקום', ru: 'Место' },
      min: 1,
      required: true,
    },
    {
      name: 'isDripped',
      type: 'checkbox',
      label: { en: 'Held back by a rule', he: 'מעוכב על ידי כלל', ru: 'Открывается по правилу' },
    },
    {
      name: 'digest',
      type: 'text',
      label: { en: 'Digest', he: 'תמצית', ru: 'Отпечаток' },
      required: true,
    },
    {
      name: 'version',
      type: 'text',
      label: { en: 'Version', he: 'גרסה', ru: 'Версия' },
    },
    record('facts', { label: { en: 'Facts', he: 'נתונים', ru: 'Данные' } }),
    record('document', { label: { en: 'Lesson', he: 'שיעור', ru: 'Урок' } }),
    record('texts', { label: { en: 'Translations', he: 'תרגומים', ru: 'Переводы' } }),
    record('files', { label: { en: 'Files', he: 'קבצים', ru: 'Файлы' } }),
  ],
  indexes: [{ fields: ['tenant', 'edition', 'lesson'], unique: true }],
  labels: {
    plural: { en: 'Lessons of editions', he: 'שיעורים של מהדורות', ru: 'Уроки редакций' },
    singular: { en: 'Lesson of an edition', he: 'שיעור של מהדורה', ru: 'Урок редакции' },
  },
  lockDocuments: false,
}
