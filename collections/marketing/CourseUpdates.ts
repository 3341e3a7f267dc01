import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { LONGEST_UPDATE } from '@/domain/marketing/courseUpdates'
import { machineWritten } from '@hooks/access'
import { onCourses } from '@hooks/access/team'

import { tenant } from '../fields/tenant'

/**
 * What learners were told of a change in their course, by whom and when. A row is the order to mail
 * it to everybody enrolled then; it is made from the course's own page and never changed.
 */
export const CourseUpdates: CollectionConfig = {
  slug: 'course-updates',
  access: machineWritten(onCourses('see')),
  admin: {
    defaultColumns: ['course', 'message', 'recipients', 'author', 'createdAt'],
    description: {
      en: 'News you mailed to the learners of a course.',
      he: 'עדכונים שנשלחו בדוא״ל ללומדים בקורס.',
      ru: 'Новости, разосланные студентам курса.',
    },
    listSearchableFields: ['message'],
    useAsTitle: 'id',
  },
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
      name: 'message',
      type: 'textarea',
      label: { en: 'Message', he: 'הודעה', ru: 'Сообщение' },
      maxLength: LONGEST_UPDATE,
      required: true,
    },
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'Written by', he: 'נכתב על ידי', ru: 'Кто написал' },
      relationTo: 'users',
    },
    {
      name: 'recipients',
      type: 'number',
      defaultValue: 0,
      label: { en: 'Recipients', he: 'נמענים', ru: 'Получатели' },
      required: true,
    },
  ],
  // Payload calls the input that updates a course CourseUpdateInput already.
  graphQL: { pluralName: 'UpdatesOfCourses', singularName: 'UpdateOfCourse' },
  labels: {
    plural: { en: 'Course updates', he: 'עדכוני קורסים', ru: 'Новости курсов' },
    singular: { en: 'Course update', he: 'עדכון קורס', ru: 'Новость курса' },
  },
  lockDocuments: false,
}
