import type { Locale } from '@/domain/tenancy/locales'

type Words = {
  add: string
  failed: string
  from: string
  heading: string
  loading: string
  noFilm: string
  play: (time: string) => string
  remove: (time: string) => string
  save: string
  saved: string
  text: string
  to: string
  unread: string
  wrongTime: string
}

export const CAPTION_WORDS: Record<Locale, Words> = {
  en: {
    add: 'Add a line below',
    failed: 'The captions could not be saved.',
    from: 'From',
    heading: 'Captions',
    loading: 'Loading the captions…',
    noFilm: 'No lesson shows these captions yet. Once one does, its film is shown here.',
    play: (time) => `Play from ${time}`,
    remove: (time) => `Remove the line at ${time}`,
    save: 'Save captions',
    saved: 'Captions saved.',
    text: 'What is said',
    to: 'To',
    unread: 'The file could not be read.',
    wrongTime: 'Each line needs a time such as 1:02.5, and has to end after it begins.',
  },
  he: {
    add: 'להוסיף שורה מתחת',
    failed: 'לא ניתן לשמור את הכתוביות.',
    from: 'מ־',
    heading: 'כתוביות',
    loading: 'הכתוביות נטענות…',
    noFilm: 'אין עדיין שיעור שמציג את הכתוביות האלה. כשיהיה, הסרטון שלו יוצג כאן.',
    play: (time) => `לנגן מ־${time}`,
    remove: (time) => `להסיר את השורה ב־${time}`,
    save: 'לשמור כתוביות',
    saved: 'הכתוביות נשמרו.',
    text: 'מה נאמר',
    to: 'עד',
    unread: 'לא ניתן לקרוא את הקובץ.',
    wrongTime: 'לכל שורה נדרש זמן, למשל 1:02.5, והיא צריכה להסתיים אחרי שהתחילה.',
  },
  ru: {
    add: 'Добавить строку ниже',
    failed: 'Не удалось сохранить субтитры.',
    from: 'С',
    heading: 'Субтитры',
    loading: 'Субтитры загружаются…',
    noFilm:
      'Пока ни один урок не показывает эти субтитры. Когда покажет, здесь появится его видео.',
    play: (time) => `Воспроизвести с ${time}`,
    remove: (time) => `Удалить строку на ${time}`,
    save: 'Сохранить субтитры',
    saved: 'Субтитры сохранены.',
    text: 'Что говорится',
    to: 'До',
    unread: 'Не удалось прочитать файл.',
    wrongTime: 'Каждой строке нужно время, например 1:02.5, и конец позже начала.',
  },
}
