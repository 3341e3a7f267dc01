const english = {
  at: (moment: string) => `${moment} UTC`,
  broken: 'The last backup could not be restored. Its reason stands below; the log has more.',
  failed: (reason: string) => `Not made: ${reason}`,
  holds: (rows: string, files: string, size: string) => `Rows: ${rows} · Files: ${files} · ${size}`,
  late: 'The last good backup is too old. See why the worker makes none.',
  none: 'There are no backups yet. The worker makes the first within an hour, unless they are turned off.',
  restored: 'Restored to prove it: every table is as it was.',
  running: 'Being made',
  title: 'Backups',
  unrestorable: (reason: string) => `Cannot be restored: ${reason}`,
  untried: 'Made; not restored to prove it yet',
  well: 'Everything is backed up.',
}

const hebrew: typeof english = {
  at: (moment) => `${moment} UTC`,
  broken: 'לא ניתן היה לשחזר את הגיבוי האחרון. הסיבה מופיעה למטה, ופרטים נוספים ביומן.',
  failed: (reason) => `לא נוצר: ${reason}`,
  holds: (rows, files, size) => `שורות: ${rows} · קבצים: ${files} · ${size}`,
  late: 'הגיבוי התקין האחרון ישן מדי. יש לבדוק מדוע התהליך ברקע אינו יוצר גיבויים.',
  none: 'עדיין אין גיבויים. הראשון ייווצר בתוך שעה, אלא אם הגיבויים כבויים.',
  restored: 'שוחזר לבדיקה: כל הטבלאות זהות למקור.',
  running: 'בתהליך יצירה',
  title: 'גיבויים',
  unrestorable: (reason) => `לא ניתן לשחזור: ${reason}`,
  untried: 'נוצר; טרם שוחזר לבדיקה',
  well: 'הכול מגובה.',
}

const russian: typeof english = {
  at: (moment) => `${moment} UTC`,
  broken: 'Последнюю копию не удалось восстановить. Причина указана ниже, подробности — в журнале.',
  failed: (reason) => `Не создана: ${reason}`,
  holds: (rows, files, size) => `Строк: ${rows} · Файлов: ${files} · ${size}`,
  late: 'Последняя исправная копия слишком старая. Проверьте, почему фоновый процесс не создаёт новых.',
  none: 'Резервных копий пока нет. Первая появится в течение часа, если они не выключены.',
  restored: 'Восстановлена для проверки: все таблицы совпадают.',
  running: 'Создаётся',
  title: 'Резервные копии',
  unrestorable: (reason) => `Не восстанавливается: ${reason}`,
  untried: 'Создана; восстановление ещё не проверено',
  well: 'Всё сохранено в резервных копиях.',
}

/** What the start page says of backups, in each language of the admin. */
export const BACKUP_WORDS = { en: english, he: hebrew, ru: russian }
