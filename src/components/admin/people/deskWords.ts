import type { LineResult, PersonField } from '@/domain/identity/people/job'
import type { Role } from '@/domain/identity/roles'
import type { Locale } from '@/domain/tenancy/locales'

export type DeskWords = {
  add: string
  addRole: string
  allCourses: string
  allRoles: string
  allStatuses: string
  allTags: string
  apply: string
  bringIn: string
  check: string
  checkOk: string
  choose: string
  clear: string
  confirmAgain: string
  course: string
  create: string
  download: string
  drop: string
  dropHint: string
  empty: string
  everyone: (count: number) => string
  failed: string
  fields: Record<PersonField, string>
  filters: string
  forbidden: string
  invites: string
  line: (position: number) => string
  loading: string
  mapping: string
  more: string
  name: string
  never: string
  nobody: string
  notATable: string
  nothing: string
  of: (done: number, total: number) => string
  pick: (name: string) => string
  pickAll: string
  picked: (count: number) => string
  reasons: Record<string, string>
  removeRole: string
  removeTags: string
  results: Record<LineResult, string>
  retry: string
  role: string
  roles: Record<Role, string>
  search: string
  seen: string
  since: string
  sort: string
  sorts: { name: string; newest: string }
  status: string
  tag: string
  tags: string
  tagsHint: string
  title: string
  upload: string
  view: string
  what: string
  whatHint: (count: number) => string
  works: {
    ban: string
    confirm: string
    delete: string
    restore: string
    roles: string
    suspend: string
    tags: string
  }
}

const en: DeskWords = {
  name: 'Person',
  add: 'Add tags',
  addRole: 'Give the role',
  allCourses: 'All courses',
  allRoles: 'All roles',
  allStatuses: 'All statuses',
  allTags: 'All tags',
  apply: 'Apply',
  bringIn: 'Bring them in',
  check: 'Check the file',
  checkOk: 'This was a trial: nothing has been changed yet.',
  choose: 'What is to be done',
  clear: 'Show everybody',
  confirmAgain: 'They get a new link to confirm the address, or to choose a first password.',
  course: 'Course',
  create: 'Add a person',
  download: 'Download the result',
  drop: 'Choose a CSV file',
  dropHint:
    'The first line names the columns. Several roles, tags or courses in one cell stand between semicolons; courses by their address.',
  empty: 'Nobody has an account here yet.',
  everyone: (count) => `All ${count} who are found`,
  failed: 'That did not work. Please try again.',
  fields: {
    name: 'Name',
    bio: 'About',
    courses: 'Courses',
    email: 'Email',
    locale: 'Language',
    roles: 'Roles',
    tags: 'Tags',
    timeZone: 'Time zone',
  },
  filters: 'Who is shown',
  forbidden: 'Only those who work in the school see its people.',
  invites: 'Mail new people a link to choose a password',
  line: (position) => `Line ${position}`,
  loading: 'Looking…',
  mapping: 'What the columns hold',
  more: 'Show more',
  never: 'Never',
  nobody: 'Nobody is like that.',
  notATable: 'This is not a CSV file with a line of names and at least one person.',
  nothing: 'Passed over',
  of: (done, total) => `${done} of ${total}`,
  pick: (name) => `Pick ${name}`,
  pickAll: 'Pick all that are shown',
  picked: (count) => `${count} picked`,
  reasons: {
    aboveYou: 'Stands above you in the school',
    courseUnknown: 'There is no such course',
    emailInvalid: 'No email address',
    forbidden: 'You may not do this any more',
    gone: 'Not here any more',
    languageUnknown: 'No language of ours',
    limitReached: 'The school is full',
    nameInvalid: 'The name is missing or too long',
    onlyOwner: 'Is the last owner of the school',
    roleUnknown: 'There is no such role',
    serverError: 'Something went wrong on our side',
    stillTeaching: 'Teaches a published course',
    yourself: 'Is you',
    zoneUnknown: 'There is no such time zone',
  },
  removeRole: 'Take the role',
  removeTags: 'Take tags away',
  results: {
    added: 'New',
    changed: 'Changed',
    failed: 'Refused',
    unchanged: 'Stood so already',
    waiting: 'Still to come',
  },
  retry: 'Try again',
  role: 'Role',
  roles: {
    admin: 'Administrator',
    affiliate: 'Affiliate',
    instructor: 'Instructor',
    moderator: 'Moderator',
    owner: 'Owner',
    student: 'Student',
    superAdmin: 'Platform staff',
    support: 'Support',
  },
  search: 'Any part of a name or an address',
  seen: 'Last seen',
  since: 'Since',
  sort: 'Order',
  sorts: { name: 'By name', newest: 'Newest first' },
  status: 'Status',
  tag: 'Tag',
  tags: 'Tags',
  tagsHint: 'Several, with commas between.',
  title: 'People',
  upload: 'Import a file',
  view: 'See as a learner',
  what: 'Do something',
  whatHint: (count) =>
    `${count} people. It runs in the background, and you get a file of what became of each.`,
  works: {
    ban: 'Ban',
    confirm: 'Send the confirmation again',
    delete: 'Delete',
    restore: 'Restore',
    roles: 'Change roles',
    suspend: 'Suspend',
    tags: 'Change tags',
  },
}

