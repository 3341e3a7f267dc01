import type { TranscriptFailure, TranscriptState } from '@/domain/media/transcripts'
import type { Locale } from '@/domain/tenancy/locales'

type Words = Record<
  'edit' | 'failedToAsk' | 'heading' | 'hint' | 'language' | 'noAccount' | 'write',
  string
> & { reasons: Record<TranscriptFailure, string>; states: Record<TranscriptState, string> }

export const TRANSCRIPT_WORDS: Record<Locale, Words> = {
  en: {
    edit: 'Read and edit',
    failedToAsk: 'This could not be asked for. Please try again.',
    heading: 'Captions from what is said',
    hint: 'They are written once for each language, and billed to the school. Read them, then choose them among the captions of the lesson.',
    language: 'Language that is spoken',
    noAccount: 'Connect a service first: School, Automatic captions.',
    reasons: {
      account: 'the service does not know the key of the school',
      away: 'the service does not answer; it is asked again',
      broken: 'the sound could not be read',
      interrupted: 'the work was broken off too often',
      refused: 'the service did not take it',
      silent: 'nothing was said',
    },
    states: {
      failed: 'not written',
      processing: 'being written',
      queued: 'waiting',
      ready: 'ready',
    },
    write: 'Write captions',
  },
  he: {
    edit: 'לקריאה ולעריכה',
    failedToAsk: 'הבקשה לא נשלחה. נסו שוב.',
    heading: 'כתוביות ממה שנאמר',
    hint: 'הן נכתבות פעם אחת לכל שפה, והחיוב הוא של בית הספר. קראו אותן, ואז בחרו בהן בין כתוביות השיעור.',
    language: 'השפה המדוברת',
    noAccount: 'קודם מחברים שירות: בית הספר, כתוביות אוטומטיות.',
    reasons: {
      account: 'השירות אינו מכיר את המפתח של בית הספר',
      away: 'השירות לא עונה; יתבצע ניסיון נוסף',
      broken: 'אי אפשר היה לקרוא את הקול',
      interrupted: 'העבודה נקטעה יותר מדי פעמים',
      refused: 'השירות לא קיבל את ההקלטה',
      silent: 'לא נאמר דבר',
    },
    states: { failed: 'לא נכתב', processing: 'בכתיבה', queued: 'ממתין', ready: 'מוכן' },
    write: 'כתיבת כתוביות',
  },
  ru: {
    edit: 'Прочитать и исправить',
    failedToAsk: 'Не удалось отправить запрос. Попробуйте ещё раз.',
    heading: 'Субтитры по тому, что сказано',
    hint: 'Они пишутся один раз для каждого языка, счёт получает школа. Прочитайте их и выберите среди субтитров урока.',
    language: 'Язык речи',
    noAccount: 'Сначала подключите сервис: Школа, Автоматические субтитры.',
    reasons: {
      account: 'сервис не узнаёт ключ школы',
      away: 'сервис не отвечает; его спросят снова',
      broken: 'не удалось прочитать звук',
      interrupted: 'работа прерывалась слишком часто',
      refused: 'сервис не принял запись',
      silent: 'ничего не сказано',
    },
    states: {
      failed: 'не написаны',
      processing: 'пишутся',
      queued: 'в очереди',
      ready: 'готовы',
    },
    write: 'Написать субтитры',
  },
}
