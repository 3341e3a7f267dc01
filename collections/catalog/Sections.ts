import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { anyOf, authored, authors, kept, nobody } from '@hooks/access'
import { onAnyCourse, onCourses } from '@hooks/access/team'
import { ownRelease } from '@hooks/catalog/release'
import { keepFilledSection, lessonsGoAlong } from '@hooks/catalog/sectionTrash'
import { keepToOwnCourses } from '@hooks/catalog/team'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'
import { stampTrash } from '@hooks/tenancy/trash'

import { place } from '../fields/place'
import { release } from '../fields/release'
import { tenant } from '../fields/tenant'

/**
 * A part of a course: a title over lessons, ordered by drag within its course. Its lessons go into the
 * trash with it and come back with it.
 */
export const Sections: CollectionConfig = {
  slug: 'sections',
  access: {
    ...authored({ read: anyOf(authors, kept), write: onCourses('write') }),
    create: onAnyCourse('write'),
    readVersions: nobody,
  },
  admin: {
    defaultColumns: ['title', 'course'],
    description: {
      en: 'The chapters of your courses, in the order of each course.',
      he: 'הפרקים של הקורסים, לפי הסדר בכל קורס.',
      ru: 'Главы ваших курсов в порядке каждого курса.',
    },
    listSearchableFields: ['title'],
    useAsTitle: 'title',
  },
  custom: partOfCourse,
  defaultPopulate: { title: true },
  fields: [
    tenant(),
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', he: 'כותרת', ru: 'Название' },
      maxLength: 120,
      required: true,
    },
    {
      name: 'course',
      type: 'relationship',
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    place({ order: '_sections_sections_order', parent: 'course' }),
    release(),
    {
      name: 'lessons',
      type: 'join',
      admin: { defaultColumns: ['title', 'kind', 'isPreview', '_status'] },
      collection: 'lessons',
      label: { en: 'Lessons', he: 'שיעורים', ru: 'Уроки' },
      on: 'section',
      orderable: true,
    },
  ],
  hooks: {
    afterChange: [lessonsGoAlong, contentChanged],
    afterDelete: [contentDeleted],
    beforeChange: [keepToOwnCourses, stampTrash],
    beforeDelete: [keepFilledSection],
    beforeValidate: [ownRelease('sections')],
  },
  labels: {
    plural: { en: 'Sections', he: 'פרקים', ru: 'Разделы' },
    singular: { en: 'Section', he: 'פרק', ru: 'Раздел' },
  },
  lockDocuments: false,
  trash: true,
}
