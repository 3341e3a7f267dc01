import type { Locale } from '@/domain/tenancy/locales'

export type SurveyWords = {
  anonymous: string
  answer: string
  answered: (count: string) => string
  back: string
  count: string
  csv: string
  empty: string
  heldBack: string
  mean: (mean: string) => string
  nameless: string
  none: string
  nps: (score: string) => string
  replies: (count: string) => string
  share: string
  texts: string
  title: string
}

/** What the results of a survey say. Written so that no number bends a word. */
export const SURVEY_WORDS: Record<Locale, SurveyWords> = {
  en: {
    anonymous: 'Anonymous: nobody is named.',
    answer: 'Answer',
    answered: (count) => `Answered: ${count}`,
    back: 'To the lesson',
    count: 'Number',
    csv: 'Download as CSV',
    empty: 'Nobody has answered yet.',
    heldBack: 'The results of an anonymous survey show from three answers on.',
    mean: (mean) => `Mean: ${mean}`,
    nameless: 'Without a name',
    none: 'No answers to this question.',
    nps: (score) => `Net Promoter Score: ${score}`,
    replies: (count) => `Answers: ${count}`,
    share: 'Share',
    texts: 'In their own words',
    title: 'What learners answered',
  },
  he: {
    anonymous: 'אנונימי: אין שמות.',
    answer: 'תשובה',
    answered: (count) => `ענו: ${count}`,
    back: 'לשיעור',
    count: 'מספר',
    csv: 'הורדה כ־CSV',
    empty: 'עוד לא התקבלו תשובות.',
    heldBack: 'תוצאות של סקר אנונימי מוצגות החל משלוש תשובות.',
    mean: (mean) => `ממוצע: ${mean}`,
    nameless: 'ללא שם',
    none: 'אין תשובות לשאלה הזו.',
    nps: (score) => `מדד NPS:‏ ${score}`,
    replies: (count) => `תשובות: ${count}`,
    share: 'חלק',
    texts: 'במילים שלהם',
    title: 'מה ענו הלומדים',
  },
  ru: {
    anonymous: 'Анонимно: имён нет.',
    answer: 'Ответ',
    answered: (count) => `Ответили: ${count}`,
    back: 'К уроку',
    count: 'Число',
    csv: 'Скачать CSV',
    empty: 'Пока никто не ответил.',
    heldBack: 'Результаты анонимного опроса видны с трёх ответов.',
    mean: (mean) => `Среднее: ${mean}`,
    nameless: 'Без имени',
    none: 'На этот вопрос ответов нет.',
    nps: (score) => `NPS: ${score}`,
    replies: (count) => `Ответов: ${count}`,
    share: 'Доля',
    texts: 'Своими словами',
    title: 'Что ответили студенты',
  },
}
