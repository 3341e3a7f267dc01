import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { PLACE_REQUEST_STATUSES } from '@/domain/learning/placeRequests'
import { anyOf, machineWritten, owner, tenantStaff } from '@hooks/access'

import { tenant } from '../fields/tenant'

const LABELS = {
  approved: { en: 'Approved, to be paid', he: 'אושרה, ממתינה לתשלום', ru: 'Одобрена, ждёт оплаты' },
  declined: { en: 'Declined', he: 'נדחתה', ru: 'Отклонена' },
  lapsed: { en: 'Not paid in time', he: 'לא שולמה בזמן', ru: 'Не оплачена вовремя' },
  requested: { en: 'To be decided', he: 'ממתינה להחלטה', ru: 'Ждёт решения' },
  taken: { en: 'Has the place', he: 'התקבל מקום', ru: 'Место получено' },
  waitlisted: {
    en: 'Approved, on the waitlist',
    he: 'אושרה, ברשימת המתנה',
    ru: 'Одобрена, в листе ожидания',
  },
  withdrawn: { en: 'Withdrawn', he: 'בוטלה על ידי המבקש', ru: 'Отозвана' },
}

/**
 * Wishes for a place in a course whose places are given on request. Of somebody and a course at most one is `requested` or
 * `approved`; an approved one keeps a place in its cohort until `payUntil`. Rows are kept as they were decided.
 */
export const PlaceRequests: CollectionConfig = {
  slug: 'place-requests',
  access: machineWritten(anyOf(tenantStaff, owner('learner'))),
  admin: {
    components: { beforeListTable: ['/src/components/admin/RequestDesk#RequestDesk'] },
    defaultColumns: ['learner', 'course', 'cohort', 'status', 'message', 'createdAt'],
    description: {
      en: 'Who asks for a place in a course whose places are given on request, and what was decided.',
      he: 'מי מבקשים מקום בקורס שהמקומות בו ניתנים לפי בקשה, ומה הוחלט.',
      ru: 'Кто просит место на курсе, куда принимают по заявке, и что решено.',
    },
    useAsTitle: 'id',
  },
  custom: partOfCourse,
  defaultSort: 'createdAt',
  fields: [
    tenant(),
    {
      name: 'learner',
      type: 'relationship',
      index: true,
      label: { en: 'Learner', he: 'לומד', ru: 'Студент' },
      relationTo: 'users',
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
      name: 'offer',
      type: 'relationship',
      label: { en: 'Offer', he: 'הצעה', ru: 'Предложение' },
      relationTo: 'offers',
    },
    {
      name: 'cohort',
      type: 'relationship',
      label: { en: 'Cohort', he: 'מחזור', ru: 'Поток' },
      relationTo: 'cohorts',
    },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'requested',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: PLACE_REQUEST_STATUSES.map((value) => ({ label: LABELS[value], value })),
      required: true,
    },
    {
      name: 'question',
      type: 'text',
      label: { en: 'Question', he: 'שאלה', ru: 'Вопрос' },
    },
    {
      name: 'message',
      type: 'textarea',
      label: { en: 'What they wrote', he: 'מה כתבו', ru: 'Что написали' },
    },
    {
      name: 'reason',
      type: 'textarea',
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
    },
    {
      name: 'decidedBy',
      type: 'relationship',
      label: { en: 'Decided by', he: 'הוחלט על ידי', ru: 'Кто решил' },
      relationTo: 'users',
    },
    {
      name: 'decidedAt',
      type: 'date',
      label: { en: 'Decided', he: 'מועד ההחלטה', ru: 'Решено' },
    },
    {
      name: 'payUntil',
      type: 'date',
      label: { en: 'Kept until', he: 'נשמר עד', ru: 'Держим до' },
    },
  ],
  indexes: [
    { fields: ['cohort', 'status'] },
    { fields: ['status', 'payUntil'] },
    { fields: ['tenant', 'status', 'createdAt'] },
  ],
  labels: {
    plural: { en: 'Requests for places', he: 'בקשות למקום', ru: 'Заявки на место' },
    singular: { en: 'Request for a place', he: 'בקשה למקום', ru: 'Заявка на место' },
  },
  lockDocuments: false,
}
