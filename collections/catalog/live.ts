import type { GroupField } from 'payload'

import { isTimeZone } from '@/domain/tenancy/timeZones'
import { isWebAddress } from '@/domain/catalog/resources'
import { authorField } from '@hooks/access/team'

type Siblings = { startsAt?: null | string }

/** When and where a live session is. Its link is for those who write lessons; learners are given it when the door opens. */
export const live: GroupField = {
  name: 'live',
  type: 'group',
  admin: { condition: ({ kind }) => kind === 'live' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'startsAt',
          type: 'date',
          admin: { date: { pickerAppearance: 'dayAndTime' } },
          label: { en: 'Begins', he: 'התחלה', ru: 'Начало' },
        },
        {
          name: 'endsAt',
          type: 'date',
          admin: { date: { pickerAppearance: 'dayAndTime' } },
          label: { en: 'Ends', he: 'סיום', ru: 'Окончание' },
          validate: (
            value: null | Date | string | undefined,
            { siblingData }: { siblingData: Siblings },
          ) =>
            !value ||
            !siblingData.startsAt ||
            new Date(value) > new Date(siblingData.startsAt) ||
            'Later than it begins.',
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'zone',
          type: 'text',
          admin: {
            description: {
              en: 'Such as Asia/Jerusalem: shown beside the learner’s own time.',
              he: 'למשל Asia/Jerusalem: מוצג לצד השעה של הלומד.',
              ru: 'Например, Europe/Moscow: показывается рядом со временем студента.',
            },
            rtl: false,
          },
          label: { en: 'Time zone', he: 'אזור זמן', ru: 'Часовой пояс' },
          validate: (value: null | string | undefined) =>
            !value || isTimeZone(value) || 'A time zone such as Europe/Berlin.',
        },
        {
          name: 'opensBefore',
          type: 'number',
          admin: {
            description: {
              en: 'Minutes before the beginning at which the link is shown; 10 when left empty.',
              he: 'כמה דקות לפני ההתחלה מוצג הקישור; 10 אם השדה ריק.',
              ru: 'За сколько минут до начала показать ссылку; если пусто — за 10.',
            },
          },
          label: { en: 'Door opens', he: 'פתיחת הדלת', ru: 'Вход открыт' },
          max: 1440,
          min: 0,
        },
      ],
    },
    {
      name: 'joinUrl',
      type: 'text',
      access: { read: authorField },
      admin: {
        description: {
          en: 'Where the session is, such as a meeting of Zoom or Meet.',
          he: 'המקום שבו מתקיים המפגש, למשל פגישה ב־Zoom או ב־Meet.',
          ru: 'Где идёт эфир, например встреча в Zoom или Meet.',
        },
        rtl: false,
      },
      label: { en: 'Link', he: 'קישור', ru: 'Ссылка' },
      maxLength: 2000,
      validate: (value: null | string | undefined) =>
        !value || isWebAddress(value) || 'An address with https://.',
    },
  ],
  label: { en: 'Session', he: 'מפגש', ru: 'Эфир' },
}
