import type { Means, Purpose } from '@/domain/identity/consents'

type Words = {
  failed: string
  given: string
  heading: string
  hint: string
  means: Record<Means, string>
  none: string
  purposes: Record<Purpose, string>
  version: (version: string) => string
  withdrawn: string
}

/** The words about what somebody agreed to. */
export const CONSENT_WORDS: Record<'en' | 'he' | 'ru', Words> = {
  en: {
    failed: 'The consents could not be read. Open the page anew.',
    given: 'Agreed',
    heading: 'Consents',
    hint: 'What this person agreed to or took back, the newest first. Nobody can change it.',
    means: {
      account: 'in the account',
      banner: 'on a page',
      checkout: 'at checkout',
      signUp: 'at sign-up',
      unsubscribe: 'by the link of a mail',
    },
    none: 'Nothing was agreed to yet.',
    purposes: {
      courseUpdates: 'News of courses by mail',
      embeds: 'Content of other sites',
      privacy: 'Privacy policy',
      refunds: 'Refund policy',
      reminders: 'Reminders of purchases by mail',
      terms: 'Terms',
    },
    version: (version) => `version ${version}`,
    withdrawn: 'Taken back',
  },
  he: {
    failed: 'לא ניתן היה לקרוא את ההסכמות. יש לפתוח את העמוד מחדש.',
    given: 'ניתנה הסכמה',
    heading: 'הסכמות',
    hint: 'למה האדם הסכים ומה בוטל, מהחדש לישן. איש אינו יכול לשנות זאת.',
    means: {
      account: 'בחשבון',
      banner: 'בעמוד',
      checkout: 'ברכישה',
      signUp: 'בהרשמה',
      unsubscribe: 'בקישור שבדוא״ל',
    },
    none: 'עדיין לא ניתנו הסכמות.',
    purposes: {
      courseUpdates: 'חדשות על קורסים בדוא״ל',
      embeds: 'תוכן מאתרים אחרים',
      privacy: 'מדיניות פרטיות',
      refunds: 'מדיניות החזרים',
      reminders: 'תזכורות על רכישות בדוא״ל',
      terms: 'תנאי שימוש',
    },
    version: (version) => `גרסה ${version}`,
    withdrawn: 'ההסכמה בוטלה',
  },
  ru: {
    failed: 'Не удалось прочитать согласия. Откройте страницу заново.',
    given: 'Согласие дано',
    heading: 'Согласия',
    hint: 'С чем этот человек согласился и что отозвал, сначала новые. Изменить это нельзя.',
    means: {
      account: 'в личном кабинете',
      banner: 'на странице',
      checkout: 'при покупке',
      signUp: 'при регистрации',
      unsubscribe: 'по ссылке из письма',
    },
    none: 'Согласий пока нет.',
    purposes: {
      courseUpdates: 'Новости курсов по почте',
      embeds: 'Содержимое других сайтов',
      privacy: 'Политика конфиденциальности',
      refunds: 'Условия возврата',
      reminders: 'Напоминания о покупках по почте',
      terms: 'Условия использования',
    },
    version: (version) => `версия ${version}`,
    withdrawn: 'Отозвано',
  },
}
