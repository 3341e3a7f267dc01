import type { RefusalCode, TransferSummary } from '@/domain/catalog/transfer/report'

type Reasons = Record<RefusalCode, string>

const reasons: Reasons = {
  archiveBomb: 'A file in it unpacks to more than it says.',
  archiveBroken: 'It is no whole ZIP archive.',
  archiveLink: 'It holds a link in the place of a file.',
  archiveLocked: 'It is locked with a password.',
  archivePath: 'A file in it would lie outside of it.',
  archiveTooLarge: 'It is too large: a file has 1 GB at most.',
  contentBroken: 'Something in it is not what a course may hold.',
  courseGone: 'The course is not there any more.',
  failed: 'It did not work, three times. Everything else went on.',
  fileMissing: 'A file that belongs to it is missing.',
  fileRefused: 'Something in it was refused.',
  formatUnknown: 'It is no file of courses of this platform.',
  hashWrong: 'A file in it was changed after the export.',
  limitReached: 'The plan of the school has no more room.',
  referenceUnknown: 'It names something that it does not hold.',
  versionUnknown: 'It was made by a newer version. Update this school first.',
}

const english = {
  again: 'Try again',
  all: 'Export all',
  cloned: (title: string) => `Clone: ${title}`,
  close: 'Close',
  course: 'Course',
  done: (done: number, total: number) => `${done} of ${total} courses`,
  drop: 'Drop a file of courses here, or choose one',
  dropHint: 'A ZIP that was exported from this or another school. Its courses arrive as drafts.',
  expires: (day: string) => `Kept until ${day}.`,
  exported: (total: number) => `Export of courses: ${total}`,
  exportedOne: 'In the file',
  exportSelected: (count: number) => `Export (${count})`,
  failed: 'That did not work. Try again.',
  fetch: (name: string, size: string) => `Download ${name} (${size})`,
  hint: 'Select courses to export them into one file.',
  import: 'Import',
  imported: (name: string) => `Import of ${name}`,
  missing: (courses: string) =>
    `It was to be taken after courses that this school does not have, and can be taken without them now: ${courses}.`,
  none: 'Nothing was exported or imported in the last seven days.',
  notTaken: 'The file was not taken.',
  open: 'Open',
  outcome: 'What came of it',
  parts: (percent: number) => `Sending: ${percent}%`,
  reasons,
  recent: 'Exports and imports',
  refused: (count: number) => `Not done: ${count}`,
  states: {
    done: 'Done',
    refused: 'Not taken',
    uploading: 'Being sent',
    working: 'Under way',
  },
  stop: 'Stop sending',
  taken: 'Imported, as a draft',
  tooLarge: 'A file has 1 GB at most. Export fewer courses into one.',
  tooMany: 'One job moves 500 courses at most. Select some of them instead.',
  waiting: 'Waits',
}

type Words = typeof english

const hebrew: Words = {
  again: 'ניסיון נוסף',
  all: 'ייצוא הכול',
  cloned: (title) => `שכפול: ${title}`,
  close: 'סגירה',
  course: 'קורס',
  done: (done, total) => `${done} מתוך ${total} קורסים`,
  drop: 'אפשר לגרור לכאן קובץ קורסים, או לבחור אחד',
  dropHint: 'קובץ ZIP שיוצא מבית הספר הזה או מאחר. הקורסים שבו מגיעים כטיוטות.',
  expires: (day) => `נשמר עד ${day}.`,
  exported: (total) => `ייצוא קורסים: ${total}`,
  exportedOne: 'בקובץ',
  exportSelected: (count) => `ייצוא (${count})`,
  failed: 'זה לא הצליח. נסו שוב.',
  fetch: (name, size) => `הורדת ${name} (${size})`,
  hint: 'בחרו קורסים כדי לייצא אותם לקובץ אחד.',
  import: 'ייבוא',
  imported: (name) => `ייבוא של ${name}`,
  missing: (courses) =>
    `יש ללמוד אותו אחרי קורסים שאינם בבית הספר הזה, וכעת הוא אינו דורש אותם: ${courses}.`,
  none: 'דבר לא יוצא או יובא בשבעת הימים האחרונים.',
  notTaken: 'הקובץ לא התקבל.',
  open: 'פתיחה',
  outcome: 'מה קרה',
  parts: (percent) => `בשליחה: ${percent}%`,
  reasons: {
    archiveBomb: 'קובץ שבו גדל בפריסה מעבר למה שכתוב.',
    archiveBroken: 'זה אינו קובץ ZIP שלם.',
    archiveLink: 'יש בו קישור במקום קובץ.',
    archiveLocked: 'הוא נעול בסיסמה.',
    archivePath: 'קובץ שבו היה נמצא מחוצה לו.',
    archiveTooLarge: 'הוא גדול מדי: עד 1 GB לקובץ.',
    contentBroken: 'יש בו דבר שאינו יכול להיות בקורס.',
    courseGone: 'הקורס כבר לא קיים.',
    failed: 'זה נכשל שלוש פעמים. כל השאר המשיך.',
    fileMissing: 'חסר קובץ ששייך אליו.',
    fileRefused: 'משהו בו נדחה.',
    formatUnknown: 'זה אינו קובץ קורסים של הפלטפורמה.',
    hashWrong: 'קובץ שבו השתנה אחרי הייצוא.',
    limitReached: 'אין עוד מקום במסלול של בית הספר.',
    referenceUnknown: 'הוא מפנה למשהו שאין בו.',
    versionUnknown: 'הוא נוצר בגרסה חדשה יותר. תחילה יש לעדכן את בית הספר.',
  },
  recent: 'ייצוא וייבוא',
  refused: (count) => `לא בוצעו: ${count}`,
  states: { done: 'הושלם', refused: 'לא התקבל', uploading: 'בשליחה', working: 'בביצוע' },
  stop: 'עצירת השליחה',
  taken: 'יובא כטיוטה',
  tooLarge: 'עד 1 GB לקובץ. ייצאו פחות קורסים לקובץ אחד.',
  tooMany: 'עד 500 קורסים בפעם אחת. בחרו חלק מהם.',
  waiting: 'ממתין',
}

