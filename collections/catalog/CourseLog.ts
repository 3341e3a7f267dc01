import type { CollectionConfig, SelectField, StaticLabel } from 'payload'

import type { Stage, Step } from '@/domain/catalog/publication/workflow'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { STAGES, STEPS } from '@/domain/catalog/publication/workflow'
import { machineWritten } from '@hooks/access'
import { onCourses } from '@hooks/access/team'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

type Words = { en: string; he: string; ru: string }

const STEP_LABELS: Record<Step, Words> = {
  answer: { en: 'Answered', he: 'נכתבה תשובה', ru: 'Ответ' },
  approve: { en: 'Approved', he: 'אושר', ru: 'Одобрен' },
  archive: { en: 'Archived', he: 'הועבר לארכיון', ru: 'В архив' },
  publish: { en: 'Published', he: 'פורסם', ru: 'Опубликован' },
  reject: { en: 'Returned', he: 'הוחזר', ru: 'Возвращён' },
  reopen: { en: 'Out of the archive', he: 'הוצא מהארכיון', ru: 'Из архива' },
  submit: { en: 'Submitted', he: 'הוגש לאישור', ru: 'Отправлен на проверку' },
  unpublish: { en: 'Taken back', he: 'הוסר מפרסום', ru: 'Снят с публикации' },
  withdraw: { en: 'Withdrawn', he: 'ההגשה בוטלה', ru: 'Отозван' },
}

const STAGE_LABELS: Record<Stage, Words> = {
  archived: { en: 'Archived', he: 'בארכיון', ru: 'В архиве' },
  draft: { en: 'Draft', he: 'טיוטה', ru: 'Черновик' },
  inReview: { en: 'In review', he: 'בבדיקה', ru: 'На проверке' },
  published: { en: 'Published', he: 'מפורסם', ru: 'Опубликован' },
}

const stage = (name: 'fromStage' | 'toStage', label: StaticLabel): SelectField => ({
  name,
  type: 'select',
  label,
  options: STAGES.map((value) => ({ label: STAGE_LABELS[value], value })),
  required: true,
})

/**
 * The way of each course to learners: who moved it when, from where to where, and what was said. Its last
 * line is where a course stands. Lines are written once and never changed.
 */
export const CourseLog: CollectionConfig = {
  slug: 'course-log',
  access: machineWritten(onCourses('see')),
  admin: {
    components: { beforeListTable: ['/src/components/admin/ApprovalQueue#ApprovalQueue'] },
    defaultColumns: ['course', 'step', 'note', 'author', 'createdAt'],
    description: {
      en: 'Courses that wait to be approved, and every step of every course: who, when and why.',
      he: 'קורסים שממתינים לאישור, וכל צעד בדרכו של כל קורס: מי, מתי ומדוע.',
      ru: 'Курсы, которые ждут одобрения, и каждый шаг каждого курса: кто, когда и почему.',
    },
    listSearchableFields: ['note'],
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
      name: 'step',
      type: 'select',
      label: { en: 'Step', he: 'צעד', ru: 'Шаг' },
      options: STEPS.map((value) => ({ label: STEP_LABELS[value], value })),
      required: true,
    },
    stage('fromStage', { en: 'From', he: 'ממצב', ru: 'Откуда' }),
    stage('toStage', { en: 'To', he: 'למצב', ru: 'Куда' }),
    {
      name: 'note',
      type: 'textarea',
      label: { en: 'Note', he: 'הערה', ru: 'Комментарий' },
    },
    record('points', {
      isRequired: false,
      label: { en: 'Points', he: 'סעיפים', ru: 'Пункты' },
    }),
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'By', he: 'על ידי', ru: 'Кто' },
      relationTo: 'users',
    },
  ],
  labels: {
    plural: { en: 'Approval', he: 'אישור פרסום', ru: 'Согласование' },
    singular: { en: 'Step of a course', he: 'צעד של קורס', ru: 'Шаг курса' },
  },
  lockDocuments: false,
}
