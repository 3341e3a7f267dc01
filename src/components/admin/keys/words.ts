import type { KeyRate } from '@/domain/identity/apiKeys'
import type { Area } from '@/domain/identity/permissions/areas'
import type { Locale } from '@/domain/tenancy/locales'

import { AREA_NAMES } from '@/domain/identity/permissions/names'

type KeyWords = {
  areas: Record<Area, string>
  cancel: string
  days: (days: number) => string
  empty: string
  ends: string
  failed: string
  intro: string
  key: string
  lastUsed: string
  made: string
  make: string
  name: string
  nameHint: string
  never: string
  none: string
  nothingChosen: string
  owner: string
  rate: string
  rates: Record<KeyRate, string>
  reach: string
  read: string
  revoke: string
  revokeBody: string
  revokeHeading: (name: string) => string
  standing: string
  title: string
  tooMany: string
  untilRevoked: string
  write: string
}

const en: KeyWords = {
  name: 'Name',
  areas: AREA_NAMES.en,
  cancel: 'Cancel',
  days: (days) => `After ${days} days`,
  empty: 'No program has a key yet.',
  ends: 'Ends',
  failed: 'This did not work. Try again.',
  intro:
    'With a key, a program calls the API in your name: only in the areas that you choose here, and only as far as your own role reaches. A key ends with your account or your role.',
  key: 'API key',
  lastUsed: 'Last used',
  made: 'Copy the key now. It is not shown again.',
  make: 'Make a key',
  nameHint: 'What it is for, such as “Accounting”',
  never: 'Never',
  none: 'No access',
  nothingChosen: 'Choose at least one area.',
  owner: 'Belongs to',
  rate: 'Rate',
  rates: { high: '600 calls a minute', low: '30 calls a minute', standard: '100 calls a minute' },
  reach: 'What it may do',
  read: 'Read',
  revoke: 'Revoke',
  revokeBody: 'Whatever uses this key is refused from now on.',
  revokeHeading: (name) => `Revoke “${name}”?`,
  standing: 'Keys in use',
  title: 'API keys',
  tooMany: 'You have fifty keys. Revoke one first.',
  untilRevoked: 'When it is revoked',
  write: 'Read and change',
}

const he: KeyWords = {
  name: 'שם',
  areas: AREA_NAMES.he,
  cancel: 'ביטול',
  days: (days) => `בעוד ${days} ימים`,
  empty: 'עדיין אין מפתחות.',
  ends: 'מסתיים',
  failed: 'זה לא הצליח. אפשר לנסות שוב.',
  intro:
    'עם מפתח, תוכנה קוראת ל־API בשמכם: רק בתחומים שתבחרו כאן, ורק עד היכן שמגיע התפקיד שלכם. מפתח מסתיים יחד עם החשבון או התפקיד.',
  key: 'מפתח API',
  lastUsed: 'שימוש אחרון',
  made: 'יש להעתיק את המפתח עכשיו. הוא לא יוצג שוב.',
  make: 'יצירת מפתח',
  nameHint: 'לשם מה הוא, למשל ״הנהלת חשבונות״',
  never: 'אף פעם',
  none: 'ללא גישה',
  nothingChosen: 'יש לבחור לפחות תחום אחד.',
  owner: 'שייך אל',
  rate: 'קצב',
  rates: { high: '600 קריאות בדקה', low: '30 קריאות בדקה', standard: '100 קריאות בדקה' },
  reach: 'מה מותר לו',
  read: 'קריאה',
  revoke: 'ביטול המפתח',
  revokeBody: 'כל מה שמשתמש במפתח הזה ייענה מעתה בסירוב.',
  revokeHeading: (name) => `לבטל את ״${name}״?`,
  standing: 'מפתחות בשימוש',
  title: 'מפתחות API',
  tooMany: 'יש לכם חמישים מפתחות. צריך לבטל אחד קודם.',
  untilRevoked: 'כשמבטלים אותו',
  write: 'קריאה ושינוי',
}

const ru: KeyWords = {
  name: 'Название',
  areas: AREA_NAMES.ru,
  cancel: 'Отмена',
  days: (days) => `Через ${days} дн.`,
  empty: 'Ключей пока нет.',
  ends: 'Действует до',
  failed: 'Не получилось. Попробуйте снова.',
  intro:
    'С ключом программа обращается к API от вашего имени: только в выбранных здесь разделах и не дальше вашей роли. Ключ перестаёт действовать вместе с вашей учётной записью или ролью.',
  key: 'Ключ API',
  lastUsed: 'Последнее использование',
  made: 'Скопируйте ключ сейчас: больше он не будет показан.',
  make: 'Создать ключ',
  nameHint: 'Для чего он, например «Бухгалтерия»',
  never: 'Ни разу',
  none: 'Нет доступа',
  nothingChosen: 'Выберите хотя бы один раздел.',
  owner: 'Владелец',
  rate: 'Частота',
  rates: {
    high: '600 запросов в минуту',
    low: '30 запросов в минуту',
    standard: '100 запросов в минуту',
  },
  reach: 'Что ему можно',
  read: 'Чтение',
  revoke: 'Отозвать',
  revokeBody: 'Всё, что использует этот ключ, с этого момента получит отказ.',
  revokeHeading: (name) => `Отозвать «${name}»?`,
  standing: 'Действующие ключи',
  title: 'Ключи API',
  tooMany: 'У вас пятьдесят ключей. Сначала отзовите один.',
  untilRevoked: 'Пока не отозван',
  write: 'Чтение и изменение',
}

export const WORDS: Record<Locale, KeyWords> = { en, he, ru }
