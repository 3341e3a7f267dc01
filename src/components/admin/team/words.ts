import type { TeamRole, TeamState } from '@/domain/catalog/team'
import type { Locale } from '@/domain/tenancy/locales'

export type TeamWords = {
  cancel: string
  change: string
  done: string
  email: string
  empty: string
  expired: string
  failed: string
  heading: string
  hint: string
  hints: Record<TeamRole, string>
  invite: string
  leave: string
  left: (percent: string) => string
  most: (percent: number) => string
  reason: string
  refused: Readonly<Record<string, string>>
  remove: string
  resend: string
  role: string
  roles: Record<TeamRole, string>
  save: string
  send: string
  share: string
  sharesExceeded: (percent: number) => string
  states: Record<TeamState, string>
  until: (date: string) => string
}

/** What the team of a course says on its form. */
export const TEAM_WORDS: Record<Locale, TeamWords> = {
  en: {
    cancel: 'Cancel',
    change: 'Change',
    done: 'Done.',
    email: 'Email',
    empty:
      'Nobody is in it yet: every instructor of the school may change this course. Once somebody you invite accepts, the team and those who manage the school alone may.',
    expired: 'Invitation too old',
    failed: 'That did not work. Try again.',
    heading: 'Team',
    hint: 'Only these people, each in their role, and those who manage the school may change this course.',
    hints: {
      assistant: 'Sees the course, grades, and answers reviews.',
      editor: 'Writes the course and grades; submits it to be published.',
      lead: 'Writes, grades, publishes, writes to learners, and moves the course to the trash.',
      viewer: 'Sees the course, drafts included.',
    },
    invite: 'Invite a co-instructor',
    leave: 'Leave the team',
    left: (percent) => `Not given to anybody: ${percent}.`,
    most: (percent) =>
      `At most ${percent} %. Shares are written down; paying them out is up to you.`,
    reason: 'Why? They read this.',
    refused: {
      alreadyInTeam: 'This person is in the team already.',
      badInput: 'Check the address and the share.',
    },
    remove: 'Take out',
    resend: 'Send again',
    role: 'Role',
    roles: { assistant: 'Assistant', editor: 'Editor', lead: 'Lead', viewer: 'Viewer' },
    save: 'Save',
    send: 'Send the invitation',
    share: 'Share of what the course earns, %',
    sharesExceeded: (percent) => `At most ${percent} % are left.`,
    states: {
      accepted: 'In the team',
      declined: 'Declined',
      invited: 'Invited',
      removed: 'No longer in it',
    },
    until: (date) => `until ${date}`,
  },
  he: {
    cancel: 'ביטול',
    change: 'שינוי',
    done: 'בוצע.',
    email: 'דוא״ל',
    empty:
      'אין בו עדיין איש: כל מרצה בבית הספר יכול לשנות את הקורס. כשמישהו יקבל את ההזמנה שלך, רק הצוות והנהלת בית הספר יוכלו.',
    expired: 'תוקף ההזמנה פג',
    failed: 'זה לא הצליח. אפשר לנסות שוב.',
    heading: 'צוות',
    hint: 'רק האנשים האלה, כל אחד בתפקידו, והנהלת בית הספר יכולים לשנות את הקורס.',
    hints: {
      assistant: 'רואה את הקורס, בודק עבודות ועונה לביקורות.',
      editor: 'כותב את הקורס ובודק עבודות; מגיש אותו לפרסום.',
      lead: 'כותב, בודק, מפרסם, כותב ללומדים ומעביר את הקורס לאשפה.',
      viewer: 'רואה את הקורס, כולל טיוטות.',
    },
    invite: 'הזמנת שותפים להוראה',
    leave: 'עזיבת הצוות',
    left: (percent) => `לא חולק לאיש: ${percent}.`,
    most: (percent) => `לכל היותר ${percent} %. החלקים נרשמים; התשלום בידיכם.`,
    reason: 'מדוע? הם יקראו את זה.',
    refused: { alreadyInTeam: 'האדם הזה כבר בצוות.', badInput: 'כדאי לבדוק את הכתובת ואת החלק.' },
    remove: 'הוצאה מהצוות',
    resend: 'שליחה חוזרת',
    role: 'תפקיד',
    roles: { assistant: 'עוזר הוראה', editor: 'עורך', lead: 'מוביל', viewer: 'צופה' },
    save: 'שמירה',
    send: 'שליחת ההזמנה',
    share: 'חלק בהכנסות הקורס, %',
    sharesExceeded: (percent) => `נותרו לכל היותר ${percent} %.`,
    states: { accepted: 'בצוות', declined: 'ויתור', invited: 'הוזמן', removed: 'כבר לא בצוות' },
    until: (date) => `עד ${date}`,
  },
  ru: {
    cancel: 'Отмена',
    change: 'Изменить',
    done: 'Готово.',
    email: 'Почта',
    empty:
      'В ней пока никого: этот курс может менять любой преподаватель школы. Как только кто-то примет ваше приглашение, менять его смогут только команда и руководители школы.',
    expired: 'Срок приглашения истёк',
    failed: 'Не получилось. Попробуйте ещё раз.',
    heading: 'Команда',
    hint: 'Менять этот курс могут только эти люди, каждый в своей роли, и руководители школы.',
    hints: {
      assistant: 'Видит курс, проверяет работы и отвечает на отзывы.',
      editor: 'Пишет курс и проверяет работы; отправляет его на публикацию.',
      lead: 'Пишет, проверяет, публикует, пишет студентам и убирает курс в корзину.',
      viewer: 'Видит курс вместе с черновиками.',
    },
    invite: 'Пригласить преподавателя',
    leave: 'Выйти из команды',
    left: (percent) => `Никому не отдано: ${percent}.`,
    most: (percent) => `Не больше ${percent} %. Доли записываются, выплачиваете их вы.`,
    reason: 'Почему? Это прочтёт тот, кого это касается.',
    refused: {
      alreadyInTeam: 'Этот человек уже в команде.',
      badInput: 'Проверьте адрес и долю.',
    },
    remove: 'Убрать',
    resend: 'Отправить ещё раз',
    role: 'Роль',
    roles: {
      assistant: 'Ассистент',
      editor: 'Редактор',
      lead: 'Ведущий',
      viewer: 'Наблюдатель',
    },
    save: 'Сохранить',
    send: 'Отправить приглашение',
    share: 'Доля от дохода курса, %',
    sharesExceeded: (percent) => `Осталось не больше ${percent} %.`,
    states: {
      accepted: 'В команде',
      declined: 'Отказ',
      invited: 'Приглашение отправлено',
      removed: 'Больше не в команде',
    },
    until: (date) => `до ${date}`,
  },
}
