import type { GroupField } from 'payload'

/** Closes a school's site to all but its staff, for as long as its managers work on it. */
export const maintenance: GroupField = {
  name: 'maintenance',
  type: 'group',
  admin: {
    description: {
      en: 'While this is on, visitors and learners see a page in your colours that says so; payments under way, sign-in and the admin go on, and your staff see the site as always. Search engines are told to come back.',
      he: 'כל עוד זה פועל, מבקרים ולומדים רואים עמוד בצבעים שלכם שאומר זאת; תשלומים שבדרך, הכניסה והניהול ממשיכים, והצוות רואה את האתר כרגיל. מנועי חיפוש מתבקשים לחזור.',
      ru: 'Пока это включено, посетители и студенты видят страницу в ваших цветах с сообщением; начатые платежи, вход и админка работают, а сотрудники видят сайт как обычно. Поисковикам сказано зайти позже.',
    },
  },
  fields: [
    {
      name: 'isOn',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'The site is closed', he: 'האתר סגור', ru: 'Сайт закрыт' },
    },
    {
      name: 'notice',
      type: 'textarea',
      admin: {
        description: {
          en: 'What the page says; a few words of ours where it is empty.',
          he: 'מה כתוב בעמוד; אם ריק, כמה מילים שלנו.',
          ru: 'Текст страницы; если пусто, несколько наших слов.',
        },
      },
      label: { en: 'Message', he: 'הודעה', ru: 'Сообщение' },
      maxLength: 600,
    },
  ],
  label: { en: 'Maintenance', he: 'תחזוקה', ru: 'Технические работы' },
}
