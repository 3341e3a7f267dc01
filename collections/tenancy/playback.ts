import type { GroupField } from 'payload'

import { needsLicences } from '@hooks/tenancy/filmProtection'

/** A whole number from 1 on, or nothing. */
const isCount = (value: unknown): boolean =>
  value == null || (Number.isSafeInteger(value) && Number(value) >= 1)

/** How a school's videos may be watched, and what stands in both them and its documents. An empty number is no limit. */
export const playback: GroupField = {
  name: 'playback',
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'streams',
          type: 'number',
          admin: {
            description: {
              en: 'One more asks whether to stop elsewhere and go on here.',
              he: 'בצפייה נוספת נשאלים אם לעצור במקום האחר ולהמשיך כאן.',
              ru: 'При ещё одном просмотре спрашиваем, остановить ли другой и продолжить здесь.',
            },
          },
          defaultValue: 2,
          label: {
            en: 'Devices at the same time',
            he: 'מכשירים בו־זמנית',
            ru: 'Устройств одновременно',
          },
          validate: (value: unknown) => isCount(value) || 'A whole number from 1 on.',
        },
        {
          name: 'devices',
          type: 'number',
          admin: {
            description: {
              en: 'In 30 days. One more has to sign in again, and takes the place of the one used least lately.',
              he: 'ב־30 יום. במכשיר נוסף צריך להיכנס שוב, והוא בא במקום זה שלא השתמשו בו הכי הרבה זמן.',
              ru: 'За 30 дней. На ещё одном нужно войти заново; оно займёт место того, которым не пользовались дольше всех.',
            },
          },
          defaultValue: 6,
          label: { en: 'Devices in all', he: 'מכשירים בסך הכול', ru: 'Всего устройств' },
          validate: (value: unknown) => isCount(value) || 'A whole number from 1 on.',
        },
      ],
    },
    {
      name: 'watermark',
      type: 'checkbox',
      admin: {
        description: {
          en: 'The viewer’s name and a code move over the picture. A recording of it leads back to the account. Picture in picture is off while this is on.',
          he: 'שם הצופה וקוד נעים מעל התמונה. הקלטה שלה מובילה בחזרה לחשבון. כשזה פועל, תמונה בתוך תמונה כבויה.',
          ru: 'Поверх видео движутся имя зрителя и код: по записи экрана видно, чья она. Пока это включено, картинка в картинке недоступна.',
        },
      },
      defaultValue: false,
      label: { en: 'Mark videos', he: 'סימון סרטונים', ru: 'Помечать видео' },
    },
    {
      name: 'drm',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Films that are prepared from now on play through Widevine, PlayReady and FairPlay alone, and their files are given to nobody who learns. Needs an account under Film protection (DRM), where older films can be protected too.',
          he: 'סרטונים שיוכנו מעתה יפעלו רק דרך Widevine, ‏PlayReady ו־FairPlay, והקבצים שלהם לא יימסרו ללומדים. נדרש חשבון תחת הגנת סרטונים (DRM); שם אפשר להגן גם על סרטונים קודמים.',
          ru: 'Видео, подготовленные с этого момента, воспроизводятся только через Widevine, PlayReady и FairPlay, а сами файлы учащимся не выдаются. Нужен аккаунт в разделе «Защита видео (DRM)»; там же можно защитить и прежние видео.',
        },
      },
      defaultValue: false,
      label: { en: 'Protect films (DRM)', he: 'הגנה על סרטונים (DRM)', ru: 'Защищать видео (DRM)' },
      validate: needsLicences,
    },
    {
      name: 'documents',
      type: 'checkbox',
      admin: {
        description: {
          en: 'The learner’s name, address and a code stand at the foot of each page of PDFs that they read or download. A document over 100 MB, or one that needs a password, is given as it is.',
          he: 'שם הלומד, כתובתו וקוד מופיעים בתחתית כל עמוד של קובצי PDF לקריאה או להורדה. מסמך מעל 100 מ״ב או כזה שדורש סיסמה נמסר כמות שהוא.',
          ru: 'Внизу каждой страницы PDF, которые студент читает или скачивает, стоят его имя, адрес и код. Документ больше 100 МБ или с паролем выдаётся как есть.',
        },
      },
      defaultValue: false,
      label: { en: 'Mark documents', he: 'סימון מסמכים', ru: 'Помечать документы' },
    },
  ],
  label: {
    en: 'Watching and reading',
    he: 'צפייה וקריאה',
    ru: 'Просмотр и чтение',
  },
}
