import type { CollectionConfig } from 'payload'

import { holdsCourse } from '@/domain/catalog/ofCourse'
import { anyOf, machineWritten, owner } from '@hooks/access'
import { ofStaff } from '@hooks/access/team'

import { tenant } from '../fields/tenant'

/**
 * How far one learner is with one lesson: what was seen of it, in merged spans of seconds or pages, where
 * it was left, which of its files were taken how often, and when it was completed. Written by the learning
 * endpoints alone.
 */
export const Progress: CollectionConfig = {
  slug: 'progress',
  access: machineWritten(anyOf(owner('learner'), ofStaff())),
  admin: {
    defaultColumns: ['learner', 'lesson', 'share', 'completedAt', 'updatedAt'],
    description: {
      en: 'How far each learner has come in each lesson.',
      he: 'כמה התקדמו הלומדים בכל שיעור.',
      ru: 'Как далеко каждый студент продвинулся в каждом уроке.',
    },
    useAsTitle: 'id',
  },
  custom: holdsCourse,
  fields: [
    tenant(),
    {
      name: 'learner',
      type: 'relationship',
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
      name: 'course',
      type: 'relationship',
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    {
      name: 'enrollment',
      type: 'relationship',
      index: true,
      label: { en: 'Enrollment', he: 'הרשמה', ru: 'Зачисление' },
      relationTo: 'enrollments',
      required: true,
    },
    { name: 'spans', type: 'json', admin: { hidden: true }, defaultValue: [], required: true },
    {
      name: 'seconds',
      type: 'number',
      defaultValue: 0,
      label: {
        en: 'Seconds or pages seen',
        he: 'שניות או עמודים שנצפו',
        ru: 'Просмотрено секунд или страниц',
      },
      min: 0,
      required: true,
    },
    {
      name: 'share',
      type: 'number',
      admin: {
        description: {
          en: 'Of its seconds or pages, 0 to 1.',
          he: 'מתוך השניות או העמודים, 0 עד 1.',
          ru: 'Доля секунд или страниц, от 0 до 1.',
        },
      },
      defaultValue: 0,
      label: { en: 'Share seen', he: 'חלק שנצפה', ru: 'Доля просмотра' },
      max: 1,
      min: 0,
      required: true,
    },
    {
      name: 'downloads',
      type: 'number',
      admin: {
        description: {
          en: 'How often files of the lesson were taken.',
          he: 'כמה פעמים הורדו קבצים של השיעור.',
          ru: 'Сколько раз скачаны файлы урока.',
        },
      },
      defaultValue: 0,
      label: { en: 'Downloads', he: 'הורדות', ru: 'Скачивания' },
      min: 0,
      required: true,
    },
    {
      name: 'score',
      type: 'number',
      admin: {
        description: {
          en: 'The best that its package reported.',
          he: 'הטוב ביותר שהחבילה דיווחה.',
          ru: 'Лучший, о котором сообщил пакет.',
        },
      },
      label: { en: 'Score, %', he: 'ציון, %', ru: 'Балл, %' },
      max: 100,
      min: 0,
    },
    { name: 'package', type: 'json', admin: { hidden: true } },
    { name: 'files', type: 'json', admin: { hidden: true }, defaultValue: {}, required: true },
    {
      name: 'position',
      type: 'number',
      defaultValue: 0,
      label: {
        en: 'Left at, second or page',
        he: 'נעצר בשנייה או בעמוד',
        ru: 'Остановка, секунда или страница',
      },
      min: 0,
      required: true,
    },
    {
      name: 'positionAt',
      type: 'date',
      label: { en: 'Left when', he: 'מועד העצירה', ru: 'Когда остановка' },
    },
    {
      name: 'completedAt',
      type: 'date',
      label: { en: 'Completed', he: 'הושלם בתאריך', ru: 'Завершено' },
    },
  ],
  indexes: [{ fields: ['tenant', 'learner', 'lesson'], unique: true }],
  labels: {
    plural: { en: 'Progress', he: 'התקדמות', ru: 'Прогресс' },
    singular: { en: 'Progress', he: 'התקדמות', ru: 'Прогресс' },
  },
  lockDocuments: false,
}
