import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { anyOf, authored, authors, previewLessons } from '@hooks/access'
import { enrolled } from '@hooks/access/lessons'
import { lengthFromVideo, ownCaptions, sectionsCourse } from '@hooks/catalog/lessons'
import { ownRelease } from '@hooks/catalog/release'
import { ownResources } from '@hooks/catalog/resources'
import { sectionComesAlong } from '@hooks/catalog/sectionTrash'
import { keepStudiedLesson } from '@hooks/catalog/studied'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'
import { ownReferences } from '@hooks/tenancy/relations'
import { stampTrash } from '@hooks/tenancy/trash'

import { drafts, draftsEdit } from '../fields/drafts'
import { place } from '../fields/place'
import { previewedAt } from '../fields/preview'
import { release } from '../fields/release'
import { tenant } from '../fields/tenant'
import { captions } from './captions'
import { resources } from './resources'

/**
 * One sitting: a video, a text or a quiz. Its content is for those enrolled; a lesson marked as
 * preview is for everybody.
 */
export const Lessons: CollectionConfig = {
  slug: 'lessons',
  access: authored({ read: anyOf(authors, previewLessons, enrolled), write: authors }),
  admin: {
    components: { edit: draftsEdit },
    defaultColumns: ['title', 'kind', 'course', '_status'],
    description: {
      en: 'Videos, texts and quizzes, each in a section of a course.',
      he: 'סרטונים, טקסטים ובחנים, כל אחד בפרק של קורס.',
      ru: 'Видео, тексты и тесты; каждый урок стоит в разделе курса.',
    },
    listSearchableFields: ['title'],
    useAsTitle: 'title',
    ...previewedAt('lessons'),
  },
  custom: partOfCourse,
  defaultPopulate: { kind: true, title: true },
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
      name: 'section',
      type: 'relationship',
      admin: { position: 'sidebar' },
      index: true,
      label: { en: 'Section', he: 'פרק', ru: 'Раздел' },
      relationTo: 'sections',
      required: true,
    },
    {
      name: 'course',
      type: 'relationship',
      admin: { position: 'sidebar', readOnly: true },
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    place({ isAside: true, order: '_lessons_lessons_order', parent: 'section' }),
    release({ isAside: true }),
    {
      name: 'kind',
      type: 'select',
      defaultValue: 'video',
      label: { en: 'Kind', he: 'סוג', ru: 'Вид' },
      options: [
        { label: { en: 'Video', he: 'וידאו', ru: 'Видео' }, value: 'video' },
        { label: { en: 'Text', he: 'טקסט', ru: 'Текст' }, value: 'text' },
        { label: { en: 'Quiz', he: 'בוחן', ru: 'Тест' }, value: 'quiz' },
      ],
      required: true,
    },
    {
      name: 'video',
      type: 'upload',
      admin: { condition: (data) => data.kind === 'video' },
      filterOptions: { mimeType: { contains: 'video/' } },
      label: { en: 'Video', he: 'וידאו', ru: 'Видео' },
      relationTo: 'media',
    },
    captions,
    {
      name: 'duration',
      type: 'number',
      admin: {
        description: {
          en: 'In seconds; read from the video when left empty.',
          he: 'בשניות; נקרא מהווידאו אם השדה ריק.',
          ru: 'В секундах; если пусто, берётся из видео.',
        },
      },
      label: { en: 'Length', he: 'אורך', ru: 'Длительность' },
      min: 0,
    },
    {
      name: 'quiz',
      type: 'relationship',
      admin: { condition: (data) => data.kind === 'quiz' },
      label: { en: 'Quiz', he: 'בוחן', ru: 'Тест' },
      relationTo: 'quizzes',
    },
    { name: 'body', type: 'richText', label: { en: 'Text', he: 'טקסט', ru: 'Текст' } },
    resources,
    {
      name: 'isPreview',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Open to everybody, without an account.',
          he: 'פתוח לכולם, ללא חשבון.',
          ru: 'Открыт всем, без аккаунта.',
        },
        position: 'sidebar',
      },
      defaultValue: false,
      label: { en: 'Preview', he: 'תצוגה מקדימה', ru: 'Пробный урок' },
    },
    {
      name: 'isRequired',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Counts towards finishing the course.',
          he: 'נספר להשלמת הקורס.',
          ru: 'Учитывается в прохождении курса.',
        },
        position: 'sidebar',
      },
      defaultValue: true,
      label: { en: 'Required', he: 'חובה', ru: 'Обязательный' },
    },
  ],
  hooks: {
    afterChange: [sectionComesAlong, contentChanged],
    afterDelete: [contentDeleted],
    beforeChange: [stampTrash],
    beforeDelete: [keepStudiedLesson],
    beforeValidate: [
      sectionsCourse,
      lengthFromVideo,
      ownCaptions,
      ownReferences('lessons', 'body'),
      ownResources,
      ownRelease('lessons'),
    ],
  },
  labels: {
    plural: { en: 'Lessons', he: 'שיעורים', ru: 'Уроки' },
    singular: { en: 'Lesson', he: 'שיעור', ru: 'Урок' },
  },
  trash: true,
  versions: drafts,
}
