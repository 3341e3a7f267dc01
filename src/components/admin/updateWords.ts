/** What the admin says where learners are told of an update. */
export const UPDATE_WORDS = {
  en: {
    cancel: 'Cancel',
    failed: 'This did not work. Try again.',
    heading: 'Tell learners about an update',
    hint: 'Plain text; an empty line begins a paragraph. It goes out in a mail with a link to the course, and cannot be called back.',
    limit: (most: number) =>
      `Your school’s limit for such mails is ${most} in a month, and this one would go beyond it. See School, Plans.`,
    message: 'What is new?',
    none: 'Nobody is enrolled in this course yet.',
    open: 'Tell learners',
    recipients: (count: number) => `Recipients: ${count}`,
    send: 'Send',
    sent: (count: number) => `On its way. Recipients: ${count}`,
    wait: (minutes: number) => `There is one update in an hour. Minutes to wait: ${minutes}`,
  },
  he: {
    cancel: 'ביטול',
    failed: 'זה לא הצליח. אפשר לנסות שוב.',
    heading: 'עדכון ללומדים',
    hint: 'טקסט פשוט; שורה ריקה פותחת פסקה. ההודעה נשלחת בדוא״ל עם קישור לקורס, ואי אפשר להחזיר אותה.',
    limit: (most: number) =>
      `מכסת ההודעות האלה של בית הספר היא ${most} בחודש, וההודעה הזו חורגת ממנה. ראו בית הספר, מסלולים.`,
    message: 'מה חדש?',
    none: 'עדיין אין לומדים רשומים בקורס.',
    open: 'עדכון ללומדים',
    recipients: (count: number) => `מספר הנמענים: ${count}`,
    send: 'שליחה',
    sent: (count: number) => `ההודעה בדרך. מספר הנמענים: ${count}`,
    wait: (minutes: number) => `אפשר לשלוח עדכון אחד בשעה. דקות להמתנה: ${minutes}`,
  },
  ru: {
    cancel: 'Отмена',
    failed: 'Не получилось. Попробуйте ещё раз.',
    heading: 'Сообщить студентам о новом в курсе',
    hint: 'Простой текст; пустая строка начинает абзац. Письмо со ссылкой на курс уйдёт сразу, отозвать его нельзя.',
    limit: (most: number) =>
      `Лимит школы на такие письма — ${most} в месяц, и это письмо его превысит. Смотрите «Школа», «Тарифы».`,
    message: 'Что нового?',
    none: 'На этот курс пока никто не зачислен.',
    open: 'Сообщить студентам',
    recipients: (count: number) => `Получателей: ${count}`,
    send: 'Отправить',
    sent: (count: number) => `Отправляется. Получателей: ${count}`,
    wait: (minutes: number) => `Сообщать можно раз в час. Осталось минут: ${minutes}`,
  },
}
