import type { CollectionConfig } from 'payload'

import type { Template } from '@/domain/mail/templates'

import { managers, nobody, staffOnly } from '@hooks/access'
import { writeWords } from '@hooks/mail/emailTemplates'

import { LANGUAGES } from '../fields/languages'
import { tenant } from '../fields/tenant'

const KINDS: Record<Template, { en: string; he: string; ru: string }> = {
  accessChanged: { en: 'Access was changed', he: 'הגישה שונתה', ru: 'Доступ изменён' },
  accessEnding: {
    en: 'Access ends soon',
    he: 'הגישה מסתיימת בקרוב',
    ru: 'Доступ скоро закончится',
  },
  accountErased: { en: 'Account deleted', he: 'החשבון נמחק', ru: 'Аккаунт удалён' },
  accountErasing: {
    en: 'Account will be deleted',
    he: 'החשבון יימחק',
    ru: 'Аккаунт будет удалён',
  },
  accountMade: {
    en: 'Invitation to an account the school made',
    he: 'הזמנה לחשבון שבית הספר יצר',
    ru: 'Приглашение в учётную запись, созданную школой',
  },
  accountStatus: {
    en: 'Account suspended, banned, restored or deleted',
    he: 'החשבון הושהה, נחסם, שוחזר או נמחק',
    ru: 'Учётная запись приостановлена, заблокирована, восстановлена или удалена',
  },
  alreadyRegistered: { en: 'You have an account', he: 'כבר קיים חשבון', ru: 'Аккаунт уже есть' },
  attemptGraded: { en: 'Answers were graded', he: 'התשובות נבדקו', ru: 'Ответы проверены' },
  backupTroubled: { en: 'A backup failed', he: 'גיבוי נכשל', ru: 'Копия не удалась' },
  bookingNews: { en: 'A booking changed', he: 'הרשמה השתנתה', ru: 'Запись изменилась' },
  booksDiffer: { en: 'Books differ', he: 'הספרים אינם תואמים', ru: 'Книги расходятся' },
  cardEnding: { en: 'Card is ending', he: 'תוקף הכרטיס מסתיים', ru: 'Срок карты истекает' },
  certificate: { en: 'Certificate', he: 'תעודה', ru: 'Сертификат' },
  changeEmail: { en: 'New address', he: 'כתובת חדשה', ru: 'Новый адрес' },
  checkoutLastReminder: {
    en: 'Last reminder of a checkout',
    he: 'תזכורת אחרונה על קנייה',
    ru: 'Последнее напоминание о покупке',
  },
  checkoutReminder: {
    en: 'Reminder of a checkout',
    he: 'תזכורת על קנייה',
    ru: 'Напоминание о покупке',
  },
  commentWritten: {
    en: 'A post was answered',
    he: 'התקבלה תגובה לפוסט',
    ru: 'На запись ответили',
  },
  confirm: { en: 'Confirm the address', he: 'אישור הכתובת', ru: 'Подтверждение адреса' },
  courseAnswered: {
    en: 'Answer about a course',
    he: 'תשובה בנוגע לקורס',
    ru: 'Ответ о курсе',
  },
  courseApproved: { en: 'Course was approved', he: 'הקורס אושר', ru: 'Курс одобрен' },
  courseReturned: { en: 'Course was returned', he: 'הקורס הוחזר', ru: 'Курс возвращён' },
  courseSubmitted: {
    en: 'Course waits for approval',
    he: 'קורס ממתין לאישור',
    ru: 'Курс ждёт одобрения',
  },
  courseUpdate: { en: 'Course has news', he: 'חדש בקורס', ru: 'Новое в курсе' },
  dataReady: {
    en: 'File of personal data is ready',
    he: 'קובץ המידע האישי מוכן',
    ru: 'Файл с личными данными готов',
  },
  disputeOpened: {
    en: 'A payment is contested',
    he: 'ערעור על תשלום',
    ru: 'Платёж оспорен',
  },
  domainConnected: { en: 'Domain is connected', he: 'הדומיין חובר', ru: 'Домен подключён' },
  domainTroubled: {
    en: 'Domain needs attention',
    he: 'הדומיין דורש טיפול',
    ru: 'Домен требует внимания',
  },
  emailChanging: { en: 'Address is changing', he: 'הכתובת מתחלפת', ru: 'Адрес меняется' },
  enrolled: { en: 'Course is open', he: 'הקורס נפתח', ru: 'Курс открыт' },
  fileQuarantined: {
    en: 'Virus found in a file',
    he: 'נמצא וירוס בקובץ',
    ru: 'Вирус в файле',
  },
  giftReceived: { en: 'Gift', he: 'מתנה', ru: 'Подарок' },
  lessonsOpened: { en: 'Lessons have opened', he: 'נפתחו שיעורים', ru: 'Открылись уроки' },
  markChanged: { en: 'Mark was changed', he: 'הציון השתנה', ru: 'Оценка изменена' },
  newDevice: { en: 'New device', he: 'מכשיר חדש', ru: 'Новое устройство' },
  passwordChanged: { en: 'Password changed', he: 'הסיסמה הוחלפה', ru: 'Пароль изменён' },
  paymentConfirm: {
    en: 'Payment to be confirmed',
    he: 'תשלום ממתין לאישור',
    ru: 'Платёж ждёт подтверждения',
  },
  paymentFailed: { en: 'Payment failed', he: 'התשלום נכשל', ru: 'Оплата не прошла' },
  paymentLastCall: {
    en: 'Last call for a payment',
    he: 'תזכורת אחרונה לתשלום',
    ru: 'Последнее напоминание об оплате',
  },
  payoutFailed: { en: 'Payout came back', he: 'העברה חזרה', ru: 'Выплата вернулась' },
  payoutPaid: { en: 'Payout arrived', he: 'העברה הגיעה', ru: 'Выплата дошла' },
  placeGiven: { en: 'Place given away', he: 'מקום שנמסר', ru: 'Место передано' },
  placeMoved: { en: 'Place moved', he: 'מקום שהועבר', ru: 'Место перенесено' },
  placeOffered: { en: 'A place is free', he: 'התפנה מקום', ru: 'Освободилось место' },
  placeReceived: { en: 'Place received', he: 'מקום שהתקבל', ru: 'Место получено' },
  placeToPay: { en: 'Place to be paid for', he: 'מקום שיש לשלם עליו', ru: 'Место к оплате' },
  planEnded: { en: 'Subscription ended', he: 'המנוי הסתיים', ru: 'Подписка завершена' },
  planWinBack: { en: 'Invitation to come back', he: 'הזמנה לחזור', ru: 'Приглашение вернуться' },
  prerequisitesMet: {
    en: 'Next course can begin',
    he: 'אפשר להתחיל את הקורס הבא',
    ru: 'Можно начать следующий курс',
  },
  receipt: { en: 'Receipt', he: 'קבלה', ru: 'Чек' },
  refund: { en: 'Refund', he: 'החזר', ru: 'Возврат' },
  requestNews: { en: 'Request for a place', he: 'בקשה למקום', ru: 'Заявка на место' },
  reset: { en: 'New password', he: 'סיסמה חדשה', ru: 'Новый пароль' },
  reviewRequest: { en: 'Review request', he: 'בקשת ביקורת', ru: 'Просьба об отзыве' },
  setPassword: { en: 'First password', he: 'סיסמה ראשונה', ru: 'Первый пароль' },
  signInChanged: { en: 'Signing in changed', he: 'דרך הכניסה השתנתה', ru: 'Вход изменён' },
  signInInstead: { en: 'Sign in instead', he: 'כניסה במקום קנייה', ru: 'Войдите в аккаунт' },
  signInLink: { en: 'Link to sign in', he: 'קישור לכניסה', ru: 'Ссылка для входа' },
  teamInvitation: { en: 'Invitation to teach', he: 'הזמנה ללמד', ru: 'Приглашение вести курс' },
  teamNews: { en: 'News of a team', he: 'חדשות מצוות קורס', ru: 'Новости команды курса' },
  unusualTraffic: {
    en: 'Far more video than usual',
    he: 'הרבה יותר וידאו מהרגיל',
    ru: 'Намного больше видео, чем обычно',
  },
  waitlistNews: { en: 'Waitlist', he: 'רשימת המתנה', ru: 'Лист ожидания' },
  workReviewed: { en: 'Work was reviewed', he: 'העבודה נבדקה', ru: 'Работа проверена' },
}

