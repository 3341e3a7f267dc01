import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { BOOKING_SIDES, BOOKING_STATES } from '@/domain/learning/bookings'
import { anyOf, machineWritten, owner, tenantStaff } from '@hooks/access'

import { tenant } from '../fields/tenant'

const STATES = {
  attended: { en: 'Attended', he: 'השתתפו', ru: 'Прошёл обучение' },
  awaitingPayment: { en: 'Awaiting payment', he: 'ממתין לתשלום', ru: 'Ждёт оплаты' },
  cancelled: { en: 'Cancelled', he: 'בוטל', ru: 'Отменено' },
  confirmed: { en: 'Confirmed', he: 'אושר', ru: 'Подтверждено' },
  refunded: { en: 'Refunded', he: 'הוחזר הכסף', ru: 'Деньги возвращены' },
  requested: { en: 'Requested', he: 'התבקש', ru: 'Запрошено' },
  waitlisted: { en: 'On the waitlist', he: 'ברשימת המתנה', ru: 'В листе ожидания' },
}

const SIDES = {
  learner: { en: 'The learner', he: 'הלומד', ru: 'Студент' },
  school: { en: 'The school', he: 'בית הספר', ru: 'Школа' },
  time: { en: 'By itself', he: 'מעצמו', ru: 'Само' },
}

/**
 * The way of each place in a course, from the first wish on: each line is where a booking came to, when, and whose doing
 * it was. The last line of somebody in a course is where it stands. Lines are written once, in the order of `number`.
 */
export const BookingSteps: CollectionConfig = {
  slug: 'booking-steps',
  access: machineWritten(anyOf(tenantStaff, owner('learner'))),
  admin: {
    defaultColumns: ['learner', 'course', 'state', 'side', 'cohort', 'createdAt'],
    description: {
      en: 'Every step of every booking: who wished for a place, waits, is to pay, has it, and when that changed. Its learner sees the same.',
      he: 'כל צעד של כל הרשמה: מי ביקשו מקום, ממתינים, צריכים לשלם או קיבלו אותו, ומתי זה השתנה. הלומדים רואים אותו הדבר.',
      ru: 'Каждый шаг каждой записи: кто хотел место, ждёт, должен оплатить, получил его и когда это изменилось. Студент видит то же самое.',
    },
    useAsTitle: 'id',
  },
  custom: partOfCourse,
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
      name: 'cohort',
      type: 'relationship',
      label: { en: 'Cohort', he: 'מחזור', ru: 'Поток' },
      relationTo: 'cohorts',
    },
    {
      name: 'state',
      type: 'select',
      label: { en: 'State', he: 'מצב', ru: 'Состояние' },
      options: BOOKING_STATES.map((value) => ({ label: STATES[value], value })),
      required: true,
    },
    {
      name: 'side',
      type: 'select',
      label: { en: 'By', he: 'על ידי', ru: 'Кто' },
      options: BOOKING_SIDES.map((value) => ({ label: SIDES[value], value })),
      required: true,
    },
    {
      name: 'number',
      type: 'number',
      label: { en: 'Step', he: 'צעד', ru: 'Шаг' },
      min: 1,
      required: true,
    },
  ],
  indexes: [{ fields: ['tenant', 'learner', 'course', 'number'], unique: true }],
  labels: {
    plural: { en: 'Bookings', he: 'מהלך ההרשמות', ru: 'Ход записи' },
    singular: { en: 'Step of a booking', he: 'צעד בהרשמה', ru: 'Шаг записи' },
  },
  lockDocuments: false,
}
