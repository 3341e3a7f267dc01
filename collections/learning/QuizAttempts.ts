import type { CollectionConfig } from 'payload'

import { machineWritten } from '@hooks/access'
import { onCourses } from '@hooks/access/team'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/**
 * One try at a quiz: the questions as they stood at its start, with their key as corrected since,
 * every answer with its time, and the grade. So it is read here by authors alone; a learner sees it
 * through /api/attempts.
 */
export const QuizAttempts: CollectionConfig = {
  slug: 'quiz-attempts',
  access: machineWritten(onCourses('grade', 'lesson.course')),
  admin: {
    components: { beforeListTable: ['/src/components/admin/GradingQueue#GradingQueue'] },
    defaultColumns: ['learner', 'quiz', 'number', 'percent', 'passed', 'waits', 'submittedAt'],
    description: {
      en: 'Answers learners gave in quizzes, and their results.',
      he: 'התשובות שניתנו בבחנים, והתוצאות.',
      ru: 'Ответы студентов в тестах и их результаты.',
    },
    useAsTitle: 'id',
  },
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
      name: 'quiz',
      type: 'relationship',
      index: true,
      label: { en: 'Quiz', he: 'בוחן', ru: 'Тест' },
      relationTo: 'quizzes',
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
      label: { en: 'Attempt', he: 'ניסיון', ru: 'Попытка' },
      min: 1,
      required: true,
    },
    { name: 'questions', type: 'json', admin: { hidden: true }, required: true },
    record('answers', { defaultValue: {}, label: { en: 'Answers', he: 'תשובות', ru: 'Ответы' } }),
    {
      name: 'passMark',
      type: 'number',
      label: { en: 'Pass mark, %', he: 'ציון עובר, %', ru: 'Проходной балл, %' },
      max: 100,
      min: 0,
      required: true,
    },
    {
      name: 'startedAt',
      type: 'date',
      label: { en: 'Started', he: 'התחלה', ru: 'Начато' },
      required: true,
    },
    {
      name: 'inFilm',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Answered inside a film, one question at a time.',
          he: 'נענה בתוך סרט, שאלה אחר שאלה.',
          ru: 'Отвечено внутри фильма, вопрос за вопросом.',
        },
      },
      defaultValue: false,
      label: { en: 'In a film', he: 'בסרט', ru: 'В фильме' },
    },
    { name: 'deadlineAt', type: 'date', label: { en: 'Ends', he: 'מועד אחרון', ru: 'Срок' } },
    { name: 'submittedAt', type: 'date', label: { en: 'Handed in', he: 'הוגש', ru: 'Сдано' } },
    { name: 'score', type: 'number', label: { en: 'Points', he: 'נקודות', ru: 'Баллы' } },
    {
      name: 'maxScore',
      type: 'number',
      label: { en: 'Of points', he: 'מתוך נקודות', ru: 'Из баллов' },
    },
    {
      name: 'percent',
      type: 'number',
      label: { en: 'Result, %', he: 'תוצאה, %', ru: 'Результат, %' },
    },
    { name: 'passed', type: 'checkbox', label: { en: 'Passed', he: 'עבר', ru: 'Пройден' } },
    {
      name: 'waits',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Waits for a grader', he: 'ממתין לבודק', ru: 'Ждёт проверки' },
    },
    {
      name: 'markedAt',
      type: 'date',
      label: { en: 'Marked by hand', he: 'נבדק ידנית', ru: 'Проверено вручную' },
    },
    record('marks', {
      defaultValue: {},
      isRequired: false,
      label: { en: 'Marks given by hand', he: 'ציונים ידניים', ru: 'Оценки проверяющего' },
    }),
  ],
  indexes: [
    { fields: ['tenant', 'learner', 'lesson', 'number'], unique: true },
    { fields: ['tenant', 'waits', 'submittedAt'] },
    { fields: ['tenant', 'markedAt'] },
  ],
  labels: {
    plural: { en: 'Attempts', he: 'ניסיונות', ru: 'Попытки' },
    singular: { en: 'Attempt', he: 'ניסיון', ru: 'Попытка' },
  },
  lockDocuments: false,
}
