import type { GroupField } from 'payload'

/** How people sign in to a school, as far as its managers decide. */
export const signIn: GroupField = {
  name: 'signIn',
  type: 'group',
  fields: [
    {
      name: 'ways',
      type: 'ui',
      admin: { components: { Field: '/src/components/admin/WaysToSignIn#ProvidersLink' } },
    },
    {
      name: 'byPassword',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Without it, passwords neither let in nor make accounts, but for owners, who cannot lock themselves out so.',
          he: 'בלעדיה, סיסמאות לא מכניסות ולא פותחות חשבונות, חוץ מלבעלים, שכך לא ינעלו את עצמם בחוץ.',
          ru: 'Без этого по паролю нельзя ни войти, ни зарегистрироваться; владельцы могут войти всегда, чтобы не остаться снаружи.',
        },
      },
      defaultValue: true,
      label: { en: 'Signing in by password', he: 'כניסה בסיסמה', ru: 'Вход по паролю' },
    },
    {
      name: 'byPasskey',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Fingerprint, face or the lock of a device in place of a password.',
          he: 'טביעת אצבע, פנים או נעילת המכשיר במקום סיסמה.',
          ru: 'Отпечаток пальца, лицо или блокировка устройства вместо пароля.',
        },
      },
      defaultValue: true,
      label: { en: 'Signing in by passkey', he: 'כניסה במפתח גישה', ru: 'Вход по ключу доступа' },
    },
    {
      name: 'byMail',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Whoever has an account may ask for a mail with a link and a code instead of typing the password. Both work once and for a quarter of an hour.',
          he: 'מי שיש להם חשבון יכולים לבקש דוא״ל עם קישור וקוד במקום להקליד סיסמה. שניהם פועלים פעם אחת ובמשך רבע שעה.',
          ru: 'Вместо пароля можно попросить письмо со ссылкой и кодом. Они действуют один раз и четверть часа.',
        },
      },
      defaultValue: true,
      label: { en: 'Signing in by mail', he: 'כניסה בדוא״ל', ru: 'Вход по письму' },
    },
    {
      name: 'linked',
      type: 'checkbox',
      admin: {
        description: {
          en: 'A learner who has accounts in several schools with the same address may link them and switch between them. Nobody in the school sees who did, and where else. Turning it off ends the links at once.',
          he: 'לומדים שיש להם חשבון באותה כתובת בכמה בתי ספר יכולים לקשר ביניהם ולעבור מאחד לאחר. איש בבית הספר לא רואה מי עשו זאת ולאן. כיבוי מסיים מיד את הקישורים.',
          ru: 'Студент, у которого с одним адресом есть учётные записи в нескольких школах, может связать их и переходить из одной в другую. В школе никто не видит, кто это сделал и с какой школой. Выключение сразу прекращает связи.',
        },
      },
      defaultValue: true,
      label: {
        en: 'Linked accounts of learners',
        he: 'חשבונות מקושרים של לומדים',
        ru: 'Связанные учётные записи студентов',
      },
    },
    {
      name: 'asksAlways',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Whoever signs up or asks for a mail lets their browser work for about a second first, unseen, which makes it dear for robots. Without it, that is asked only once such forms are sent often.',
          he: 'לפני הרשמה או בקשת דוא״ל הדפדפן עובד כשנייה ברקע, וכך השליחה מתייקרת לרובוטים. בלעדיה זה נדרש רק כשטפסים כאלה נשלחים לעתים קרובות.',
          ru: 'Перед регистрацией или запросом письма браузер незаметно работает около секунды: роботам это дорого. Без этого проверка включается, только когда такие формы отправляют часто.',
        },
      },
      defaultValue: false,
      label: {
        en: 'Check against robots, always',
        he: 'בדיקה נגד רובוטים, תמיד',
        ru: 'Проверка на роботов всегда',
      },
    },
    {
      name: 'staffSecondFactor',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Whoever works in the school signs in with a code from an app besides the password. Those without one set it up the next time they come, and can do nothing before.',
          he: 'אנשי הצוות נכנסים עם קוד מאפליקציה בנוסף לסיסמה. מי שעדיין אין להם קוד יגדירו אותו בכניסה הבאה, ולפני כן לא יוכלו לעשות דבר.',
          ru: 'Сотрудники школы входят с кодом из приложения вдобавок к паролю. У кого его ещё нет, настроит его при следующем входе и до этого ничего не сможет делать.',
        },
      },
      defaultValue: false,
      label: {
        en: 'Two steps for staff',
        he: 'אימות בשני שלבים לצוות',
        ru: 'Вход в два шага для сотрудников',
      },
    },
  ],
  label: { en: 'Signing in', he: 'כניסה', ru: 'Вход' },
}
