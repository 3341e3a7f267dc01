import type { CollectionConfig } from 'payload'

import { holdsCourse } from '@/domain/catalog/ofCourse'
import { anyOf, managers, nobody, owner, staffOnly } from '@hooks/access'
import { ofStaff } from '@hooks/access/team'
import { machineField, setOnce } from '@hooks/access/learning'
import { stampPause } from '@hooks/learning/enrollmentChanges'
import { announceEnrollment } from '@hooks/learning/enrollments'

import { tenant } from '../fields/tenant'

/**
 * The right of one learner to one course, and how far they have come with it. An order makes it, or
 * a manager by hand; never the learner directly. `percent` and `completedAt` are recounted from
 * progress, and a course once completed stays completed. `nextReleaseAt` is when it is to be looked at for lessons
 * that have opened.
 */
export const Enrollments: CollectionConfig = {
  slug: 'enrollments',
  access: {
    admin: staffOnly,
    create: managers,
    delete: nobody,
    read: anyOf(owner('learner'), ofStaff()),
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    components: { beforeListTable: ['/src/components/admin/EnrollmentDesk#EnrollmentDesk'] },
    defaultColumns: ['learner', 'course', 'percent', 'status', 'accessUntil', 'createdAt'],
    description: {
      en: 'Who may learn in which course, and how far they have come.',
      he: 'מי לומדים באיזה קורס, וכמה התקדמו.',
      ru: 'Кто на каком курсе учится и как далеко продвинулся.',
    },
    useAsTitle: 'id',
  },
  custom: holdsCourse,
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'learner',
      type: 'relationship',
      access: setOnce,
      index: true,
      label: { en: 'Learner', he: 'לומד', ru: 'Студент' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'course',
      type: 'relationship',
      access: setOnce,
      admin: {
        description: {
          en: 'Here prerequisites are not checked, and no reason is kept. For both, use “Enroll people” over the list.',
          he: 'כאן לא נבדקים קורסים שצריך להשלים לפני כן ולא נשמרת סיבה. בשביל שניהם יש ״רישום אנשים״ מעל הרשימה.',
          ru: 'Здесь не проверяются курсы, которые нужно пройти до этого, и не хранится причина. Для этого есть «Зачислить» над списком.',
        },
      },
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    {
      name: 'cohort',
      type: 'relationship',
      access: machineField,
      admin: {
        description: {
          en: 'Changed by “Move” over the list of enrollments.',
          he: 'משנים דרך ״העברה״ מעל רשימת ההרשמות.',
          ru: 'Меняется через «Перевести» над списком зачислений.',
        },
        position: 'sidebar',
        readOnly: true,
      },
      index: true,
      label: { en: 'Cohort', he: 'מחזור', ru: 'Поток' },
      relationTo: 'cohorts',
    },
    {
      name: 'status',
      type: 'select',
      admin: { position: 'sidebar' },
      defaultValue: 'active',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: [
        { label: { en: 'Active', he: 'פעילה', ru: 'Активно' }, value: 'active' },
        { label: { en: 'Paused', he: 'מושהית', ru: 'Приостановлено' }, value: 'paused' },
        { label: { en: 'Expired', he: 'הסתיימה', ru: 'Истекло' }, value: 'expired' },
        { label: { en: 'Revoked', he: 'בוטלה', ru: 'Отозвано' }, value: 'revoked' },
      ],
      required: true,
    },
    {
      name: 'source',
      type: 'select',
      access: machineField,
      admin: { position: 'sidebar', readOnly: true },
      defaultValue: 'staff',
      label: { en: 'Came by', he: 'מקור', ru: 'Источник' },
      options: [
        { label: { en: 'Purchase', he: 'רכישה', ru: 'Покупка' }, value: 'order' },
        { label: { en: 'Free offer', he: 'הצעה חינמית', ru: 'Бесплатно' }, value: 'free' },
        { label: { en: 'Subscription', he: 'מנוי', ru: 'Подписка' }, value: 'subscription' },
        { label: { en: 'Staff', he: 'צוות', ru: 'Вручную' }, value: 'staff' },
      ],
      required: true,
    },
    {
      name: 'order',
      type: 'relationship',
      access: machineField,
      admin: { position: 'sidebar', readOnly: true },
      label: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
      relationTo: 'orders',
    },
    {
      name: 'accessUntil',
      type: 'date',
      access: machineField,
      admin: {
        date: { pickerAppearance: 'dayAndTime' },
        description: { en: 'Empty: for good.', he: 'ריק: לתמיד.', ru: 'Пусто: навсегда.' },
        position: 'sidebar',
        readOnly: true,
      },
      label: { en: 'Open until', he: 'פתוחה עד', ru: 'Открыт до' },
    },
    { name: 'pausedAt', type: 'date', access: machineField, admin: { hidden: true } },
    {
      name: 'nextReleaseAt',
      type: 'date',
      access: machineField,
      admin: { hidden: true },
      index: true,
    },
    {
      name: 'percent',
      type: 'number',
      access: machineField,
      admin: { readOnly: true },
      defaultValue: 0,
      label: { en: 'Done, %', he: 'הושלם, %', ru: 'Пройдено, %' },
      max: 100,
      min: 0,
      required: true,
    },
    {
      name: 'completedAt',
      type: 'date',
      access: machineField,
      admin: { readOnly: true },
      label: { en: 'Completed', he: 'הושלם בתאריך', ru: 'Завершено' },
    },
    {
      name: 'open',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/WhatIsOpen#WhatIsOpen' },
        condition: (data) => Boolean(data.id),
        disableListColumn: true,
      },
    },
  ],
  hooks: { afterChange: [announceEnrollment, stampPause] },
  indexes: [{ fields: ['tenant', 'learner', 'course'], unique: true }],
  labels: {
    plural: { en: 'Enrollments', he: 'הרשמות', ru: 'Зачисления' },
    singular: { en: 'Enrollment', he: 'הרשמה', ru: 'Зачисление' },
  },
  lockDocuments: false,
}
