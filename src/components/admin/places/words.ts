import type { Difference } from '@/domain/tenancy/differences'
import type { Locale } from '@/domain/tenancy/locales'

export type PlaceWords = {
  back: (sum: string) => string
  cancel: string
  choose: string
  cohort: string
  country: string
  differences: Record<Difference, string>
  difference: string
  due: (sum: string, tax: string) => string
  email: string
  even: string
  failed: string
  heading: string
  isClosed: string
  isOpen: string
  name: string
  none: string
  nowhere: string
  open: (title: string) => string
  openButton: string
  openUntil: (day: string) => string
  reason: string
  refused: Readonly<Record<string, string>>
  release: string
  seats: (left: number) => string
  send: string
  sent: string
  sentToPay: string
  target: string
  toOffer: string
  toPerson: string
  waiting: (to: string, sum: string, until: string) => string
  worth: (sum: string) => string
}

/** What the desk for moving places says on an order's form. */
export const PLACE_WORDS: Record<Locale, PlaceWords> = {
  en: {
    name: 'Their name',
    back: (sum) => `${sum} goes back to the buyer, with a credit note.`,
    cancel: 'Cancel',
    choose: 'Choose…',
    cohort: 'Cohort',
    country: 'Country of the buyer, for the tax',
    difference: 'The difference in price',
    differences: {
      charge: 'Charge what is missing, give nothing back',
      giveBack: 'Give back what is too much, charge nothing',
      ignore: 'Ignore it',
      settle: 'Charge or give it back',
    },
    due: (sum, tax) =>
      `The buyer is asked for ${sum}${tax && ` (${tax} of it tax)`}. The place is moved when it is paid; the new one is kept for a day.`,
    email: 'Their email',
    even: 'Nothing is charged, and nothing goes back.',
    failed: 'That did not work. Try again.',
    heading: 'Places',
    isClosed: 'Closed',
    isOpen: 'Open',
    none: 'This place is not open by this order any more, and cannot be moved.',
    nowhere: 'There is no other course or cohort on sale in this currency.',
    open: (title) => `Move “${title}”`,
    openButton: 'Move…',
    openUntil: (day) => `Open until ${day}`,
    reason: 'Reason, which the learner reads',
    refused: {
      alreadyOwned: 'They have this course already.',
      cohortClosed: 'This cohort takes nobody in any more.',
      cohortFull: 'The cohort is full.',
      noProvider: 'No payment provider can take this money.',
      notTransferable: 'It cannot be moved there.',
      paymentUnavailable: 'The payment provider did not answer. Try again in a moment.',
      priceChanged: 'The price has changed meanwhile. Look again.',
      registrationOff: 'The school takes no new accounts. They need one first.',
      taxUnavailable: 'The tax could not be calculated. Try again in a moment.',
      transferUnderWay: 'This place is being moved already.',
    },
    release: 'Stop this move',
    seats: (left) => (left === 0 ? 'full' : `${left} left`),
    send: 'Move',
    sent: 'The place is being moved, and the learner is told.',
    sentToPay: 'The learner has been asked for the difference by mail.',
    target: 'Move to',
    toOffer: 'To another course or cohort',
    toPerson: 'To another person',
    waiting: (to, sum, until) => `A move to “${to}” waits for ${sum} until ${until}.`,
    worth: (sum) => `Paid for it, and not given back: ${sum}.`,
  },
  he: {
    name: 'השם',
    back: (sum) => `${sum} יוחזרו לקונה, עם הודעת זיכוי.`,
    cancel: 'ביטול',
    choose: 'בחירה…',
    cohort: 'מחזור',
    country: 'מדינת הקונה, לחישוב המס',
    difference: 'הפרש המחיר',
    differences: {
      charge: 'לגבות מה שחסר, לא להחזיר',
      giveBack: 'להחזיר עודף, לא לגבות',
      ignore: 'להתעלם ממנו',
      settle: 'לגבות או להחזיר אותו',
    },
    due: (sum, tax) =>
      `הקונה יתבקשו לשלם ${sum}${tax && ` (מתוכם ${tax} מס)`}. המקום יועבר לאחר התשלום; המקום החדש נשמר ליממה.`,
    email: 'כתובת הדוא״ל',
    even: 'שום דבר לא נגבה ולא מוחזר.',
    failed: 'זה לא הצליח. אפשר לנסות שוב.',
    heading: 'מקומות',
    isClosed: 'סגור',
    isOpen: 'פתוח',
    none: 'המקום כבר אינו פתוח מכוח ההזמנה הזו, ואי אפשר להעביר אותו.',
    nowhere: 'אין קורס או מחזור אחר במכירה במטבע הזה.',
    open: (title) => `העברה: ״${title}״`,
    openButton: 'העברה…',
    openUntil: (day) => `פתוח עד ${day}`,
    reason: 'סיבה, שהלומד או הלומדת קוראים',
    refused: {
      alreadyOwned: 'הקורס הזה כבר נמצא אצלם.',
      cohortClosed: 'המחזור הזה כבר אינו קולט.',
      cohortFull: 'המחזור מלא.',
      noProvider: 'אין ספק תשלומים שיכול לקבל את הסכום.',
      notTransferable: 'אי אפשר להעביר לשם.',
      paymentUnavailable: 'ספק התשלומים לא ענה. אפשר לנסות שוב בעוד רגע.',
      priceChanged: 'המחיר השתנה בינתיים. כדאי להסתכל שוב.',
      registrationOff: 'בית הספר אינו פותח חשבונות חדשים. דרוש קודם חשבון.',
      taxUnavailable: 'לא ניתן היה לחשב את המס. אפשר לנסות שוב בעוד רגע.',
      transferUnderWay: 'המקום כבר בתהליך העברה.',
    },
    release: 'ביטול ההעברה',
    seats: (left) => (left === 0 ? 'מלא' : `נותרו ${left}`),
    send: 'העברה',
    sent: 'המקום מועבר, והודעה נשלחת.',
    sentToPay: 'נשלחה בקשה לתשלום ההפרש בדוא״ל.',
    target: 'לאן להעביר',
    toOffer: 'לקורס או למחזור אחר',
    toPerson: 'לאדם אחר',
    waiting: (to, sum, until) => `העברה אל ״${to}״ ממתינה ל־${sum} עד ${until}.`,
    worth: (sum) => `שולם עליו ולא הוחזר: ${sum}.`,
  },
  ru: {
    name: 'Имя',
    back: (sum) => `Покупателю вернётся ${sum}, с кредит-нотой.`,
    cancel: 'Отмена',
    choose: 'Выберите…',
    cohort: 'Поток',
    country: 'Страна покупателя, для налога',
    difference: 'Разница в цене',
    differences: {
      charge: 'Взимать недостающее, ничего не возвращать',
      giveBack: 'Возвращать лишнее, ничего не взимать',
      ignore: 'Не учитывать',
      settle: 'Взимать или возвращать',
    },
    due: (sum, tax) =>
      `Покупателя попросят доплатить ${sum}${tax && ` (в том числе налог ${tax})`}. Место перенесётся после оплаты; новое держат сутки.`,
    email: 'Эл. почта этого человека',
    even: 'Ничего не взимается и не возвращается.',
    failed: 'Не получилось. Попробуйте ещё раз.',
    heading: 'Места',
    isClosed: 'Закрыто',
    isOpen: 'Открыто',
    none: 'Это место больше не открыто этим заказом, перенести его нельзя.',
    nowhere: 'В этой валюте больше нет курсов или потоков в продаже.',
    open: (title) => `Перенести «${title}»`,
    openButton: 'Перенести…',
    openUntil: (day) => `Открыто до ${day}`,
    reason: 'Причина, её прочитает студент',
    refused: {
      alreadyOwned: 'Этот курс у человека уже есть.',
      cohortClosed: 'Этот поток больше никого не принимает.',
      cohortFull: 'В потоке нет мест.',
      noProvider: 'Ни один платёжный сервис не может принять эти деньги.',
      notTransferable: 'Сюда перенести нельзя.',
      paymentUnavailable: 'Платёжный сервис не ответил. Попробуйте через минуту.',
      priceChanged: 'Цена тем временем изменилась. Посмотрите ещё раз.',
      registrationOff: 'Школа не открывает новых учётных записей. Сначала нужна запись.',
      taxUnavailable: 'Не удалось рассчитать налог. Попробуйте через минуту.',
      transferUnderWay: 'Это место уже переносится.',
    },
    release: 'Отменить перенос',
    seats: (left) => (left === 0 ? 'мест нет' : `мест: ${left}`),
    send: 'Перенести',
    sent: 'Место переносится, студент получит письмо.',
    sentToPay: 'Студента попросили доплатить разницу по почте.',
    target: 'Куда перенести',
    toOffer: 'На другой курс или поток',
    toPerson: 'Другому человеку',
    waiting: (to, sum, until) => `Перенос («${to}») ждёт ${sum} до ${until}.`,
    worth: (sum) => `Оплачено и не возвращено: ${sum}.`,
  },
}
