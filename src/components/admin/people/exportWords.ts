/** The words about a file of somebody's data. */
export const EXPORT_WORDS = {
  en: {
    aboveYou: 'Only an owner can do this for somebody of this role.',
    download: 'Download',
    failed: 'That did not work. Try again.',
    heading: 'Personal data',
    hint: 'A file with everything the school keeps of this person, for a request of theirs. That you asked for it stands in the log.',
    make: 'Make a file of their data',
    making: 'The file is being made…',
    until: (date: string) => `until ${date}`,
  },
  he: {
    aboveYou: 'רק בעלים יכולים לעשות זאת עבור בעל תפקיד כזה.',
    download: 'הורדה',
    failed: 'הפעולה לא הצליחה. נסו שוב.',
    heading: 'מידע אישי',
    hint: 'קובץ עם כל מה שבית הספר שומר על האדם הזה, לבקשתו. הבקשה שלכם נרשמת ביומן.',
    make: 'הכנת קובץ המידע',
    making: 'הקובץ בהכנה…',
    until: (date: string) => `עד ${date}`,
  },
  ru: {
    aboveYou: 'Для человека с такой ролью это может сделать только владелец.',
    download: 'Скачать',
    failed: 'Не получилось. Попробуйте ещё раз.',
    heading: 'Личные данные',
    hint: 'Файл со всем, что школа хранит об этом человеке, по его просьбе. Ваш запрос остаётся в журнале.',
    make: 'Подготовить файл с данными',
    making: 'Файл готовится…',
    until: (date: string) => `до ${date}`,
  },
}
