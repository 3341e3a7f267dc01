import type { english } from './english'

const RULES = new Intl.PluralRules('ru')

const plural = (count: number, one: string, few: string, many: string): string => {
  const rule = RULES.select(count)

  return `${count} ${rule === 'one' ? one : rule === 'few' ? few : many}`
}

const lessons = (count: number): string => plural(count, 'урок', 'урока', 'уроков')

const done = {
  added: (count: number) => `Добавлено: ${count}`,
  copied: (count: number) => `Скопировано: ${lessons(count)}`,
  deleted: (count: number) => `Удалено: ${lessons(count)}`,
  deletedSection: (title: string) => `Раздел «${title}» удалён`,
  moved: (title: string) => `Перемещено: «${title}»`,
  movedMany: (count: number) => `Перемещено: ${lessons(count)}`,
  renamed: (title: string) => `Новое название: «${title}»`,
  sent: (course: string) => `Перенесено в «${course}»`,
}

/** The curriculum in Russian. */
export const russian: typeof english = {
  add: 'Добавить',
  addLesson: 'Добавить урок',
  addLessonTo: (section) => `Добавить урок в «${section}»`,
  addSection: 'Добавить раздел',
  cancel: 'Отмена',
  close: 'Закрыть',
  collapse: (title) => `Скрыть уроки раздела «${title}»`,
  conflict:
    'Кто-то изменил это раньше. Показано то, что есть сейчас; ваше последнее изменение не сохранено.',
  course: 'Курс',
  delete: 'Удалить',
  deleteBegun: (count) =>
    `Из них студенты уже начали ${lessons(count)}. Они больше их не увидят, и процент будет считаться без них. Сделанное сохранится и вернётся, если вы восстановите уроки. У потоков, за которыми курс закреплён, эти уроки останутся.`,
  deleteBody: (count) =>
    `Будет удалено: ${lessons(count)}. Это можно отменить, а тридцать дней — восстановить из корзины.`,
  deleteSectionTitle: (title) => `Удалить раздел «${title}»?`,
  deleteTitle: (count) => `Удалить ${lessons(count)}?`,
  done,
  drag: (title) => `Переместить «${title}»`,
  drop: 'Перетащите сюда файлы: каждый станет уроком',
  dropHint:
    'Видео, записи и PDF становятся уроками своего вида, изображения — текстом, остальные файлы — скачиванием.',
  duplicate: 'Дублировать',
  edit: 'Открыть редактор',
  empty: 'Пока нет уроков',
  emptyBody:
    'Вставьте список задуманных уроков, перетащите готовые файлы или начните с одного раздела. Всё появляется черновиком, который видите только вы.',
  emptyTitle: 'Чему научит этот курс?',
  expand: (title) => `Показать уроки раздела «${title}»`,
  failed: 'Не сохранено. Проверьте связь и попробуйте снова.',
  files: 'Загрузить файлы',
  filesClose: 'Скрыть список загрузок',
  filesLeave: 'Файлы ещё загружаются.',
  filesTitle: 'Загрузки',
  firstSection: 'Раздел 1',
  forbidden:
    'Вы можете смотреть этот курс, но не менять его. Обратитесь к владельцу или администратору школы.',
  full: 'В курсе может быть 2000 разделов и уроков. Перенесите часть в другой курс.',
  gone: 'Этого больше нет. Показано, как курс выглядит сейчас.',
  instructions:
    'Чтобы переместить, нажмите пробел или Enter. Затем стрелки вверх и вниз, пробел или Enter — положить, Escape — оставить на месте.',
  kind: 'Вид урока',
  kinds: {
    assignment: 'Задание',
    audio: 'Аудио',
    download: 'Файлы для скачивания',
    embed: 'Встроенная страница',
    live: 'Прямой эфир',
    pdf: 'PDF',
    quiz: 'Тест',
    scorm: 'Пакет SCORM',
    slides: 'Слайды',
    survey: 'Опрос',
    text: 'Текст',
    video: 'Видео',
  },
  length: (minutes) =>
    minutes < 60 ? `${minutes} мин` : `${Math.floor(minutes / 60)} ч ${minutes % 60} мин`,
  lessons,
  list: 'Вставить список',
  listCount: (sections, count) =>
    sections > 0
      ? `${plural(sections, 'раздел', 'раздела', 'разделов')}, ${lessons(count)}`
      : lessons(count),
  listHint:
    'По уроку в строке. Строка с # в начале — раздел; строки с отступом относятся к строке над ними. До ста строк за раз.',
  listLabel: 'Названия',
  listPlaceholder: '# Основы\nКак падает свет\nТени\n# Практика\nРисуем чашку',
  listTitle: 'Добавить сразу много',
  menu: (title) => `Действия: «${title}»`,
  missing: {
    assignment: 'Задания пока нет',
    audio: 'Записи пока нет',
    download: 'Файлов пока нет',
    embed: 'Адреса пока нет',
    live: 'Времени пока нет',
    pdf: 'PDF пока нет',
    quiz: 'Теста пока нет',
    scorm: 'Пакета пока нет',
    slides: 'Слайдов пока нет',
    survey: 'Пока нет вопросов',
    text: 'Текста пока нет',
    video: 'Видео пока нет',
  },
  more: 'Ещё',
  move: 'Перенести',
  moveBegun: (count) =>
    `Из них студенты уже начали ${lessons(count)}. То, до чего кто-то дошёл, остаётся в своём курсе. Скопируйте: оригиналы останутся для них.`,
  moveCopy: 'Скопировать туда',
  moveDown: 'Ниже',
  moveHere: 'Этот курс',
  moveKept: (count) =>
    `За потоками закреплён курс, в котором из этого есть ${lessons(count)}, поэтому они остаются. Скопируйте.`,
  moveSection: 'Раздел',
  moveSectionLast: 'В конец курса',
  moveTo: 'Перенести в…',
  moveToTitle: (count) => `Перенести ${lessons(count)}`,
  moveToTitleSection: (title) => `Перенести «${title}»`,
  moveUp: 'Выше',
  notHere: 'Этот курс в корзине, или его больше нет. Восстановите его, чтобы продолжить.',
  optional: 'Необязательный',
  over: (title, section, at, all) => `${title}: раздел ${section}, место ${at} из ${all}.`,
  overSection: (title, at, all) => `${title}: место ${at} из ${all}.`,
  picked: (title) => `${title}: взято.`,
  pickedCount: (count) => `Выбрано: ${count}`,
  placed: (title) => `${title}: положено.`,
  preview: 'Пробный',
  previewDraft: 'Посмотреть как студент',
  previewOff: 'Закрыть от посетителей',
  previewOn: 'Открыть как пробный',
  publish: 'Опубликовать',
  putBack: (title) => `${title}: снова на прежнем месте.`,
  redo: 'Повторить',
  reload: 'Попробовать снова',
  rename: 'Переименовать',
  renameLabel: (title) => `Название «${title}»`,
  retry: 'Попробовать снова',
  saved: 'Сохранено',
  saving: 'Сохраняется…',
  sectionTitle: 'Название раздела',
  select: (title) => `Выбрать «${title}»`,
  selectNone: 'Снять выбор',
  serverError: 'Не получилось. Попробуйте ещё раз.',
  states: { changed: 'Есть неопубликованное', draft: 'Черновик', published: 'Опубликован' },
  title: 'Программа',
  titleLesson: 'Название урока',
  undo: 'Отменить',
  undone: (what) => `Отменено: ${what}`,
  unpublish: 'Вернуть в черновики',
  uploaded: 'Готово',
  uploadFailed: 'Не загружено',
  uploading: (name) => `Загружается ${name}`,
  waiting: 'В очереди',
}
