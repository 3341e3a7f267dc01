import type { RefundStatus } from '@/domain/commerce/refunds'
import type { Locale } from '@/domain/tenancy/locales'

export type RefundWords = {
  all: string
  amount: string
  byLine: string
  cancel: string
  closes: string
  closesHint: string
  creditNote: (number: string) => string
  failed: string
  failures: Readonly<Record<string, string>>
  give: (sum: string) => string
  heading: string
  left: (sum: string) => string
  madeBy: (name: string) => string
  madeThere: string
  none: string
  notMoney: string
  open: string
  reason: string
  refused: Readonly<Record<string, string>>
  states: Record<RefundStatus, string>
  tooMuch: (sum: string) => string
  whole: string
}

/** What the refunds of an order say on its form. */
export const REFUND_WORDS: Record<Locale, RefundWords> = {
  en: {
    all: 'Everything that is left has been given back.',
    amount: 'Amount',
    byLine: 'Some lines only',
    cancel: 'Cancel',
    closes: 'Close what this order opened',
    closesHint:
      'Progress is kept, and what was bought apart stays open. A subscription ends at once.',
    creditNote: (number) => `Credit note ${number}`,
    failed: 'That did not work. Try again.',
    failures: {
      amount_too_large: 'It is more than was paid.',
      card_closed: 'The card takes no money any more.',
      charge_already_refunded: 'It has been given back at the provider already.',
    },
    give: (sum) => `Refund ${sum}`,
    heading: 'Refunds',
    left: (sum) => `${sum} can be given back.`,
    madeBy: (name) => `by ${name}`,
    madeThere: 'made at the payment provider',
    none: 'Nothing has been given back.',
    notMoney: 'Write an amount, as in 12.50.',
    open: 'Refund…',
    reason: 'Reason, which the buyer reads',
    refused: {
      lineUnknown: 'A line is not part of this order any more. Load the page again.',
      nothingToRefund: 'Write an amount above zero.',
      notRefundable: 'Nothing was paid for this order.',
      orderDisputed:
        'A dispute holds the money of this order, or has taken it: none of it can be refunded.',
      refundTooMuch: 'It is more than is left. Somebody may have refunded a part meanwhile.',
      transferUnderWay:
        'A place of this order is being moved. Stop that move first, or wait for it.',
    },
    states: { failed: 'Refused by the provider', pending: 'Under way', succeeded: 'Given back' },
    tooMuch: (sum) => `At most ${sum}.`,
    whole: 'Of the whole order',
  },
  he: {
    all: 'כל מה שנותר כבר הוחזר.',
    amount: 'סכום',
    byLine: 'רק חלק מהשורות',
    cancel: 'ביטול',
    closes: 'לסגור את מה שההזמנה הזו פתחה',
    closesHint: 'ההתקדמות נשמרת, ומה שנקנה בנפרד נשאר פתוח. מנוי מסתיים מיד.',
    creditNote: (number) => `הודעת זיכוי ${number}`,
    failed: 'זה לא הצליח. אפשר לנסות שוב.',
    failures: {
      amount_too_large: 'זה יותר ממה ששולם.',
      card_closed: 'הכרטיס כבר אינו מקבל כסף.',
      charge_already_refunded: 'הכסף כבר הוחזר אצל הספק.',
    },
    give: (sum) => `החזר של ${sum}`,
    heading: 'החזרים',
    left: (sum) => `אפשר להחזיר ${sum}.`,
    madeBy: (name) => `על ידי ${name}`,
    madeThere: 'נעשה אצל ספק התשלומים',
    none: 'עדיין לא הוחזר דבר.',
    notMoney: 'יש לכתוב סכום, למשל 12.50.',
    open: 'החזר…',
    reason: 'סיבה, שהקונה קורא',
    refused: {
      lineUnknown: 'אחת השורות כבר אינה בהזמנה. יש לטעון את הדף מחדש.',
      nothingToRefund: 'יש לכתוב סכום גדול מאפס.',
      notRefundable: 'לא שולם דבר על ההזמנה הזו.',
      orderDisputed: 'ערעור בבנק מחזיק בכסף של ההזמנה, או לקח אותו: אי אפשר להחזיר ממנו דבר.',
      refundTooMuch: 'זה יותר ממה שנותר. ייתכן שמישהו החזיר חלק בינתיים.',
      transferUnderWay: 'מקום מההזמנה הזו נמצא בהעברה. יש לבטל אותה קודם, או להמתין לה.',
    },
    states: { failed: 'נדחה על ידי הספק', pending: 'בדרך', succeeded: 'הוחזר' },
    tooMuch: (sum) => `לכל היותר ${sum}.`,
    whole: 'מכל ההזמנה',
  },
  ru: {
    all: 'Всё, что оставалось, уже возвращено.',
    amount: 'Сумма',
    byLine: 'Только по некоторым строкам',
    cancel: 'Отмена',
    closes: 'Закрыть то, что открыл этот заказ',
    closesHint:
      'Прогресс сохранится, купленное отдельно останется открытым. Подписка закончится сразу.',
    creditNote: (number) => `Кредит-нота ${number}`,
    failed: 'Не получилось. Попробуйте ещё раз.',
    failures: {
      amount_too_large: 'Это больше, чем было оплачено.',
      card_closed: 'Карта больше не принимает деньги.',
      charge_already_refunded: 'Деньги уже вернули на стороне сервиса.',
    },
    give: (sum) => `Вернуть ${sum}`,
    heading: 'Возвраты',
    left: (sum) => `Можно вернуть ${sum}.`,
    madeBy: (name) => `сделал(а) ${name}`,
    madeThere: 'сделан в платёжном сервисе',
    none: 'Пока ничего не возвращали.',
    notMoney: 'Введите сумму, например 12,50.',
    open: 'Вернуть…',
    reason: 'Причина, её прочитает покупатель',
    refused: {
      lineUnknown: 'Одной из строк в заказе уже нет. Загрузите страницу заново.',
      nothingToRefund: 'Введите сумму больше нуля.',
      notRefundable: 'За этот заказ ничего не платили.',
      orderDisputed:
        'Деньги за этот заказ удерживает или уже забрал спор в банке: вернуть их нельзя.',
      refundTooMuch: 'Это больше, чем осталось. Возможно, кто-то уже вернул часть.',
      transferUnderWay:
        'Место из этого заказа переносится. Сначала отмените перенос или дождитесь его.',
    },
    states: { failed: 'Отклонён сервисом', pending: 'В пути', succeeded: 'Возвращён' },
    tooMuch: (sum) => `Не больше ${sum}.`,
    whole: 'По всему заказу',
  },
}
