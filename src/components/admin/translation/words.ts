import type { Locale } from '@/domain/tenancy/locales'
import type { RuleCode } from '@/domain/errors'

type Refusals = Partial<Record<RuleCode, string>>

const NODES = {
  en: {
    callout: 'Callout',
    embed: 'Video',
    heading: 'Heading',
    listitem: 'List item',
    quote: 'Quote',
  },
  he: {
    callout: 'הדגשה',
    embed: 'סרטון',
    heading: 'כותרת',
    listitem: 'פריט ברשימה',
    quote: 'ציטוט',
  },
  ru: {
    callout: 'Врезка',
    embed: 'Видео',
    heading: 'Заголовок',
    listitem: 'Пункт списка',
    quote: 'Цитата',
  },
}

/** What the tab of translations says in one language. */
export type TranslationWords = {
  all: string
  confirm: string
  copy: string
  course: string
  done: (extent: { current: number; total: number }) => string
  emptyBody: string
  emptyTitle: string
  failed: string
  filter: string
  forbidden: string
  gone: string
  hint: string
  into: (language: string) => string
  language: string
  loading: string
  missing: string
  nodes: Record<string, string>
  none: string
  nothing: string
  original: string
  refusals: Refusals
  retry: string
  saved: string
  saving: string
  settings: string
  stale: string
  staleCount: (count: number) => string
  states: { current: string; missing: string; stale: string }
  tags: string
  title: string
  whole: string
  was: string
}

export const TRANSLATION_WORDS: Record<Locale, TranslationWords> = {
  en: {
    all: 'All texts',
    confirm: 'Still right',
    copy: 'Copy the original',
    course: 'The whole course',
    done: ({ current, total }) => `${current} of ${total}`,
    emptyBody:
      'Name the further languages of your school, and its documents can be translated here.',
    emptyTitle: 'Your school writes in one language',
    failed: 'This did not work. What you wrote is still here.',
    filter: 'Show',
    forbidden: 'You can read this document, but only those who may change it can translate it.',
    gone: 'This document is not there any more.',
    hint: 'Every text is saved as you go. What is not translated is shown as it was written.',
    into: (language) => `In ${language}`,
    language: 'Language',
    loading: 'Loading…',
    missing: 'Not translated',
    nodes: NODES.en,
    none: 'There is nothing to translate here yet.',
    nothing: 'Nothing of that kind is left.',
    original: 'Original',
    refusals: {
      segmentUnknown: 'This text is not part of the document any more. Reload the page.',
      sourceChanged: 'The original has changed once more. Reload the page and look again.',
      tagsDiffer: 'Keep each numbered mark of the original once, around its words.',
      textTooLong: 'This is too long for its place.',
    },
    retry: 'Try again',
    saved: 'Saved',
    saving: 'Saving…',
    settings: 'To the settings',
    stale: 'Out of date',
    staleCount: (count) => `${count} out of date`,
    states: { current: 'Translated', missing: 'Not translated', stale: 'Original has changed' },
    tags: 'Marks such as <1>…</1> stand around formatted words and links. Keep each of them.',
    title: 'Translations',
    was: 'It was translated from',
    whole: 'Document',
  },
  he: {
    all: 'כל הטקסטים',
    confirm: 'עדיין נכון',
    copy: 'העתקת המקור',
    course: 'הקורס כולו',
    done: ({ current, total }) => `${current} מתוך ${total}`,
    emptyBody: 'אחרי בחירת שפות נוספות לבית הספר אפשר יהיה לתרגם כאן את התכנים שלו.',
    emptyTitle: 'בית הספר כותב בשפה אחת',
    failed: 'זה לא הצליח. מה שנכתב עדיין כאן.',
    filter: 'הצגה',
    forbidden: 'אפשר לקרוא את המסמך, אבל רק מי שרשאים לשנות אותו יכולים לתרגם.',
    gone: 'המסמך כבר לא קיים.',
    hint: 'כל טקסט נשמר תוך כדי כתיבה. מה שלא תורגם יוצג כפי שנכתב במקור.',
    into: (language) => `ב${language}`,
    language: 'שפה',
    loading: 'בטעינה…',
    missing: 'לא תורגם',
    nodes: NODES.he,
    none: 'עדיין אין כאן מה לתרגם.',
    nothing: 'לא נשאר דבר מסוג זה.',
    original: 'מקור',
    refusals: {
      segmentUnknown: 'הטקסט הזה כבר אינו חלק מהמסמך. יש לטעון את העמוד מחדש.',
      sourceChanged: 'המקור השתנה שוב. יש לטעון את העמוד מחדש ולבדוק.',
      tagsDiffer: 'יש לשמור על כל סימון ממוספר מהמקור, פעם אחת, סביב המילים שלו.',
      textTooLong: 'הטקסט ארוך מדי למקומו.',
    },
    retry: 'ניסיון נוסף',
    saved: 'נשמר',
    saving: 'בשמירה…',
    settings: 'להגדרות',
    stale: 'לא מעודכן',
    staleCount: (count) => `לא מעודכנים: ${count}`,
    states: { current: 'תורגם', missing: 'לא תורגם', stale: 'המקור השתנה' },
    tags: 'סימונים כמו ‎<1>…</1>‎ מקיפים מילים מעוצבות וקישורים. יש לשמור על כולם.',
    title: 'תרגומים',
    was: 'תורגם מתוך',
    whole: 'מסמך',
  },
  ru: {
    all: 'Все тексты',
    confirm: 'Всё ещё верно',
    copy: 'Скопировать оригинал',
    course: 'Весь курс',
    done: ({ current, total }) => `${current} из ${total}`,
    emptyBody: 'Укажите, на каких ещё языках пишет школа, и здесь можно будет переводить.',
    emptyTitle: 'Школа пишет на одном языке',
    failed: 'Не получилось. То, что вы написали, осталось здесь.',
    filter: 'Показать',
    forbidden: 'Вы можете читать этот документ, но переводят его те, кто может его менять.',
    gone: 'Этого документа больше нет.',
    hint: 'Каждый текст сохраняется по ходу дела. Непереведённое показывается так, как написано.',
    into: (language) => `На языке: ${language}`,
    language: 'Язык',
    loading: 'Загрузка…',
    missing: 'Не переведено',
    nodes: NODES.ru,
    none: 'Здесь пока нечего переводить.',
    nothing: 'Такого больше не осталось.',
    original: 'Оригинал',
    refusals: {
      segmentUnknown: 'Этого текста в документе больше нет. Обновите страницу.',
      sourceChanged: 'Оригинал изменился ещё раз. Обновите страницу и посмотрите снова.',
      tagsDiffer: 'Сохраните каждую пронумерованную метку оригинала один раз, вокруг её слов.',
      textTooLong: 'Слишком длинно для этого места.',
    },
    retry: 'Повторить',
    saved: 'Сохранено',
    saving: 'Сохраняется…',
    settings: 'К настройкам',
    stale: 'Устарело',
    staleCount: (count) => `устарело: ${count}`,
    states: { current: 'Переведено', missing: 'Не переведено', stale: 'Оригинал изменился' },
    tags: 'Метки вида <1>…</1> стоят вокруг оформленных слов и ссылок. Сохраните каждую.',
    title: 'Переводы',
    was: 'Переведено с',
    whole: 'Документ',
  },
}
