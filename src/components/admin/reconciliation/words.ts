import type { DifferenceKind, Entry } from '@/domain/commerce/reconciliation'
import type { Locale } from '@/domain/tenancy/locales'

export type ReconciliationWords = {
  fees: string
  kinds: Record<Entry['kind'], string>
  mended: string
  /** Above the kinds of money that moved. */
  moved: string
  none: string
  number: string
  open: string
  ours: string
  refused: (reason: string) => string
  state: string
  /** By the platform's words for them. */
  states: Readonly<Record<string, string>>
  theirs: string
  what: Record<DifferenceKind, string>
  whatHead: string
}

/** What a comparison of books says on its form. */
export const RECONCILIATION_WORDS: Record<Locale, ReconciliationWords> = {
  en: {
    fees: 'Fees',
    kinds: {
      dispute: 'Dispute',
      fee: 'Fee of the provider',
      other: 'Another movement',
      payment: 'Payment',
      payout: 'Sent to the bank',
      refund: 'Refund',
      transfer: 'Passed on to be paid out',
    },
    mended: 'Fetched, agrees now',
    moved: 'Movement',
    none: 'Both sides say the same of everything.',
    number: 'At the provider',
    open: 'Unexplained',
    ours: 'Here',
    refused: (reason) => `not taken: ${reason}`,
    state: 'Result',
    states: {
      failed: 'failed',
      inquiry: 'the bank asks',
      lost: 'lost',
      needsResponse: 'waits for an answer',
      pending: 'under way',
      succeeded: 'done',
      underReview: 'before the bank',
      won: 'won',
    },
    theirs: 'There',
    what: {
      amountDiffers: 'Another amount',
      currencyDiffers: 'Another currency',
      feeDiffers: 'Another fee',
      missingHere: 'Missing here',
      missingThere: 'Missing there',
      stateDiffers: 'Another state',
    },
    whatHead: 'Difference',
  },
  he: {
    fees: 'עמלות',
    kinds: {
      dispute: 'ערעור',
      fee: 'עמלת הספק',
      other: 'תנועה אחרת',
      payment: 'תשלום',
      payout: 'נשלח לבנק',
      refund: 'החזר',
      transfer: 'הועבר לתשלום',
    },
    mended: 'נאסף, תואם כעת',
    moved: 'סוג התנועה',
    none: 'שני הצדדים אומרים אותו הדבר בכול.',
    number: 'אצל הספק',
    open: 'לא מוסבר',
    ours: 'כאן',
    refused: (reason) => `לא התקבל: ${reason}`,
    state: 'תוצאה',
    states: {
      failed: 'נכשל',
      inquiry: 'הבנק מברר',
      lost: 'הוכרע לטובת הקונה',
      needsResponse: 'ממתין לתשובה',
      pending: 'בדרך',
      succeeded: 'בוצע',
      underReview: 'בבדיקת הבנק',
      won: 'הוכרע לטובתכם',
    },
    theirs: 'שם',
    what: {
      amountDiffers: 'סכום אחר',
      currencyDiffers: 'מטבע אחר',
      feeDiffers: 'עמלה אחרת',
      missingHere: 'חסר כאן',
      missingThere: 'חסר שם',
      stateDiffers: 'מצב אחר',
    },
    whatHead: 'פער',
  },
  ru: {
    fees: 'Комиссии',
    kinds: {
      dispute: 'Спор',
      fee: 'Комиссия сервиса',
      other: 'Другое движение',
      payment: 'Платёж',
      payout: 'Отправлено в банк',
      refund: 'Возврат',
      transfer: 'Передано для выплаты',
    },
    mended: 'Запрошено, теперь сходится',
    moved: 'Движение',
    none: 'Обе стороны говорят одно и то же.',
    number: 'У сервиса',
    open: 'Не объяснено',
    ours: 'Здесь',
    refused: (reason) => `не принято: ${reason}`,
    state: 'Итог',
    states: {
      failed: 'не прошло',
      inquiry: 'банк запрашивает',
      lost: 'проигран',
      needsResponse: 'ждёт ответа',
      pending: 'в пути',
      succeeded: 'проведено',
      underReview: 'рассматривает банк',
      won: 'выигран',
    },
    theirs: 'Там',
    what: {
      amountDiffers: 'Другая сумма',
      currencyDiffers: 'Другая валюта',
      feeDiffers: 'Другая комиссия',
      missingHere: 'Нет здесь',
      missingThere: 'Нет там',
      stateDiffers: 'Другое состояние',
    },
    whatHead: 'Расхождение',
  },
}
