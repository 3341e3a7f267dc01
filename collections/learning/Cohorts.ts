import type { CollectionConfig, DateField } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { MOST_OFFER_HOURS, OFFER_HOURS } from '@/domain/learning/waitlist'
import { managers, nobody, staffOnly, tenantStaff } from '@hooks/access'
import { setOnce } from '@hooks/access/learning'
import { followCohort, keepUsedCohort, soundCohort } from '@hooks/learning/cohorts'
import { keepEdition, leaveEdition } from '@hooks/learning/editions'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'

import { tenant } from '../fields/tenant'
import { discussionFields } from './cohortDiscussion'

/** Most people that a cohort can be limited to. */
const MOST_PLACES = 100_000

/** What operations write and nobody sets. */
const written = { create: () => false, update: () => false }

/** A moment that is set on the school's clock. */
const moment = (name: string, field: Partial<DateField>): DateField => ({
  ...field,
  name,
  type: 'date',
  admin: {
    ...field.admin,
    components: { Field: '/src/components/admin/SchoolTimeField#SchoolTimeField' },
    date: { pickerAppearance: 'dayAndTime' },
  },
})

/**
 * People who take a course together, from one moment on: `startsAt` opens it to them, `dates` are clock times of the
 * school that stand in place of the fixed dates of its sections and lessons. A learner is in one cohort of a course at
 * most, by `enrollments.cohort`. Places are not counted here: they are the rows that hold one. While it has an `edition` its
 * learners have the course as that keeps it; nothing but operations on editions writes it.
 */
