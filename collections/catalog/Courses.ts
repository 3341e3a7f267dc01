import type { CollectionConfig } from 'payload'

import { anyOf, authored, publishedAndKept } from '@hooks/access'
import { authorsWithRoomForCourses } from '@hooks/access/limits'
import { leadField, onCourses } from '@hooks/access/team'
import { keepWithinCourses } from '@hooks/catalog/courses'
import { confirmTrash, eraseWhole } from '@hooks/catalog/courseTrash'
import { refuseCircles } from '@hooks/catalog/prerequisites'
import { guardEdits } from '@hooks/catalog/editing'
import { guardShelf, rememberShelf } from '@hooks/catalog/publication'
import { keepTrashToLeads } from '@hooks/catalog/team'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'
import { ownReferences, ownRelations } from '@hooks/tenancy/relations'
import { stampTrash } from '@hooks/tenancy/trash'

import { drafts, draftsEdit } from '../fields/drafts'
import { editor } from '../fields/editor'
import { slug } from '../fields/slug'
import { tenant } from '../fields/tenant'
import { audience, duration, faq, language, measures, requirements, shelves } from './courseFacts'
import { prerequisites } from './prerequisites'

/**
 * What a school teaches. Its sections and their lessons are rows of their own, ordered by drag here.
 * Deleting is soft for thirty days; learners keep what they have, and a course that has any stays.
 */
