import type { GroupField, NumberField } from 'payload'

import type { DataClass } from '@/domain/tenancy/retention'

import { DATA_CLASSES, KEEPING } from '@/domain/tenancy/retention'

const LABELS: Readonly<Record<DataClass, { en: string; he: string; ru: string }>> = {
  checkouts: {
    en: 'Unfinished checkouts',
    he: 'רכישות שלא הושלמו',
    ru: 'Незавершённые покупки',
  },
  consents: {
    en: 'Choices of visitors, and the network a consent came from',
    he: 'בחירות של מבקרים, והרשת שממנה ניתנה הסכמה',
    ru: 'Выбор посетителей и сеть, из которой дано согласие',
  },
  films: { en: 'Who watched which film', he: 'מי צפה באיזה סרטון', ru: 'Кто смотрел какое видео' },
  lines: {
    en: 'Lines of imported files of people',
    he: 'שורות מקובצי אנשים שיובאו',
    ru: 'Строки загруженных файлов с людьми',
  },
  mails: { en: 'Mails that were sent', he: 'הודעות דוא״ל שנשלחו', ru: 'Отправленные письма' },
  notifications: {
    en: 'Notifications in the app',
    he: 'התראות באפליקציה',
    ru: 'Уведомления в приложении',
  },
  origins: {
    en: 'Addresses and browsers in the log',
    he: 'כתובות ודפדפנים ביומן',
    ru: 'Адреса и браузеры в журнале',
  },
  reports: {
    en: 'Payment reports as they were sent',
    he: 'דיווחי תשלום כפי שנשלחו',
    ru: 'Уведомления об оплате, как их прислали',
  },
  sessions: {
    en: 'Sessions that are over',
    he: 'חיבורים שהסתיימו',
    ru: 'Завершённые сеансы',
  },
}

const daysOf = (name: DataClass): NumberField => {
  const { days, least, most } = KEEPING[name]

  return {
    name,
    type: 'number',
    admin: {
      description: {
        en: `${least} to ${most} days; ${days} where empty.`,
        he: `בין ${least} ל־${most} ימים; ${days} אם ריק.`,
        ru: `От ${least} до ${most} дней; если пусто, ${days}.`,
      },
    },
    label: LABELS[name],
    max: most,
    min: least,
    validate: (value: null | number | undefined) =>
      value == null ||
      (Number.isInteger(value) && value >= least && value <= most) ||
      `A whole number of days, from ${least} to ${most}.`,
  }
}

/** How many days a school keeps each class of data. */
export const retention: GroupField = {
  name: 'retention',
  type: 'group',
  admin: {
    description: {
      en: 'Older data is cleared away every night. Nothing of a person under legal hold goes.',
      he: 'מידע ישן יותר נמחק בכל לילה. דבר ממי שחלה עליו חובת שמירה משפטית אינו נמחק.',
      ru: 'Более старые данные удаляются каждую ночь. Данные людей, на которых наложен запрет удаления, остаются.',
    },
  },
  fields: DATA_CLASSES.map(daysOf),
  label: {
    en: 'How many days data is kept',
    he: 'כמה ימים נשמר המידע',
    ru: 'Сколько дней хранятся данные',
  },
}
