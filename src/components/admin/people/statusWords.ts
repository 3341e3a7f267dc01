import type { AccountAction, AccountStatus } from '@/domain/identity/standing'
import type { Locale } from '@/domain/tenancy/locales'

type Refusal = 'aboveYou' | 'limitReached' | 'onlyOwner' | 'stillTeaching' | 'yourself'

export type StatusWords = {
  actions: Record<AccountAction, string>
  by: (name: string) => string
  done: Record<AccountAction, string>
  erases: (date: string) => string
  failed: string
  forbidden: string
  history: string
  means: Record<AccountAction, string>
  noHistory: string
  reason: string
  reasonHint: string
  refusals: Record<Refusal, string>
  statuses: Record<AccountStatus, string>
  title: string
  unchanged: string
  withoutName: string
}

const en: StatusWords = {
  actions: { ban: 'Ban', delete: 'Delete', restore: 'Restore', suspend: 'Suspend' },
  by: (name) => `by ${name}`,
  done: { ban: 'Banned.', delete: 'Deleted.', restore: 'Restored.', suspend: 'Suspended.' },
  erases: (date) => `Is erased for good on ${date}.`,
  failed: 'That did not work. Please try again.',
  forbidden: 'Only owners and administrators may do this.',
  history: 'History',
  means: {
    ban: 'They are signed out everywhere and cannot sign in any more. What they did and bought is kept.',
    delete:
      'They are signed out everywhere. In two weeks their data is erased for good; until then you can restore the account. Invoices are kept as the law asks.',
    restore: 'They can sign in again, and find everything as it was.',
    suspend:
      'They are signed out everywhere and cannot sign in until you restore the account. What they did and bought is kept.',
  },
  noHistory: 'Nobody has changed this account yet.',
  reason: 'Reason',
  reasonHint: 'It is mailed to this person, shown when they sign in, and kept in the history.',
  refusals: {
    aboveYou: 'This person stands above you in the school.',
    limitReached: 'The school has as many accounts as its plan allows.',
    onlyOwner: 'This is the last owner of the school. Make somebody else an owner first.',
    stillTeaching: 'This person teaches a published course. Give it another instructor first.',
    yourself: 'You cannot do this to your own account.',
  },
  statuses: {
    active: 'Active',
    banned: 'Banned',
    erased: 'Deleted',
    pending: 'Waiting for confirmation',
    suspended: 'Suspended',
  },
  title: 'Account',
  unchanged: 'It stood so already.',
  withoutName: 'Platform staff',
}

const ru: StatusWords = {
  actions: {
    ban: 'Заблокировать',
    delete: 'Удалить',
    restore: 'Восстановить',
    suspend: 'Приостановить',
  },
  by: (name) => `кто: ${name}`,
  done: {
    ban: 'Учётная запись заблокирована.',
    delete: 'Учётная запись удалена.',
    restore: 'Учётная запись восстановлена.',
    suspend: 'Учётная запись приостановлена.',
  },
  erases: (date) => `Будет стёрта навсегда ${date}.`,
  failed: 'Не получилось. Попробуйте ещё раз.',
  forbidden: 'Это могут только владельцы и администраторы.',
  history: 'История',
  means: {
    ban: 'Человек выйдет на всех устройствах и больше не сможет войти. Всё сделанное и купленное сохранится.',
    delete:
      'Человек выйдет на всех устройствах. Через две недели данные будут стёрты навсегда; до этого учётную запись можно восстановить. Счета хранятся, как требует закон.',
    restore: 'Человек снова сможет войти, и всё будет на своих местах.',
    suspend:
      'Человек выйдет на всех устройствах и не сможет войти, пока вы не восстановите учётную запись. Всё сделанное и купленное сохранится.',
  },
  noHistory: 'Эту учётную запись ещё никто не менял.',
  reason: 'Причина',
  reasonHint: 'Её пришлют этому человеку, покажут при входе и сохранят в истории.',
  refusals: {
    aboveYou: 'Этот человек выше вас по роли.',
    limitReached: 'В школе уже столько учётных записей, сколько разрешает тариф.',
    onlyOwner: 'Это последний владелец школы. Сначала назначьте другого.',
    stillTeaching:
      'Этот человек ведёт опубликованный курс. Сначала назначьте другого преподавателя.',
    yourself: 'Со своей учётной записью так поступить нельзя.',
  },
  statuses: {
    active: 'Активен',
    banned: 'Заблокирован',
    erased: 'Удалён',
    pending: 'Ждёт подтверждения',
    suspended: 'Приостановлен',
  },
  title: 'Учётная запись',
  unchanged: 'Так уже было.',
  withoutName: 'Сотрудник платформы',
}

const he: StatusWords = {
  actions: { ban: 'חסימה', delete: 'מחיקה', restore: 'שחזור', suspend: 'השהיה' },
  by: (name) => `על ידי ${name}`,
  done: {
    ban: 'החשבון נחסם.',
    delete: 'החשבון נמחק.',
    restore: 'החשבון שוחזר.',
    suspend: 'החשבון הושהה.',
  },
  erases: (date) => `יימחק לצמיתות ב־${date}.`,
  failed: 'הפעולה נכשלה. אפשר לנסות שוב.',
  forbidden: 'רק בעלים ומנהלים רשאים לעשות זאת.',
  history: 'היסטוריה',
  means: {
    ban: 'החשבון ינותק מכל המכשירים ואי אפשר יהיה להתחבר אליו עוד. כל מה שנעשה ונרכש נשמר.',
    delete:
      'החשבון ינותק מכל המכשירים. בעוד שבועיים הנתונים יימחקו לצמיתות; עד אז אפשר לשחזר את החשבון. חשבוניות נשמרות כנדרש בחוק.',
    restore: 'אפשר יהיה להתחבר שוב, והכול יהיה במקומו.',
    suspend:
      'החשבון ינותק מכל המכשירים ואי אפשר יהיה להתחבר אליו עד לשחזור. כל מה שנעשה ונרכש נשמר.',
  },
  noHistory: 'איש עוד לא שינה את החשבון הזה.',
  reason: 'סיבה',
  reasonHint: 'הסיבה תישלח אל האדם, תוצג בעת ההתחברות ותישמר בהיסטוריה.',
  refusals: {
    aboveYou: 'התפקיד של האדם הזה גבוה משלך.',
    limitReached: 'בבית הספר כבר יש מספר החשבונות המרבי לפי התוכנית.',
    onlyOwner: 'אלה הבעלים האחרונים של בית הספר. קודם יש למנות בעלים נוספים.',
    stillTeaching: 'האדם הזה מלמד בקורס שפורסם. קודם יש לבחור לקורס מרצה אחר.',
    yourself: 'אי אפשר לעשות זאת לחשבון שלך.',
  },
  statuses: {
    active: 'פעיל',
    banned: 'חסום',
    erased: 'נמחק',
    pending: 'ממתין לאישור',
    suspended: 'מושהה',
  },
  title: 'החשבון',
  unchanged: 'כך זה כבר היה.',
  withoutName: 'צוות הפלטפורמה',
}

export const STATUS_WORDS: Record<Locale, StatusWords> = { en, he, ru }
