import type { LimitName } from '@/domain/tenancy/limits'
import type { Locale } from '@/domain/tenancy/locales'

import { isLocale } from '@/domain/tenancy/locales'

type Words = Record<LimitName, (most: string) => string>

/** Written so that no number bends a word. */
const WORDS: Record<Locale, Words> = {
  en: {
    accounts: (most) => `The school’s limit for accounts is ${most}, and it is reached.`,
    courses: (most) => `The school’s limit for courses is ${most}, and it is reached.`,
    mails: (most) =>
      `The school’s limit for mails with course news is ${most} in a month, and this one would go beyond it.`,
    staff: (most) => `The school’s limit for accounts of staff is ${most}, and it is reached.`,
    storage: (most) => `The school’s limit for files is ${most} MB, and there is no room left.`,
  },
  he: {
    accounts: (most) => `מכסת החשבונות של בית הספר היא ${most}, והיא נוצלה במלואה.`,
    courses: (most) => `מכסת הקורסים של בית הספר היא ${most}, והיא נוצלה במלואה.`,
    mails: (most) => `מכסת הודעות העדכון של בית הספר היא ${most} בחודש, וההודעה הזו חורגת ממנה.`,
    staff: (most) => `מכסת חשבונות הצוות של בית הספר היא ${most}, והיא נוצלה במלואה.`,
    storage: (most) => `מכסת הקבצים של בית הספר היא ${most} מ״ב, ואין די מקום.`,
  },
  ru: {
    accounts: (most) => `Лимит школы на учётные записи исчерпан. Он равен ${most}.`,
    courses: (most) => `Лимит школы на курсы исчерпан. Он равен ${most}.`,
    mails: (most) =>
      `Лимит школы на письма с новостями — ${most} в месяц, и это письмо его превысит.`,
    staff: (most) => `Лимит школы на учётные записи сотрудников исчерпан. Он равен ${most}.`,
    storage: (most) => `Лимит школы на файлы — ${most} МБ, места не хватает.`,
  },
}

/** What whoever works in a school reads where its limit says no; `most` in the limit's own unit. */
export const limitWords = ({
  language,
  limit,
  most,
}: {
  language: string
  limit: LimitName
  most: number
}): string => {
  const locale = isLocale(language) ? language : 'en'

  return WORDS[locale][limit](new Intl.NumberFormat(locale).format(most))
}
