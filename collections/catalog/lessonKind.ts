import type { SelectField } from 'payload'

import type { LessonKind } from '@/domain/catalog/lessons/kinds'

import { LESSON_KINDS } from '@/domain/catalog/lessons/kinds'

const LABELS: Record<LessonKind, { en: string; he: string; ru: string }> = {
  assignment: { en: 'Assignment', he: 'מטלה', ru: 'Задание' },
  audio: { en: 'Audio', he: 'אודיו', ru: 'Аудио' },
  download: { en: 'Files to download', he: 'קבצים להורדה', ru: 'Файлы для скачивания' },
  embed: { en: 'Embedded page', he: 'תוכן מוטמע', ru: 'Встроенная страница' },
  live: { en: 'Live session', he: 'מפגש חי', ru: 'Прямой эфир' },
  pdf: { en: 'PDF', he: 'PDF', ru: 'PDF' },
  quiz: { en: 'Quiz', he: 'בוחן', ru: 'Тест' },
  scorm: { en: 'SCORM package', he: 'חבילת SCORM', ru: 'Пакет SCORM' },
  slides: { en: 'Slides', he: 'מצגת', ru: 'Слайды' },
  survey: { en: 'Survey', he: 'סקר', ru: 'Опрос' },
  text: { en: 'Text', he: 'טקסט', ru: 'Текст' },
  video: { en: 'Video', he: 'וידאו', ru: 'Видео' },
}

/** What kind of lesson it is; the form shows what that kind is about. */
export const lessonKind: SelectField = {
  name: 'kind',
  type: 'select',
  defaultValue: 'video',
  label: { en: 'Kind', he: 'סוג', ru: 'Вид' },
  options: LESSON_KINDS.map((value) => ({ label: LABELS[value], value })),
  required: true,
}
