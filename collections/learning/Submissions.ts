import type { CollectionConfig } from 'payload'

import type { SubmissionState } from '@/domain/learning/assignments/submissions'

import { holdsCourse } from '@/domain/catalog/ofCourse'
import { SUBMISSION_STATES } from '@/domain/learning/assignments/submissions'
import { machineWritten } from '@hooks/access'
import { onCourses } from '@hooks/access/team'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

const STATES: Record<SubmissionState, { en: string; he: string; ru: string }> = {
  draft: { en: 'Being written', he: 'בכתיבה', ru: 'Пишется' },
  graded: { en: 'Graded', he: 'נבדקה', ru: 'Оценена' },
  replaced: { en: 'Followed by another', he: 'הוחלפה באחרת', ru: 'Заменена другой' },
  returned: { en: 'Given back', he: 'הוחזרה', ru: 'Возвращена' },
  submitted: { en: 'Waits to be graded', he: 'ממתינה לבדיקה', ru: 'Ждёт проверки' },
}

/**
 * What a learner hands in for an assignment, each time they do: the text, which of their files, and by when it
 * was due. The newest may be a draft still. Learners read theirs through /api/assignments.
 */
export const Submissions: CollectionConfig = {
  slug: 'submissions',
  access: machineWritten(onCourses('grade')),
  admin: {
    components: { beforeListTable: ['/src/components/admin/ReviewQueue#ReviewQueue'] },
    defaultColumns: ['learner', 'lesson', 'number', 'state', 'submittedAt'],
    description: {
      en: 'What learners handed in for assignments.',
      he: 'מה שהלומדים הגישו במטלות.',
      ru: 'Работы, сданные студентами.',
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
    {
      name: 'number',
      type: 'number',
      label: { en: 'Submission', he: 'הגשה', ru: 'Сдача' },
      min: 1,
      required: true,
    },
    {
      name: 'state',
      type: 'select',
      defaultValue: 'draft',
      label: { en: 'State', he: 'מצב', ru: 'Состояние' },
      options: SUBMISSION_STATES.map((value) => ({ label: STATES[value], value })),
      required: true,
    },
    {
      name: 'text',
      type: 'textarea',
      defaultValue: '',
      label: { en: 'Text', he: 'טקסט', ru: 'Текст' },
    },
    record('files', { defaultValue: [], label: { en: 'Files', he: 'קבצים', ru: 'Файлы' } }),
    { name: 'dueAt', type: 'date', label: { en: 'Was due', he: 'מועד ההגשה', ru: 'Срок' } },
    {
      name: 'lateDays',
      type: 'number',
      defaultValue: 0,
      label: { en: 'Days late', he: 'ימי איחור', ru: 'Дней опоздания' },
      min: 0,
      required: true,
    },
    { name: 'submittedAt', type: 'date', label: { en: 'Handed in', he: 'הוגש', ru: 'Сдано' } },
    {
      name: 'points',
      type: 'number',
      label: { en: 'Points given', he: 'נקודות שניתנו', ru: 'Поставлено баллов' },
    },
    {
      name: 'score',
      type: 'number',
      label: {
        en: 'Points after lateness',
        he: 'נקודות אחרי איחור',
        ru: 'Баллы с учётом опоздания',
      },
    },
    {
      name: 'percent',
      type: 'number',
      label: { en: 'Result, %', he: 'תוצאה, %', ru: 'Результат, %' },
    },
    { name: 'passed', type: 'checkbox', label: { en: 'Passed', he: 'עבר', ru: 'Пройден' } },
    {
      name: 'comment',
      type: 'textarea',
      defaultValue: '',
      label: { en: 'Comment', he: 'הערה', ru: 'Комментарий' },
    },
    record('levels', {
      defaultValue: {},
      label: { en: 'Levels of the rubric', he: 'רמות במחוון', ru: 'Уровни критериев' },
    }),
    record('remarks', {
      defaultValue: [],
      label: { en: 'Comments on pages', he: 'הערות על עמודים', ru: 'Комментарии на страницах' },
    }),
    record('thread', {
      defaultValue: [],
      label: { en: 'Messages', he: 'הודעות', ru: 'Сообщения' },
    }),
    record('decisions', {
      defaultValue: [],
      label: { en: 'What was decided', he: 'מה הוחלט', ru: 'Что было решено' },
    }),
    {
      name: 'againAt',
      type: 'date',
      label: { en: 'Wanted again by', he: 'להגשה חוזרת עד', ru: 'Сдать снова до' },
    },
    { name: 'gradedAt', type: 'date', label: { en: 'Decided', he: 'הוחלט', ru: 'Решено' } },
    {
      name: 'repliedAt',
      type: 'date',
      index: true,
      label: { en: 'Waits for an answer since', he: 'ממתין לתשובה מאז', ru: 'Ждёт ответа с' },
    },
    { name: 'version', type: 'number', admin: { hidden: true }, defaultValue: 0, required: true },
  ],
  indexes: [
    { fields: ['tenant', 'learner', 'lesson', 'number'], unique: true },
    { fields: ['tenant', 'state', 'submittedAt'] },
  ],
  labels: {
    plural: { en: 'Submissions', he: 'הגשות', ru: 'Работы' },
    singular: { en: 'Submission', he: 'הגשה', ru: 'Работа' },
  },
  lockDocuments: false,
}
