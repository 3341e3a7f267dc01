import type { Locale } from '@/domain/tenancy/locales'

type Refusal = 'browserOnly' | 'notActive' | 'notALearner' | 'yourself'

type ViewWords = {
  failed: string
  forbidden: string
  refusals: Record<Refusal, string>
  view: string
  viewAs: (name: string) => string
}

/** What is said where staff begin to see the school as a learner does. */
export const VIEW_WORDS: Record<Locale, ViewWords> = {
  en: {
    failed: 'That did not work. Please try again.',
    forbidden: 'Only owners, administrators and support may do this.',
    refusals: {
      browserOnly: 'Only somebody signed in with a browser can do this.',
      notActive: 'This account is not active, so there is nothing to see.',
      notALearner: 'This person works in the school. Only learners can be viewed like this.',
      yourself: 'This is you.',
    },
    view: 'View as',
    viewAs: (name) => `View as ${name}`,
  },
  he: {
    failed: 'הפעולה נכשלה. אפשר לנסות שוב.',
    forbidden: 'רק בעלים, מנהלים ותמיכה רשאים לעשות זאת.',
    refusals: {
      browserOnly: 'אפשר לעשות זאת רק בדפדפן, לאחר כניסה לחשבון.',
      notActive: 'החשבון הזה אינו פעיל, ולכן אין מה לראות.',
      notALearner: 'האדם הזה עובד בבית הספר. כך אפשר לצפות רק בעיני לומדים.',
      yourself: 'זה החשבון שלך.',
    },
    view: 'צפייה בעיני הלומד',
    viewAs: (name) => `צפייה בעיני הלומד: ${name}`,
  },
  ru: {
    failed: 'Не получилось. Попробуйте ещё раз.',
    forbidden: 'Это могут только владельцы, администраторы и поддержка.',
    refusals: {
      browserOnly: 'Это можно сделать только в браузере, войдя в свою учётную запись.',
      notActive: 'Эта учётная запись не активна, смотреть нечего.',
      notALearner: 'Этот человек работает в школе. Так можно смотреть только глазами студентов.',
      yourself: 'Это вы.',
    },
    view: 'Смотреть как',
    viewAs: (name) => `Смотреть как ${name}`,
  },
}
