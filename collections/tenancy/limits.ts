import type { GroupField, NumberField } from 'payload'

import type { LimitName } from '@/domain/tenancy/limits'

import { isLimit } from '@/domain/tenancy/limits'
import { managerField, platformField } from '@hooks/access'

type Words = { en: string; he: string; ru: string }

const limit = (name: 'requests' | LimitName, label: Words): NumberField => ({
  name,
  type: 'number',
  admin: { step: 1 },
  label,
  validate: (value: null | number | undefined) =>
    isLimit(value) || 'A whole number that is not below zero, or nothing.',
})

/** How much a plan gives of each; nothing means no limit. */
export const limitFields: readonly NumberField[] = [
  limit('courses', { en: 'Courses', he: 'קורסים', ru: 'Курсы' }),
  limit('accounts', { en: 'Accounts', he: 'חשבונות', ru: 'Учётные записи' }),
  limit('staff', {
    en: 'Accounts of staff',
    he: 'חשבונות של צוות',
    ru: 'Учётные записи сотрудников',
  }),
  limit('storage', {
    en: 'Files, in megabytes',
    he: 'קבצים, במגה־בייטים',
    ru: 'Файлы, в мегабайтах',
  }),
  limit('mails', {
    en: 'Mails with course news, in a month',
    he: 'הודעות עדכון על קורסים, בחודש',
    ru: 'Письма с новостями курсов, за месяц',
  }),
]

/** How often each API client of a school may ask in a minute: no amount that is used up, and so no limit of `LIMIT_NAMES`. */
export const requestsField: NumberField = {
  ...limit('requests', {
    en: 'Requests of an API client, in a minute',
    he: 'בקשות של לקוח API, בדקה',
    ru: 'Запросы клиента API, в минуту',
  }),
  admin: {
    description: {
      en: 'Empty means 100.',
      he: 'ריק – 100.',
      ru: 'Пусто — 100.',
    },
    step: 1,
  },
}

/** How much a school may have: set by the platform's staff, read by the school's managers, and by nobody else. */
export const limits: GroupField = {
  name: 'limits',
  type: 'group',
  access: { create: platformField, read: managerField, update: platformField },
  admin: {
    description: {
      en: 'Set by the platform; empty means no limit. At a limit nothing is lost: only adding more is refused.',
      he: 'נקבעות על ידי הפלטפורמה; ריק – ללא הגבלה. כשמכסה מתמלאת דבר אינו נמחק: רק תוספת נדחית.',
      ru: 'Задаёт платформа; пусто — без ограничения. Когда лимит исчерпан, ничего не пропадает: нельзя только добавить новое.',
    },
  },
  fields: [
    ...limitFields.map((field) => ({
      ...field,
      access: { create: platformField, read: managerField, update: platformField },
      admin: {
        components: { afterInput: ['/src/components/admin/LimitUsage#LimitUsage'] },
        step: 1,
      },
    })),
    {
      ...requestsField,
      access: { create: platformField, read: managerField, update: platformField },
    },
  ],
  label: { en: 'Limits', he: 'מכסות', ru: 'Лимиты' },
}