const ru: DeskWords = {
  name: 'Человек',
  add: 'Добавить метки',
  addRole: 'Дать роль',
  allCourses: 'Все курсы',
  allRoles: 'Все роли',
  allStatuses: 'Все состояния',
  allTags: 'Все метки',
  apply: 'Применить',
  bringIn: 'Загрузить людей',
  check: 'Проверить файл',
  checkOk: 'Это была проверка: ещё ничего не изменено.',
  choose: 'Что сделать',
  clear: 'Показать всех',
  confirmAgain: 'Им придёт новая ссылка, чтобы подтвердить адрес или выбрать первый пароль.',
  course: 'Курс',
  create: 'Добавить человека',
  download: 'Скачать результат',
  drop: 'Выберите файл CSV',
  dropHint:
    'Первая строка называет столбцы. Несколько ролей, меток или курсов в одной ячейке — через точку с запятой; курсы — по их адресам.',
  empty: 'Здесь пока ни у кого нет учётной записи.',
  everyone: (count) => `Все найденные: ${count}`,
  failed: 'Не получилось. Попробуйте ещё раз.',
  fields: {
    name: 'Имя',
    bio: 'О себе',
    courses: 'Курсы',
    email: 'Почта',
    locale: 'Язык',
    roles: 'Роли',
    tags: 'Метки',
    timeZone: 'Часовой пояс',
  },
  filters: 'Кого показывать',
  forbidden: 'Людей школы видят только её сотрудники.',
  invites: 'Отправить новым людям ссылку для выбора пароля',
  line: (position) => `Строка ${position}`,
  loading: 'Ищем…',
  mapping: 'Что в столбцах',
  more: 'Показать ещё',
  never: 'Никогда',
  nobody: 'Таких людей нет.',
  notATable: 'Это не файл CSV со строкой названий и хотя бы одним человеком.',
  nothing: 'Пропустить',
  of: (done, total) => `${done} из ${total}`,
  pick: (name) => `Выбрать: ${name}`,
  pickAll: 'Выбрать всех показанных',
  picked: (count) => `Выбрано: ${count}`,
  reasons: {
    aboveYou: 'Выше вас по роли',
    courseUnknown: 'Такого курса нет',
    emailInvalid: 'Это не адрес почты',
    forbidden: 'Вам это больше не разрешено',
    gone: 'Здесь больше нет',
    languageUnknown: 'Такого языка у нас нет',
    limitReached: 'Школа заполнена',
    nameInvalid: 'Имени нет или оно слишком длинное',
    onlyOwner: 'Последний владелец школы',
    roleUnknown: 'Такой роли нет',
    serverError: 'Ошибка на нашей стороне',
    stillTeaching: 'Ведёт опубликованный курс',
    yourself: 'Это вы',
    zoneUnknown: 'Такого часового пояса нет',
  },
  removeRole: 'Забрать роль',
  removeTags: 'Убрать метки',
  results: {
    added: 'Новые',
    changed: 'Изменено',
    failed: 'Отказано',
    unchanged: 'Так уже было',
    waiting: 'Осталось',
  },
  retry: 'Повторить',
  role: 'Роль',
  roles: {
    admin: 'Администратор',
    affiliate: 'Партнёр',
    instructor: 'Преподаватель',
    moderator: 'Модератор',
    owner: 'Владелец',
    student: 'Студент',
    superAdmin: 'Сотрудник платформы',
    support: 'Поддержка',
  },
  search: 'Любая часть имени или адреса',
  seen: 'Последний визит',
  since: 'С какого дня',
  sort: 'Порядок',
  sorts: { name: 'По имени', newest: 'Сначала новые' },
  status: 'Состояние',
  tag: 'Метка',
  tags: 'Метки',
  tagsHint: 'Несколько — через запятую.',
  title: 'Люди',
  upload: 'Загрузить файл',
  view: 'Глазами студента',
  what: 'Сделать',
  whatHint: (count) => `Людей: ${count}. Работа идёт в фоне; в конце будет файл о каждом.`,
  works: {
    ban: 'Заблокировать',
    confirm: 'Отправить подтверждение снова',
    delete: 'Удалить',
    restore: 'Восстановить',
    roles: 'Изменить роли',
    suspend: 'Приостановить',
    tags: 'Изменить метки',
  },
}

