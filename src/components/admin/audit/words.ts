import type { Locale } from '@/domain/tenancy/locales'

export type AuditWords = {
  about: string
  actor: string
  after: string
  before: string
  change: string
  collection: string
  details: string
  entries: (count: string) => string
  export: string
  failed: string
  faults: Record<'changed' | 'cut' | 'deleted' | 'missing' | 'reordered' | 'unchained', string>
  field: string
  find: string
  from: string
  heading: string
  lead: string
  machine: string
  more: string
  none: string
  nothing: string
  number: string
  operation: string
  person: string
  reduced: string
  row: string
  searching: string
  sound: (count: string) => string
  to: string
  unsound: string
  verify: string
  verifying: string
  when: string
}

/** What the desk of the audit log says. */
export const AUDIT_WORDS: Record<Locale, AuditWords> = {
  en: {
    about: 'About',
    actor: 'Who',
    after: 'After',
    before: 'Before',
    change: 'What was done',
    collection: 'Where (courses, users…)',
    details: 'Details',
    entries: (count) => `Entry ${count}`,
    export: 'Export as CSV',
    failed: 'The log did not answer. Try again.',
    faults: {
      changed: 'was changed after it was written',
      cut: 'is where the log was cut off',
      deleted: 'was deleted',
      missing: 'follows a gap',
      reordered: 'is not in its place',
      unchained: 'an entry has no place in the log',
    },
    field: 'Field',
    find: 'Search',
    from: 'From',
    heading: 'Audit log',
    lead: 'Who did what in the school, and from where. Entries cannot be changed or deleted; each is bound to the one before it.',
    machine: 'The platform',
    more: 'Show more',
    none: 'Nothing in the log fits this search.',
    nothing: 'Nothing was changed in the row itself.',
    number: 'No.',
    operation: 'Operation',
    person: 'Name or address',
    reduced: 'What it said of a person was taken out, because that person’s account was erased.',
    row: 'Row',
    searching: 'Searching…',
    sound: (count) => `The log is sound: ${count} entries, each as it was written.`,
    to: 'To',
    unsound: 'The log is not as it was written:',
    verify: 'Check the log',
    verifying: 'Checking…',
    when: 'When',
  },
  he: {
    about: 'על אודות',
    actor: 'מי',
    after: 'אחרי',
    before: 'לפני',
    change: 'מה נעשה',
    collection: 'היכן (courses, users…)',
    details: 'פרטים',
    entries: (count) => `רשומה ${count}`,
    export: 'ייצוא ל־CSV',
    failed: 'היומן לא השיב. כדאי לנסות שוב.',
    faults: {
      changed: 'שונתה אחרי שנכתבה',
      cut: 'כאן היומן נקטע',
      deleted: 'נמחקה',
      missing: 'באה אחרי פער במספור',
      reordered: 'אינה במקומה',
      unchained: 'יש רשומה שאין לה מקום ביומן',
    },
    field: 'שדה',
    find: 'חיפוש',
    from: 'מתאריך',
    heading: 'יומן ביקורת',
    lead: 'מי עשה מה בבית הספר, ומאין. אי אפשר לשנות או למחוק רשומות; כל אחת קשורה לזו שלפניה.',
    machine: 'הפלטפורמה',
    more: 'עוד',
    none: 'אין ביומן רשומות שמתאימות לחיפוש.',
    nothing: 'ברשומה עצמה לא השתנה דבר.',
    number: 'מס׳',
    operation: 'פעולה',
    person: 'שם או כתובת',
    reduced: 'מה שנאמר כאן על אדם הוסר, משום שחשבונו נמחק.',
    row: 'שורה',
    searching: 'מחפשים…',
    sound: (count) => `היומן תקין: ${count} רשומות, כולן כפי שנכתבו.`,
    to: 'עד תאריך',
    unsound: 'היומן אינו כפי שנכתב:',
    verify: 'בדיקת היומן',
    verifying: 'בודקים…',
    when: 'מתי',
  },
  ru: {
    about: 'О ком',
    actor: 'Кто',
    after: 'Стало',
    before: 'Было',
    change: 'Что сделано',
    collection: 'Где (courses, users…)',
    details: 'Подробности',
    entries: (count) => `Запись ${count}`,
    export: 'Выгрузить в CSV',
    failed: 'Журнал не ответил. Попробуйте ещё раз.',
    faults: {
      changed: 'изменена после того, как была сделана',
      cut: 'здесь журнал обрезан',
      deleted: 'удалена',
      missing: 'перед ней пропуск',
      reordered: 'стоит не на своём месте',
      unchained: 'есть запись, которой нет места в журнале',
    },
    field: 'Поле',
    find: 'Найти',
    from: 'С',
    heading: 'Журнал аудита',
    lead: 'Кто, что и откуда делал в школе. Записи нельзя изменить или удалить: каждая связана с предыдущей.',
    machine: 'Платформа',
    more: 'Показать ещё',
    none: 'В журнале нет записей по этому запросу.',
    nothing: 'В самой строке ничего не изменилось.',
    number: '№',
    operation: 'Операция',
    person: 'Имя или адрес',
    reduced: 'Сведения о человеке убраны, потому что его учётная запись удалена.',
    row: 'Строка',
    searching: 'Ищем…',
    sound: (count) => `Журнал цел: записей — ${count}, все такие, какими были сделаны.`,
    to: 'По',
    unsound: 'Журнал не такой, каким был записан:',
    verify: 'Проверить журнал',
    verifying: 'Проверяем…',
    when: 'Когда',
  },
}
