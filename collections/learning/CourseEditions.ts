import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { machineWritten } from '@hooks/access'
import { onCourses } from '@hooks/access/team'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/**
 * A course as it stood at one moment: its sections here, its lessons in `edition-lessons`. Cohorts that keep it learn by it,
 * however the course is changed later. Never changed, shared by all who kept the same, and gone with the last of them.
 */
export const CourseEditions: CollectionConfig = {
  slug: 'course-editions',
  access: machineWritten(onCourses('see')),
  admin: { hidden: true, useAsTitle: 'number' },
  custom: partOfCourse,
  defaultPopulate: { number: true },
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
      name: 'number',
      type: 'number',
      label: { en: 'Edition', he: 'מהדורה', ru: 'Редакция' },
      min: 1,
      required: true,
    },
    {
      name: 'digest',
      type: 'text',
      label: { en: 'Digest', he: 'תמצית', ru: 'Отпечаток' },
      required: true,
    },
    record('sections', { label: { en: 'Sections', he: 'פרקים', ru: 'Разделы' } }),
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'Kept by', he: 'נשמרה על ידי', ru: 'Кто сохранил' },
      relationTo: 'users',
    },
  ],
  indexes: [
    { fields: ['tenant', 'course', 'digest'], unique: true },
    { fields: ['tenant', 'course', 'number'], unique: true },
  ],
  labels: {
    plural: { en: 'Editions of courses', he: 'מהדורות של קורסים', ru: 'Редакции курсов' },
    singular: { en: 'Edition of a course', he: 'מהדורה של קורס', ru: 'Редакция курса' },
  },
  lockDocuments: false,
}