/** What a template is for is chosen once: its placeholders depend on it. */
const chosenOnce = { update: () => false }

/**
 * A school's own words for a mail in one language; without a row the platform's are sent. Plain text
 * with placeholders; what a mail owes its reader (the sum, the link's limits) is not part of it.
 */
export const EmailTemplates: CollectionConfig = {
  slug: 'email-templates',
  access: {
    admin: staffOnly,
    create: managers,
    delete: managers,
    read: managers,
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    defaultColumns: ['kind', 'locale', 'subject', 'updatedAt'],
    description: {
      en: 'Your own words for the mails the school sends. Without one, ours are sent.',
      he: 'הניסוח שלכם למכתבים שבית הספר שולח. בהיעדרו נשלח הנוסח הרגיל.',
      ru: 'Ваши слова для писем школы. Где шаблона нет, уходит обычный текст.',
    },
    listSearchableFields: ['subject'],
    useAsTitle: 'subject',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      type: 'row',
      fields: [
        {
          name: 'kind',
          type: 'select',
          access: chosenOnce,
          label: { en: 'Mail', he: 'הודעה', ru: 'Письмо' },
          options: Object.entries(KINDS).map(([value, label]) => ({ label, value })),
          required: true,
        },
        {
          name: 'locale',
          type: 'select',
          access: chosenOnce,
          label: { en: 'Language', he: 'שפה', ru: 'Язык' },
          options: LANGUAGES,
          required: true,
        },
      ],
    },
    {
      name: 'subject',
      type: 'text',
      admin: {
        description: {
          en: 'Save with empty fields to begin with the usual words.',
          he: 'שמירה עם שדות ריקים תמלא אותם בנוסח הרגיל.',
          ru: 'Сохраните с пустыми полями, чтобы начать с обычного текста.',
        },
      },
      label: { en: 'Subject', he: 'נושא', ru: 'Тема' },
      maxLength: 150,
    },
    {
      name: 'heading',
      type: 'text',
      label: { en: 'Heading', he: 'כותרת', ru: 'Заголовок' },
      maxLength: 120,
    },
    {
      name: 'body',
      type: 'textarea',
      admin: {
        description: {
          en: 'An empty line begins a paragraph. {name} and {school} stand for what they say; {course} too in mails about a course; {domain} in mails about a domain; {number}, {date} and {total} in the receipt; {number} and {total} in that of a refund.',
          he: 'שורה ריקה פותחת פסקה. {name} הוא השם ו־{school} בית הספר; בהודעות על קורס גם {course}; בהודעות על דומיין גם {domain}; בקבלה גם {number},‏ {date} ו־{total}; בהודעה על החזר גם {number} ו־{total}.',
          ru: 'Пустая строка начинает абзац. {name} — имя, {school} — школа; в письмах о курсе есть {course}; в письмах о домене — {domain}; в чеке — {number}, {date} и {total}; в письме о возврате — {number} и {total}.',
        },
        rows: 10,
      },
      label: { en: 'Text', he: 'טקסט', ru: 'Текст' },
      maxLength: 4000,
    },
    {
      name: 'buttonLabel',
      type: 'text',
      label: { en: 'Button', he: 'כפתור', ru: 'Кнопка' },
      maxLength: 60,
    },
    {
      name: 'trial',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/EmailTrial#EmailTrial' },
        disableListColumn: true,
      },
    },
  ],
  hooks: { beforeValidate: [writeWords] },
  indexes: [{ fields: ['tenant', 'kind', 'locale'], unique: true }],
  labels: {
    plural: { en: 'Mail templates', he: 'תבניות דוא״ל', ru: 'Шаблоны писем' },
    singular: { en: 'Mail template', he: 'תבנית דוא״ל', ru: 'Шаблон письма' },
  },
  lockDocuments: false,
}