const he: DeskWords = {
  name: 'אדם',
  add: 'הוספת תגיות',
  addRole: 'מתן תפקיד',
  allCourses: 'כל הקורסים',
  allRoles: 'כל התפקידים',
  allStatuses: 'כל המצבים',
  allTags: 'כל התגיות',
  apply: 'ביצוע',
  bringIn: 'ייבוא האנשים',
  check: 'בדיקת הקובץ',
  checkOk: 'זו הייתה בדיקה: דבר עוד לא השתנה.',
  choose: 'מה לעשות',
  clear: 'הצגת כולם',
  confirmAgain: 'יישלח אליהם קישור חדש לאישור הכתובת או לבחירת סיסמה ראשונה.',
  course: 'קורס',
  create: 'הוספת אדם',
  download: 'הורדת התוצאה',
  drop: 'בחירת קובץ CSV',
  dropHint:
    'השורה הראשונה היא שמות העמודות. כמה תפקידים, תגיות או קורסים בתא אחד מופרדים בנקודה־פסיק; קורסים לפי הכתובת שלהם.',
  empty: 'לאיש עוד אין כאן חשבון.',
  everyone: (count) => `כל ${count} שנמצאו`,
  failed: 'הפעולה נכשלה. אפשר לנסות שוב.',
  fields: {
    name: 'שם',
    bio: 'אודות',
    courses: 'קורסים',
    email: 'דוא״ל',
    locale: 'שפה',
    roles: 'תפקידים',
    tags: 'תגיות',
    timeZone: 'אזור זמן',
  },
  filters: 'את מי להציג',
  forbidden: 'רק צוות בית הספר רואה את האנשים שבו.',
  invites: 'שליחת קישור לבחירת סיסמה לאנשים חדשים',
  line: (position) => `שורה ${position}`,
  loading: 'מחפשים…',
  mapping: 'מה יש בעמודות',
  more: 'עוד',
  never: 'אף פעם',
  nobody: 'אין אנשים כאלה.',
  notATable: 'זה אינו קובץ CSV עם שורת שמות ואדם אחד לפחות.',
  nothing: 'דילוג',
  of: (done, total) => `${done} מתוך ${total}`,
  pick: (name) => `בחירת ${name}`,
  pickAll: 'בחירת כל המוצגים',
  picked: (count) => `נבחרו: ${count}`,
  reasons: {
    aboveYou: 'התפקיד גבוה משלך',
    courseUnknown: 'אין קורס כזה',
    emailInvalid: 'זו אינה כתובת דוא״ל',
    forbidden: 'אין לך עוד הרשאה לכך',
    gone: 'כבר לא כאן',
    languageUnknown: 'אין אצלנו שפה כזאת',
    limitReached: 'בית הספר מלא',
    nameInvalid: 'השם חסר או ארוך מדי',
    onlyOwner: 'הבעלים האחרונים של בית הספר',
    roleUnknown: 'אין תפקיד כזה',
    serverError: 'משהו השתבש אצלנו',
    stillTeaching: 'מלמד בקורס שפורסם',
    yourself: 'זה החשבון שלך',
    zoneUnknown: 'אין אזור זמן כזה',
  },
  removeRole: 'לקיחת תפקיד',
  removeTags: 'הסרת תגיות',
  results: {
    added: 'חדשים',
    changed: 'השתנו',
    failed: 'נדחו',
    unchanged: 'כך כבר היה',
    waiting: 'נותרו',
  },
  retry: 'ניסיון נוסף',
  role: 'תפקיד',
  roles: {
    admin: 'ניהול',
    affiliate: 'שיווק שותפים',
    instructor: 'הוראה',
    moderator: 'פיקוח על תוכן',
    owner: 'בעלות',
    student: 'לימוד',
    superAdmin: 'צוות הפלטפורמה',
    support: 'תמיכה',
  },
  search: 'כל חלק של שם או כתובת',
  seen: 'ביקור אחרון',
  since: 'מאז',
  sort: 'סדר',
  sorts: { name: 'לפי שם', newest: 'החדשים תחילה' },
  status: 'מצב',
  tag: 'תגית',
  tags: 'תגיות',
  tagsHint: 'כמה תגיות מופרדות בפסיקים.',
  title: 'אנשים',
  upload: 'ייבוא קובץ',
  view: 'בעיני לומד',
  what: 'פעולה',
  whatHint: (count) => `${count} אנשים. הפעולה מתבצעת ברקע, ובסופה יש קובץ על כל אחד.`,
  works: {
    ban: 'חסימה',
    confirm: 'שליחת האישור שוב',
    delete: 'מחיקה',
    restore: 'שחזור',
    roles: 'שינוי תפקידים',
    suspend: 'השהיה',
    tags: 'שינוי תגיות',
  },
}

export const DESK_WORDS: Record<Locale, DeskWords> = { en, he, ru }
