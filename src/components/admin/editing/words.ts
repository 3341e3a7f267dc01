import type { Locale } from '@/domain/tenancy/locales'

type Words = {
  close: string
  compare: string
  copied: string
  copy: string
  failed: string
  heading: (who: string, when: string) => string
  hint: string
  load: string
  mine: string
  none: string
  overwrite: string
  overwritten: string
  somebody: string
  theirs: string
}

/** What a form says when somebody else has saved what it shows. */
export const EDITING_WORDS: Record<Locale, Words> = {
  en: {
    close: 'Hide the difference',
    compare: 'See the difference',
    copied: 'Your text is copied.',
    copy: 'Copy my text',
    failed: 'That did not work. Try again.',
    heading: (who, when) => `${who} saved a newer version, ${when}`,
    hint: 'Yours is still here and was not saved over it. If you save it now, the other one stays among the versions; if you load theirs, copy what you need first.',
    load: 'Load theirs',
    mine: 'Yours',
    none: 'Both say the same.',
    overwrite: 'Save mine over it',
    overwritten: 'Saved. The other one is among the versions.',
    somebody: 'Somebody',
    theirs: 'Saved',
  },
  he: {
    close: 'הסתרת ההבדלים',
    compare: 'הצגת ההבדלים',
    copied: 'הטקסט שלך הועתק.',
    copy: 'העתקת הטקסט שלי',
    failed: 'זה לא הצליח. אפשר לנסות שוב.',
    heading: (who, when) => `${who}: נשמרה גרסה חדשה יותר, ${when}`,
    hint: 'הגרסה שלך עדיין כאן ולא נשמרה עליה. אם לשמור אותה עכשיו, האחרת תישאר ברשימת הגרסאות; לפני טעינת הגרסה השמורה כדאי להעתיק את מה שנחוץ.',
    load: 'טעינת הגרסה השמורה',
    mine: 'שלך',
    none: 'אין הבדל בין השתיים.',
    overwrite: 'שמירת הגרסה שלי במקומה',
    overwritten: 'נשמר. הגרסה האחרת נמצאת ברשימת הגרסאות.',
    somebody: 'מישהו',
    theirs: 'שמור',
  },
  ru: {
    close: 'Скрыть различия',
    compare: 'Показать различия',
    copied: 'Ваш текст скопирован.',
    copy: 'Скопировать мой текст',
    failed: 'Не получилось. Попробуйте ещё раз.',
    heading: (who, when) => `${who}: сохранена более новая версия, ${when}`,
    hint: 'Ваш текст на месте и поверх неё не записан. Если сохранить его сейчас, другая останется среди версий; прежде чем загружать сохранённую, скопируйте нужное.',
    load: 'Загрузить сохранённую',
    mine: 'Ваша',
    none: 'Различий нет.',
    overwrite: 'Сохранить мою поверх',
    overwritten: 'Сохранено. Другая версия — в списке версий.',
    somebody: 'Кто-то',
    theirs: 'Сохранённая',
  },
}
