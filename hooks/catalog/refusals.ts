import type { PayloadRequest } from 'payload'

import { APIError } from 'payload'

import { isLocale } from '@/domain/tenancy/locales'

type Sentence = (title: string, count: number) => string

/** Why something of the catalog stays as it is, in the words of whoever asks: an API, or a toast of the admin. */
const SENTENCES = {
  asked: {
    en: (title, count) =>
      `“${title}” is asked by quizzes: ${count}. Take it out of them first, or retire it.`,
    he: (title, count) =>
      `״${title}״ נשאלת בבחנים: ${count}. תחילה יש להוציא אותה מהם, או להוציא אותה משימוש.`,
    ru: (title, count) =>
      `«${title}» задают тесты: ${count}. Сначала уберите вопрос из них или выведите из оборота.`,
  },
  categoryInUse: {
    en: (title, count) =>
      count > 0
        ? `“${title}” has courses: ${count}. Move them to another category first.`
        : `“${title}” has categories below it. Move or delete them first.`,
    he: (title, count) =>
      count > 0
        ? `בקטגוריה ״${title}״ יש קורסים: ${count}. תחילה יש להעביר אותם לקטגוריה אחרת.`
        : `תחת הקטגוריה ״${title}״ יש קטגוריות נוספות. תחילה יש להעביר או למחוק אותן.`,
    ru: (title, count) =>
      count > 0
        ? `В категории «${title}» есть курсы: ${count}. Сначала перенесите их в другую.`
        : `В категорию «${title}» входят другие. Сначала перенесите или удалите их.`,
  },
  courseHasEnrollments: {
    en: (title, count) =>
      `“${title}” has learners: ${count}. They will keep it. Open the course to confirm and move it to the trash.`,
    he: (title, count) =>
      `לקורס ״${title}״ רשומים לומדים: ${count}. הגישה שלהם תישמר. כדי לאשר ולהעביר לאשפה יש לפתוח את הקורס.`,
    ru: (title, count) =>
      `На курс «${title}» зачислены студенты: ${count}. Доступ у них останется. Чтобы подтвердить и убрать курс в корзину, откройте его.`,
  },
  inUse: {
    en: (title) =>
      `“${title}” cannot be removed for good: somebody has learned with it, is enrolled or has ordered it.`,
    he: (title) => `אי אפשר למחוק את ״${title}״ לצמיתות: יש מי שלמד, נרשם או הזמין.`,
    ru: (title) =>
      `«${title}» нельзя удалить навсегда: по этим материалам учились, на курс записаны или его заказали.`,
  },
  keptByCohort: {
    en: (title) =>
      `“${title}” cannot be removed for good: a cohort that is pinned to its course learns by it. Let the cohort follow the course first.`,
    he: (title) =>
      `אי אפשר למחוק את ״${title}״ לצמיתות: לומד לפיו מחזור שהקורס שלו מקובע. תחילה יש להחזיר את המחזור לקורס המתעדכן.`,
    ru: (title) =>
      `«${title}» нельзя удалить навсегда: по нему учится поток, за которым курс закреплён. Сначала верните поток к обновляемому курсу.`,
  },
  notInTrash: {
    en: (title) => `“${title}” is removed for good from the trash only. Move it there first.`,
    he: (title) => `״${title}״ נמחק לצמיתות רק מהאשפה. תחילה יש להעביר אותו לשם.`,
    ru: (title) => `«${title}» удаляется навсегда только из корзины. Сначала уберите его туда.`,
  },
  sectionHasLessons: {
    en: (title, count) =>
      `“${title}” still has lessons: ${count}. Remove them for good first, or move them to another section.`,
    he: (title, count) =>
      `בפרק ״${title}״ עדיין יש שיעורים: ${count}. תחילה יש למחוק אותם לצמיתות או להעביר לפרק אחר.`,
    ru: (title, count) =>
      `В разделе «${title}» ещё есть уроки: ${count}. Сначала удалите их навсегда или перенесите в другой раздел.`,
  },
} satisfies Record<string, Record<'en' | 'he' | 'ru', Sentence>>

/** 409 with its code, and a sentence in the language of the request. */
export const refusal = ({
  code,
  count = 0,
  req,
  title,
}: {
  code: keyof typeof SENTENCES
  /** How many learners, courses, or quizzes. */
  count?: number
  req: PayloadRequest
  title: string
}): APIError => {
  const language = req.i18n?.language
  const sentence: Sentence = SENTENCES[code][isLocale(language) ? language : 'en']
  const data = code === 'courseHasEnrollments' ? { code, enrollments: count } : { code }

  return new APIError(sentence(title, count), 409, data, true)
}

/** Why a course is not published as it is saved. */
const PUBLICATION = {
  approvalRequired: {
    en: 'Courses of this school are published by its managers. Submit the course for approval.',
    he: 'בבית הספר הזה קורסים מתפרסמים באישור ההנהלה. אפשר להגיש את הקורס לאישור.',
    ru: 'В этой школе курсы публикуют её руководители. Отправьте курс на проверку.',
  },
  wrongStage: {
    en: 'This course is in the archive. Take it out of there first.',
    he: 'הקורס נמצא בארכיון. תחילה יש להוציא אותו משם.',
    ru: 'Курс в архиве. Сначала верните его оттуда.',
  },
} as const

/** 403 approvalRequired or 409 wrongStage, with a sentence in the language of the request. */
export const publicationRefusal = ({
  code,
  req,
}: {
  code: keyof typeof PUBLICATION
  req: PayloadRequest
}): APIError => {
  const language = req.i18n?.language

  return new APIError(
    PUBLICATION[code][isLocale(language) ? language : 'en'],
    code === 'approvalRequired' ? 403 : 409,
    { code },
    true,
  )
}

type Standing = { editor: null | string; times: readonly string[] }

const CHANGED = {
  en: (who: string) =>
    `${who} has saved a newer version. Nothing of yours was written over it; compare the two before you save.`,
  he: (who: string) =>
    `${who}: נשמרה גרסה חדשה יותר. שום דבר לא נכתב עליה; כדאי להשוות בין השתיים לפני השמירה.`,
  ru: (who: string) =>
    `${who}: сохранена более новая версия. Поверх неё ничего не записано; сравните обе, прежде чем сохранять.`,
}

const SOMEBODY = { en: 'Somebody', he: 'מישהו', ru: 'Кто-то' }

/** 409 documentChanged with who wrote what stands now, and since when. */
export const editRefusal = ({
  newest: { editor, times },
  req,
}: {
  newest: Standing
  req: PayloadRequest
}): APIError => {
  const given = req.i18n?.language
  const language = isLocale(given) ? given : 'en'
  const data = { code: 'documentChanged', editor, updatedAt: times[0] }

  return new APIError(CHANGED[language](editor ?? SOMEBODY[language]), 409, data, true)
}