const russian: Words = {
  again: 'Ещё раз',
  all: 'Экспортировать все',
  cloned: (title) => `Клонирование: ${title}`,
  close: 'Закрыть',
  course: 'Курс',
  done: (done, total) => `Курсов: ${done} из ${total}`,
  drop: 'Перетащите сюда файл с курсами или выберите его',
  dropHint: 'ZIP, выгруженный из этой или другой школы. Курсы из него появятся как черновики.',
  expires: (day) => `Хранится до ${day}.`,
  exported: (total) => `Экспорт курсов: ${total}`,
  exportedOne: 'В файле',
  exportSelected: (count) => `Экспортировать (${count})`,
  failed: 'Не получилось. Попробуйте ещё раз.',
  fetch: (name, size) => `Скачать ${name} (${size})`,
  hint: 'Выберите курсы, чтобы выгрузить их в один файл.',
  import: 'Импортировать',
  imported: (name) => `Импорт файла ${name}`,
  missing: (courses) =>
    `Перед ним нужно было пройти курсы, которых в этой школе нет; теперь он открыт и без них: ${courses}.`,
  none: 'За последние семь дней ничего не выгружали и не загружали.',
  notTaken: 'Файл не принят.',
  open: 'Открыть',
  outcome: 'Результат',
  parts: (percent) => `Отправка: ${percent} %`,
  reasons: {
    archiveBomb: 'Файл внутри при распаковке больше заявленного.',
    archiveBroken: 'Это не целый ZIP-архив.',
    archiveLink: 'Внутри ссылка вместо файла.',
    archiveLocked: 'Он закрыт паролем.',
    archivePath: 'Файл внутри оказался бы снаружи архива.',
    archiveTooLarge: 'Он слишком большой: в файле не больше 1 ГБ.',
    contentBroken: 'Внутри есть то, чего в курсе быть не может.',
    courseGone: 'Этого курса больше нет.',
    failed: 'Не получилось три раза. Остальное выполнено.',
    fileMissing: 'Не хватает файла, который к нему относится.',
    fileRefused: 'Что-то внутри не принято.',
    formatUnknown: 'Это не файл курсов этой платформы.',
    hashWrong: 'Файл внутри изменён после экспорта.',
    limitReached: 'В тарифе школы больше нет места.',
    referenceUnknown: 'Он ссылается на то, чего в нём нет.',
    versionUnknown: 'Он сделан в более новой версии. Сначала обновите школу.',
  },
  recent: 'Экспорт и импорт',
  refused: (count) => `Не выполнено: ${count}`,
  states: {
    done: 'Готово',
    refused: 'Не принят',
    uploading: 'Отправляется',
    working: 'Выполняется',
  },
  stop: 'Прервать отправку',
  taken: 'Загружен как черновик',
  tooLarge: 'В файле не больше 1 ГБ. Выгрузите в один файл меньше курсов.',
  tooMany: 'За один раз — не больше 500 курсов. Выберите часть из них.',
  waiting: 'Ждёт',
}

export const TRANSFER_WORDS = { en: english, he: hebrew, ru: russian }

export type TransferWords = Words

/** What a transfer is called. */
export const transferTitle = (
  { name, kind, total }: Pick<TransferSummary, 'kind' | 'name' | 'total'>,
  words: TransferWords,
): string => {
  if (kind === 'export') {
    return words.exported(total)
  }

  return kind === 'import' ? words.imported(name ?? '') : words.cloned(name ?? '')
}
