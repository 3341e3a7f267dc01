/** What the admin says where a course is moved to the trash. */
export const TRASH_WORDS = {
  en: {
    confirm: 'Move to the trash',
    done: 'The course is in the trash.',
    failed: 'This did not work. Try again.',
    heading: 'Move the course to the trash?',
    held: 'They keep their access, and the course stays in the trash for them until you restore it.',
    learners: (count: number) => `Learners enrolled: ${count}.`,
    undo: (title: string) =>
      `Visitors no longer see “${title}”. It can be restored for thirty days. Then it is removed for good, unless somebody ever had or ordered it.`,
    unseen: (title: string) => `Visitors no longer see “${title}”. You can restore it at any time.`,
  },
  he: {
    confirm: 'העברה לאשפה',
    done: 'הקורס הועבר לאשפה.',
    failed: 'זה לא הצליח. אפשר לנסות שוב.',
    heading: 'להעביר את הקורס לאשפה?',
    held: 'הגישה שלהם תישמר, והקורס יישאר עבורם באשפה עד לשחזורו.',
    learners: (count: number) => `לומדים רשומים: ${count}.`,
    undo: (title: string) =>
      `הקורס ״${title}״ לא ייראה עוד למבקרים. אפשר לשחזר אותו במשך שלושים יום, ואז הוא נמחק לצמיתות, אלא אם מישהו למד בו או הזמין אותו.`,
    unseen: (title: string) => `הקורס ״${title}״ לא ייראה עוד למבקרים. אפשר לשחזר אותו בכל עת.`,
  },
  ru: {
    confirm: 'Убрать в корзину',
    done: 'Курс в корзине.',
    failed: 'Не получилось. Попробуйте ещё раз.',
    heading: 'Убрать курс в корзину?',
    held: 'Доступ у них останется, и курс будет храниться для них в корзине, пока вы его не восстановите.',
    learners: (count: number) => `Зачислено студентов: ${count}.`,
    undo: (title: string) =>
      `Посетители больше не увидят «${title}». Тридцать дней курс можно восстановить, потом он удаляется навсегда, если на него никого не зачисляли и его не заказывали.`,
    unseen: (title: string) =>
      `Посетители больше не увидят «${title}». Восстановить курс можно в любое время.`,
  },
}