export const Cohorts: CollectionConfig = {
  slug: 'cohorts',
  access: {
    admin: staffOnly,
    create: managers,
    delete: managers,
    read: tenantStaff,
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    defaultColumns: ['name', 'course', 'startsAt', 'endsAt', 'capacity', 'isOpen'],
    description: {
      en: 'Groups that take a course together, with a start, an end and a number of places. An offer sells them once “For a cohort” is ticked in it.',
      he: 'קבוצות שלומדות קורס יחד, עם התחלה, סוף ומספר מקומות. הצעה מוכרת אותן כשמסומן בה ״למחזור״.',
      ru: 'Группы, которые проходят курс вместе: с началом, концом и числом мест. Предложение продаёт их, если в нём отмечено «Для потока».',
    },
    listSearchableFields: ['name'],
    useAsTitle: 'name',
  },
  custom: partOfCourse,
  defaultPopulate: { name: true, startsAt: true },
  defaultSort: '-startsAt',
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', he: 'שם', ru: 'Название' },
      maxLength: 80,
      required: true,
    },
    {
      name: 'course',
      type: 'relationship',
      access: setOnce,
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    {
      type: 'row',
      fields: [
        moment('startsAt', {
          label: { en: 'Starts', he: 'מתחיל', ru: 'Начало' },
          required: true,
        }),
        moment('endsAt', {
          admin: {
            description: {
              en: 'Empty: it has no end.',
              he: 'ריק: אין סוף.',
              ru: 'Пусто: без конца.',
            },
          },
          label: { en: 'Ends', he: 'מסתיים', ru: 'Конец' },
        }),
      ],
    },
    {
      type: 'row',
      fields: [
        moment('enrollFrom', {
          admin: {
            description: { en: 'Empty: at once.', he: 'ריק: מייד.', ru: 'Пусто: сразу.' },
          },
          label: { en: 'Enrollment opens', he: 'ההרשמה נפתחת', ru: 'Запись открывается' },
        }),
        moment('enrollUntil', {
          admin: {
            description: {
              en: 'Empty: when the cohort starts. Later than that, people can still join while it runs.',
              he: 'ריק: כשהמחזור מתחיל. אם התאריך מאוחר יותר, אפשר להצטרף גם תוך כדי.',
              ru: 'Пусто: с началом потока. Если позже, можно присоединиться и по ходу.',
            },
          },
          label: { en: 'Enrollment closes', he: 'ההרשמה נסגרת', ru: 'Запись закрывается' },
        }),
      ],
    },
    {
      name: 'capacity',
      type: 'number',
      admin: {
        description: {
          en: 'Empty: no limit. A smaller number takes nobody’s place away.',
          he: 'ריק: ללא הגבלה. מספר קטן יותר אינו לוקח מקום מאיש.',
          ru: 'Пусто: без ограничения. Меньшее число ни у кого места не отнимет.',
        },
        step: 1,
      },
      label: { en: 'Places', he: 'מקומות', ru: 'Мест' },
      max: MOST_PLACES,
      min: 1,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'hasWaitlist',
          type: 'checkbox',
          admin: { condition: (data) => Boolean(data.capacity) },
          defaultValue: true,
          label: {
            en: 'Waitlist when it is full',
            he: 'רשימת המתנה כשאין מקום',
            ru: 'Лист ожидания, когда мест нет',
          },
        },
        {
          name: 'offerHours',
          type: 'number',
          admin: {
            condition: (data) => Boolean(data.capacity) && data.hasWaitlist !== false,
            description: {
              en: 'For so long a freed place is kept for the first in the queue, then for the next.',
              he: 'זה הזמן שמקום שהתפנה נשמר לראשון בתור, ואחריו לבא.',
              ru: 'Столько освободившееся место держат для первого в очереди, потом для следующего.',
            },
            step: 1,
          },
          defaultValue: OFFER_HOURS,
          label: { en: 'Hours to answer', he: 'שעות לתשובה', ru: 'Часов на ответ' },
          max: MOST_OFFER_HOURS,
          min: 1,
        },
      ],
    },
    {
      name: 'dates',
      type: 'json',
      admin: {
        components: { Field: '/src/components/admin/CohortDates#CohortDates' },
        condition: (data) => Boolean(data.course),
        disableListColumn: true,
      },
      label: { en: 'Own dates', he: 'תאריכים משלו', ru: 'Свои даты' },
    },
    {
      name: 'edition',
      type: 'relationship',
      access: written,
      admin: {
        components: { Field: '/src/components/admin/EditionPanel#EditionPanel' },
        disableListColumn: true,
      },
      index: true,
      label: { en: 'Edition of the course', he: 'מהדורת הקורס', ru: 'Редакция курса' },
      relationTo: 'course-editions',
    },
    {
      name: 'pinnedAt',
      type: 'date',
      access: written,
      admin: { hidden: true },
      label: { en: 'Keeps it since', he: 'שמורה מאז', ru: 'Держится её с' },
    },
    {
      name: 'pinnedBy',
      type: 'relationship',
      access: written,
      admin: { hidden: true },
      label: { en: 'Decided by', he: 'הוחלט על ידי', ru: 'Кто решил' },
      relationTo: 'users',
    },
    {
      name: 'pinnedAtStart',
      type: 'date',
      access: written,
      admin: { hidden: true },
      label: { en: 'Pinned by its start', he: 'קובעה עם ההתחלה', ru: 'Закреплён с началом' },
    },
    {
      name: 'isOpen',
      type: 'checkbox',
      admin: { position: 'sidebar' },
      defaultValue: true,
      label: { en: 'Open for enrollment', he: 'פתוח להרשמה', ru: 'Запись идёт' },
    },
    {
      name: 'closesAtEnd',
      type: 'checkbox',
      admin: {
        condition: (data) => Boolean(data.endsAt),
        description: {
          en: 'Progress, notes and certificates stay.',
          he: 'ההתקדמות, ההערות והתעודות נשארות.',
          ru: 'Пройденное, заметки и сертификаты остаются.',
        },
        position: 'sidebar',
      },
      defaultValue: false,
      label: {
        en: 'The course closes when the cohort ends',
        he: 'הקורס נסגר כשהמחזור מסתיים',
        ru: 'Курс закрывается с концом потока',
      },
    },
    {
      name: 'pinsAtStart',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Its learners keep the course as it stands when the cohort starts, whatever is changed afterwards.',
          he: 'לומדיו ימשיכו בקורס כפי שהוא ביום תחילת המחזור, גם אם ישתנה אחר כך.',
          ru: 'Студенты потока пройдут курс таким, каким он будет в день начала, что бы потом ни изменилось.',
        },
        position: 'sidebar',
      },
      defaultValue: false,
      label: {
        en: 'Pin the course when the cohort starts',
        he: 'לקבע את הקורס עם תחילת המחזור',
        ru: 'Закрепить курс с началом потока',
      },
    },
    ...discussionFields,
  ],
  hooks: {
    afterChange: [followCohort, contentChanged],
    afterDelete: [contentDeleted],
    beforeChange: [keepEdition],
    beforeDelete: [keepUsedCohort, leaveEdition],
    beforeValidate: [soundCohort],
  },
  labels: {
    plural: { en: 'Cohorts', he: 'מחזורים', ru: 'Потоки' },
    singular: { en: 'Cohort', he: 'מחזור', ru: 'Поток' },
  },
  lockDocuments: false,
}