export const Courses: CollectionConfig = {
  slug: 'courses',
  access: {
    ...authored({
      read: anyOf(onCourses('see', 'id'), publishedAndKept),
      write: onCourses('write', 'id'),
    }),
    create: authorsWithRoomForCourses,
    delete: onCourses('publish', 'id'),
    readVersions: onCourses('see', 'parent'),
  },
  admin: {
    components: {
      beforeListTable: [
        '/src/components/admin/LimitNotice#LimitNotice',
        '/src/components/admin/TransferDesk#TransferDesk',
      ],
      edit: {
        beforeDocumentControls: [
          ...draftsEdit.beforeDocumentControls,
          '/src/components/admin/EditGuard#EditGuard',
          '/src/components/admin/TellLearners#TellLearners',
        ],
        editMenuItems: [
          '/src/components/admin/CloneCourse#CloneCourse',
          '/src/components/admin/TrashCourse#TrashCourse',
        ],
        PublishButton: '/src/components/admin/PublishCourse#PublishCourse',
      },
      views: {
        edit: {
          curriculum: {
            Component: '/src/components/admin/CurriculumPage#CurriculumPage',
            path: '/curriculum',
            tab: {
              href: '/curriculum',
              label: ({ t }) => t('lectern:curriculum'),
              order: 150,
            },
          },
          learners: {
            Component: '/src/components/admin/RosterView#RosterView',
            path: '/learners',
            tab: {
              href: '/learners',
              label: ({ t }) => t('lectern:learners'),
              order: 160,
            },
          },
          versions: { Component: '/src/components/admin/VersionsPage#VersionsPage' },
        },
      },
    },
    defaultColumns: ['title', '_status', 'updatedAt'],
    description: {
      en: 'What you teach: sections, their lessons, and the page that sells them.',
      he: 'מה מלמדים: פרקים, השיעורים שבהם והעמוד שמוכר אותם.',
      ru: 'Чему вы учите: разделы, уроки и страница, которая их продаёт.',
    },
    listSearchableFields: ['title', 'slug', 'summary'],
    preview: (doc) => (typeof doc.slug === 'string' ? `/courses/${doc.slug}` : null),
    useAsTitle: 'title',
  },
  defaultPopulate: { slug: true, cover: true, title: true },
  fields: [
    tenant(),
    {
      name: 'publication',
      type: 'ui',
      admin: {
        components: {
          Field: '/src/components/admin/CoursePublication#CoursePublication',
        },
        disableListColumn: true,
      },
    },
    {
      name: 'team',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/CourseTeam#CourseTeam' },
        disableListColumn: true,
      },
    },
    {
      name: 'card',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/course/CardPreview#CardPreview' },
        disableListColumn: true,
        position: 'sidebar',
      },
    },
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', he: 'כותרת', ru: 'Название' },
      maxLength: 120,
      required: true,
    },
    {
      name: 'summary',
      type: 'textarea',
      label: { en: 'Summary', he: 'תקציר', ru: 'Кратко' },
      maxLength: 400,
    },
    {
      name: 'cover',
      type: 'upload',
      label: { en: 'Cover', he: 'תמונת שער', ru: 'Обложка' },
      relationTo: 'media',
    },
    {
      name: 'description',
      type: 'richText',
      label: { en: 'Description', he: 'תיאור', ru: 'Описание' },
    },
    {
      name: 'outcomes',
      type: 'textarea',
      admin: {
        description: {
          en: 'What a learner can do afterwards; one on each line.',
          he: 'מה ניתן לעשות בסיום; אחד בכל שורה.',
          ru: 'Чему научится студент; по одному в строке.',
        },
      },
      label: { en: 'Outcomes', he: 'תוצאות', ru: 'Результаты' },
      maxLength: 4000,
    },
    prerequisites,
    requirements,
    audience,
    faq,
    ...shelves,
    {
      name: 'level',
      type: 'select',
      admin: { position: 'sidebar' },
      defaultValue: 'all',
      label: { en: 'Level', he: 'רמה', ru: 'Уровень' },
      options: [
        { label: { en: 'Everyone', he: 'לכולם', ru: 'Для всех' }, value: 'all' },
        { label: { en: 'Beginner', he: 'מתחילים', ru: 'Начальный' }, value: 'beginner' },
        { label: { en: 'Intermediate', he: 'ביניים', ru: 'Средний' }, value: 'intermediate' },
        { label: { en: 'Advanced', he: 'מתקדמים', ru: 'Продвинутый' }, value: 'advanced' },
      ],
      required: true,
    },
    language,
    duration,
    ...measures,
    {
      name: 'instructor',
      type: 'relationship',
      access: { update: leadField },
      admin: { position: 'sidebar' },
      label: { en: 'Instructor', he: 'מרצה', ru: 'Преподаватель' },
      relationTo: 'users',
    },
    {
      name: 'coInstructors',
      type: 'relationship',
      access: { update: leadField },
      admin: { position: 'sidebar' },
      hasMany: true,
      label: { en: 'Taught together with', he: 'בהוראה משותפת עם', ru: 'Вместе с' },
      maxRows: 10,
      relationTo: 'users',
    },
    slug(),
    editor,
    {
      name: 'sections',
      type: 'join',
      admin: { defaultColumns: ['title', 'lessons'] },
      collection: 'sections',
      label: { en: 'Sections', he: 'פרקים', ru: 'Разделы' },
      on: 'course',
      orderable: true,
    },
  ],
  hooks: {
    afterChange: [guardShelf, contentChanged],
    afterDelete: [contentDeleted],
    beforeChange: [
      keepWithinCourses,
      keepTrashToLeads,
      confirmTrash,
      stampTrash,
      rememberShelf,
      guardEdits('courses'),
    ],
    beforeDelete: [eraseWhole],
    beforeValidate: [
      ownReferences('courses', 'description'),
      ownRelations('courses', 'categories', 'categories'),
      ownRelations('courses', 'coInstructors', 'users'),
      ownRelations('courses', 'prerequisites', 'courses'),
      refuseCircles,
    ],
  },
  indexes: [{ fields: ['tenant', 'slug'], unique: true }],
  labels: {
    plural: { en: 'Courses', he: 'קורסים', ru: 'Курсы' },
    singular: { en: 'Course', he: 'קורס', ru: 'Курс' },
  },
  trash: true,
  versions: drafts,
}
