'use client'

import { useTranslation } from '@payloadcms/ui'

import { wordsIn } from '../words'

const english = {
  cancel: 'Cancel',
  checking: 'Being checked',
  close: 'Hide the list of uploads',
  codes: {
    checksumMismatch: 'What arrived is not what was sent. Try again.',
    fileEmpty: 'This file is empty.',
    fileNotAccepted: 'Files of this kind cannot be uploaded.',
    fileTooLarge: 'This file is too large.',
    fileTruncated: 'This file ends too soon. It may not have been copied whole.',
    forbidden: 'You may not upload files to this school.',
    limitReached: 'The school has no room left for files.',
    noSpace: 'The server has no room left. Tell whoever runs it.',
    other: 'This file was not uploaded. Try again.',
    unheard: 'No connection. Try again.',
  },
  left: (time: string) => `${time} left`,
  of: (sent: string, size: string) => `${sent} of ${size}`,
  pause: 'Pause',
  paused: 'Paused',
  resume: 'Go on',
  retry: 'Try again',
  title: 'Uploads',
  uploaded: 'Uploaded',
  uploading: (name: string) => `Uploading ${name}`,
  waiting: 'Waiting',
}

type UploadWords = typeof english

const russian: UploadWords = {
  cancel: 'Отменить',
  checking: 'Проверяется',
  close: 'Скрыть список загрузок',
  codes: {
    checksumMismatch: 'Пришло не то, что было отправлено. Повторите.',
    fileEmpty: 'Этот файл пуст.',
    fileNotAccepted: 'Файлы этого вида загружать нельзя.',
    fileTooLarge: 'Этот файл слишком большой.',
    fileTruncated: 'Этот файл обрывается. Возможно, он скопирован не целиком.',
    forbidden: 'Вам нельзя загружать файлы в эту школу.',
    limitReached: 'В школе не осталось места для файлов.',
    noSpace: 'На сервере не осталось места. Сообщите тому, кто им управляет.',
    other: 'Этот файл не загружен. Повторите.',
    unheard: 'Нет связи. Повторите.',
  },
  left: (time) => `осталось ${time}`,
  of: (sent, size) => `${sent} из ${size}`,
  pause: 'Приостановить',
  paused: 'Приостановлено',
  resume: 'Продолжить',
  retry: 'Повторить',
  title: 'Загрузки',
  uploaded: 'Загружен',
  uploading: (name) => `Загружается ${name}`,
  waiting: 'Ожидает',
}

const hebrew: UploadWords = {
  cancel: 'ביטול',
  checking: 'בבדיקה',
  close: 'הסתרת רשימת ההעלאות',
  codes: {
    checksumMismatch: 'מה שהגיע שונה ממה שנשלח. יש לנסות שוב.',
    fileEmpty: 'הקובץ הזה ריק.',
    fileNotAccepted: 'אי אפשר להעלות קבצים מסוג זה.',
    fileTooLarge: 'הקובץ הזה גדול מדי.',
    fileTruncated: 'הקובץ הזה נקטע. ייתכן שלא הועתק בשלמותו.',
    forbidden: 'אין לך הרשאה להעלות קבצים לבית הספר הזה.',
    limitReached: 'לא נותר בבית הספר מקום לקבצים.',
    noSpace: 'לא נותר מקום בשרת. יש לפנות למי שמפעיל אותו.',
    other: 'הקובץ הזה לא הועלה. יש לנסות שוב.',
    unheard: 'אין חיבור. יש לנסות שוב.',
  },
  left: (time) => `נותרו ${time}`,
  of: (sent, size) => `${sent} מתוך ${size}`,
  pause: 'השהיה',
  paused: 'מושהה',
  resume: 'המשך',
  retry: 'ניסיון נוסף',
  title: 'העלאות',
  uploaded: 'הועלה',
  uploading: (name) => `העלאת ${name}`,
  waiting: 'בהמתנה',
}

const WORDS = { en: english, he: hebrew, ru: russian }

/** What uploads say, in the language of the admin. */
export const useUploadWords = (): UploadWords => wordsIn(useTranslation().i18n.language, WORDS)

/** Why a file was not sent: what the school said of it, else the sentence for its code. */
export const sayWhy = (
  { codes }: UploadWords,
  { code, said }: { code: null | string; said: null | string },
): string => said ?? codes[code as keyof typeof codes] ?? codes.other
