import type { CollectionConfig, TextareaField } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { LONGEST_REVIEW, MOST_STARS } from '@/domain/learning/reviews'
import { anyOf, nobody, staffOnly, tenantStaff } from '@hooks/access'
import { machineField } from '@hooks/access/learning'
import { ownOrStaffField, visibleReviews } from '@hooks/access/reviews'
import { invitedTo, onCourses } from '@hooks/access/team'
import { announceModeration, stampModeration } from '@hooks/learning/reviews'
import { contentChanged } from '@hooks/tenancy/content'

import { tenant } from '../fields/tenant'

const stamp = { access: machineField, admin: { position: 'sidebar', readOnly: true } } as const

const hiddenReason: TextareaField = {
  name: 'hiddenReason',
  type: 'textarea',
  access: { read: ownOrStaffField },
  admin: {
    condition: (data) => data.status === 'hidden',
    description: {
      en: 'Its writer reads this, and nobody else outside the school.',
      he: 'גלוי לכותב או לכותבת הביקורת ולצוות בית הספר בלבד.',
      ru: 'Видно только тому, кто написал отзыв, и сотрудникам школы.',
    },
  },
  label: { en: 'Why it is hidden', he: 'למה הוסתרה', ru: 'Почему скрыт' },
  maxLength: 500,
}

/**
 * What a learner thinks of a course, once per course. The learner writes it through an endpoint; staff
 * who teach may answer it, or hide it with a reason, and change nothing of it.
 */
export const Reviews: CollectionConfig = {
  slug: 'reviews',
  access: {
    admin: staffOnly,
    create: nobody,
    delete: nobody,
    read: anyOf(tenantStaff, invitedTo('grade'), visibleReviews),
    readVersions: nobody,
    unlock: nobody,
    update: onCourses('grade'),
  },
  admin: {
    defaultColumns: ['stars', 'text', 'course', 'learner', 'status', 'createdAt'],
    description: {
      en: 'What learners say of your courses. Answer a review, or hide it with a reason.',
      he: 'מה הלומדים אומרים על הקורסים. אפשר לענות לביקורת, או להסתיר אותה עם נימוק.',
      ru: 'Что студенты говорят о курсах. На отзыв можно ответить или скрыть его с объяснением.',
    },
    listSearchableFields: ['text'],
    useAsTitle: 'text',
  },
  custom: partOfCourse,
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'course',
      type: 'relationship',
      access: machineField,
      admin: { position: 'sidebar', readOnly: true },
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    {
      name: 'learner',
      type: 'relationship',
      access: machineField,
      admin: { position: 'sidebar', readOnly: true },
      index: true,
      label: { en: 'Learner', he: 'לומד', ru: 'Студент' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'stars',
      type: 'number',
      access: machineField,
      admin: { readOnly: true },
      label: { en: 'Stars', he: 'כוכבים', ru: 'Звёзды' },
      max: MOST_STARS,
      min: 1,
      required: true,
    },
    {
      name: 'text',
      type: 'textarea',
      access: machineField,
      admin: { readOnly: true },
      label: { en: 'Review', he: 'ביקורת', ru: 'Отзыв' },
      maxLength: LONGEST_REVIEW,
    },
    {
      name: 'reply',
      type: 'textarea',
      admin: {
        description: {
          en: 'Stands below the review, for everybody.',
          he: 'מוצגת תחת הביקורת, לכולם.',
          ru: 'Виден всем под отзывом.',
        },
      },
      label: { en: 'Answer of the school', he: 'תשובת בית הספר', ru: 'Ответ школы' },
      maxLength: LONGEST_REVIEW,
    },
    {
      name: 'status',
      type: 'select',
      admin: { position: 'sidebar' },
      defaultValue: 'published',
      label: { en: 'State', he: 'מצב', ru: 'Состояние' },
      options: [
        { label: { en: 'Shown', he: 'מוצגת', ru: 'Показан' }, value: 'published' },
        { label: { en: 'Hidden', he: 'מוסתרת', ru: 'Скрыт' }, value: 'hidden' },
      ],
      required: true,
    },
    hiddenReason,
    {
      name: 'moderatedBy',
      type: 'relationship',
      ...stamp,
      access: { ...machineField, read: ownOrStaffField },
      label: { en: 'Answered or hidden by', he: 'מי ענה או הסתיר', ru: 'Кто ответил или скрыл' },
      relationTo: 'users',
    },
    {
      name: 'repliedAt',
      type: 'date',
      ...stamp,
      label: { en: 'Answered', he: 'תשובה נכתבה', ru: 'Ответ дан' },
    },
    {
      name: 'editedAt',
      type: 'date',
      ...stamp,
      label: { en: 'Changed by its writer', he: 'נערכה', ru: 'Изменён автором' },
    },
  ],
  hooks: {
    afterChange: [announceModeration, contentChanged],
    beforeChange: [stampModeration],
  },
  indexes: [
    { fields: ['tenant', 'learner', 'course'], unique: true },
    { fields: ['tenant', 'course', 'status'] },
  ],
  labels: {
    plural: { en: 'Reviews', he: 'ביקורות', ru: 'Отзывы' },
    singular: { en: 'Review', he: 'ביקורת', ru: 'Отзыв' },
  },
  lockDocuments: false,
}
