import type { LimitName } from '@/domain/tenancy/limits'
import type { IncludedName } from '@/domain/tenancy/plans'
import type { Locale } from '@/domain/tenancy/locales'

export type PlanWords = {
  ask: string
  askSubject: (plan: string) => string
  current: string
  included: Record<IncludedName, string>
  intro: string
  limits: Record<LimitName, (most: string) => string>
  month: (price: string) => string
  noContact: string
  none: string
  notIncluded: string
  offered: string
  safe: string
  title: string
  unlimited: Record<LimitName, string>
  usage: string
  usageNames: Record<LimitName, string>
}

/** What the panel of plans says. Written so that no number bends a word. */
export const PLAN_WORDS: Record<Locale, PlanWords> = {
  en: {
    ask: 'Ask for this plan',
    askSubject: (plan) => `Another plan: ${plan}`,
    current: 'Your plan',
    included: { certificates: 'Certificates', coupons: 'Coupons', domains: 'Domains of your own' },
    intro: 'How much your school has used, and what it may have.',
    limits: {
      accounts: (most) => `Accounts: ${most}`,
      courses: (most) => `Courses: ${most}`,
      mails: (most) => `Mails with course news in a month: ${most}`,
      staff: (most) => `Accounts of staff: ${most}`,
      storage: (most) => `Files: ${most} MB`,
    },
    month: (price) => `${price} a month`,
    noContact: 'Write to whoever runs this platform to change your plan.',
    none: 'No other plans are offered at the moment.',
    notIncluded: 'not included',
    offered: 'Plans',
    safe: 'At a limit nothing is lost or hidden: all you have stays, and can be changed. Only adding more is refused.',
    title: 'Plan and usage',
    unlimited: {
      accounts: 'Accounts without a limit',
      courses: 'Courses without a limit',
      mails: 'Mails with course news without a limit',
      staff: 'Accounts of staff without a limit',
      storage: 'Files without a limit',
    },
    usage: 'Used',
    usageNames: {
      accounts: 'Accounts',
      courses: 'Courses',
      mails: 'Mails with course news this month',
      staff: 'Accounts of staff',
      storage: 'Files',
    },
  },
  he: {
    ask: 'לבקש את המסלול הזה',
    askSubject: (plan) => `מסלול אחר: ${plan}`,
    current: 'המסלול שלך',
    included: { certificates: 'תעודות', coupons: 'קופונים', domains: 'דומיינים משלך' },
    intro: 'כמה בית הספר ניצל, וכמה מותר לו.',
    limits: {
      accounts: (most) => `חשבונות: ${most}`,
      courses: (most) => `קורסים: ${most}`,
      mails: (most) => `הודעות עדכון על קורסים בחודש: ${most}`,
      staff: (most) => `חשבונות של צוות: ${most}`,
      storage: (most) => `קבצים: ${most} מ״ב`,
    },
    month: (price) => `${price} לחודש`,
    noContact: 'כדי להחליף מסלול אפשר לכתוב למי שמפעיל את הפלטפורמה.',
    none: 'אין כרגע מסלולים אחרים.',
    notIncluded: 'לא כלול',
    offered: 'מסלולים',
    safe: 'כשמכסה מתמלאת דבר אינו נמחק או מוסתר: הכול נשאר, ואפשר לשנות אותו. רק תוספת נדחית.',
    title: 'מסלול וניצול',
    unlimited: {
      accounts: 'חשבונות ללא הגבלה',
      courses: 'קורסים ללא הגבלה',
      mails: 'הודעות עדכון ללא הגבלה',
      staff: 'חשבונות של צוות ללא הגבלה',
      storage: 'קבצים ללא הגבלה',
    },
    usage: 'ניצול',
    usageNames: {
      accounts: 'חשבונות',
      courses: 'קורסים',
      mails: 'הודעות עדכון על קורסים החודש',
      staff: 'חשבונות של צוות',
      storage: 'קבצים',
    },
  },
  ru: {
    ask: 'Попросить этот тариф',
    askSubject: (plan) => `Другой тариф: ${plan}`,
    current: 'Ваш тариф',
    included: { certificates: 'Сертификаты', coupons: 'Купоны', domains: 'Свои домены' },
    intro: 'Сколько школа использовала и сколько ей можно.',
    limits: {
      accounts: (most) => `Учётные записи: ${most}`,
      courses: (most) => `Курсы: ${most}`,
      mails: (most) => `Письма с новостями курсов за месяц: ${most}`,
      staff: (most) => `Учётные записи сотрудников: ${most}`,
      storage: (most) => `Файлы: ${most} МБ`,
    },
    month: (price) => `${price} в месяц`,
    noContact: 'Чтобы сменить тариф, напишите тем, кто управляет платформой.',
    none: 'Других тарифов сейчас нет.',
    notIncluded: 'не входит',
    offered: 'Тарифы',
    safe: 'Когда лимит исчерпан, ничего не пропадает и не скрывается: всё остаётся и доступно для изменений. Нельзя только добавить новое.',
    title: 'Тариф и использование',
    unlimited: {
      accounts: 'Учётные записи без ограничения',
      courses: 'Курсы без ограничения',
      mails: 'Письма с новостями без ограничения',
      staff: 'Учётные записи сотрудников без ограничения',
      storage: 'Файлы без ограничения',
    },
    usage: 'Использовано',
    usageNames: {
      accounts: 'Учётные записи',
      courses: 'Курсы',
      mails: 'Письма с новостями курсов в этом месяце',
      staff: 'Учётные записи сотрудников',
      storage: 'Файлы',
    },
  },
}
