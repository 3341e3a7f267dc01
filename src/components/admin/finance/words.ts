import type { Locale } from '@/domain/tenancy/locales'

export type FinanceWords = {
  amount: string
  ask: string
  asking: string
  currency: string
  failed: string
  find: string
  from: string
  heading: string
  here: string
  kinds: Record<'dispute' | 'payment' | 'refund', string>
  lead: string
  more: string
  none: string
  order: string
  refund: string
  searching: string
  states: Readonly<Record<string, string>>
  text: string
  textHint: string
  there: string
  to: string
  unknown: string
  unreachable: string
  what: string
  when: string
  who: string
}

/** What the search for movements of money says. */
export const FINANCE_WORDS: Record<Locale, FinanceWords> = {
  en: {
    amount: 'Amount',
    ask: 'Ask the provider',
    asking: 'Asking…',
    currency: 'Currency',
    failed: 'The search did not work. Check the amount and its currency, and try again.',
    find: 'Search',
    from: 'From',
    heading: 'Find a transaction',
    here: 'Here',
    kinds: { dispute: 'Dispute', payment: 'Payment', refund: 'Refund' },
    lead: 'Payments, refunds and disputes, with what the provider says beside what stands here.',
    more: 'Show more',
    none: 'Nothing fits this search.',
    order: 'Order',
    refund: 'Refund…',
    searching: 'Searching…',
    states: {
      expired: 'Expired',
      failed: 'Failed',
      inquiry: 'The bank asks',
      lost: 'Lost',
      needsResponse: 'Waits for your answer',
      open: 'Not paid',
      paid: 'Paid',
      pending: 'Under way',
      succeeded: 'Done',
      underReview: 'Before the bank',
      won: 'Won',
    },
    text: 'Address, order or id',
    textHint: 'Of the buyer, of the order, or any id of the payment provider.',
    there: 'At the provider',
    to: 'To',
    unknown: 'The provider knows of none',
    unreachable: 'The provider does not answer. Try again.',
    what: 'What',
    when: 'When',
    who: 'Buyer',
  },
  he: {
    amount: 'סכום',
    ask: 'לשאול את הספק',
    asking: 'שואלים…',
    currency: 'מטבע',
    failed: 'החיפוש לא הצליח. כדאי לבדוק את הסכום ואת המטבע ולנסות שוב.',
    find: 'חיפוש',
    from: 'מתאריך',
    heading: 'חיפוש תנועה',
    here: 'כאן',
    kinds: { dispute: 'ערעור', payment: 'תשלום', refund: 'החזר' },
    lead: 'תשלומים, החזרים וערעורים, ולצד מה שרשום כאן גם מה שאומר הספק.',
    more: 'להציג עוד',
    none: 'שום דבר אינו מתאים לחיפוש.',
    order: 'הזמנה',
    refund: 'החזר…',
    searching: 'מחפשים…',
    states: {
      expired: 'פג תוקף',
      failed: 'נכשל',
      inquiry: 'הבנק מברר',
      lost: 'הוכרע לטובת הקונה',
      needsResponse: 'ממתין לתשובתכם',
      open: 'לא שולם',
      paid: 'שולם',
      pending: 'בדרך',
      succeeded: 'בוצע',
      underReview: 'בבדיקת הבנק',
      won: 'הוכרע לטובתכם',
    },
    text: 'כתובת, הזמנה או מזהה',
    textHint: 'של הקונה, של ההזמנה, או כל מזהה של ספק התשלומים.',
    there: 'אצל הספק',
    to: 'עד תאריך',
    unknown: 'הספק אינו מכיר כזה',
    unreachable: 'הספק אינו עונה. אפשר לנסות שוב.',
    what: 'מה',
    when: 'מתי',
    who: 'קונה',
  },
  ru: {
    amount: 'Сумма',
    ask: 'Спросить сервис',
    asking: 'Спрашиваем…',
    currency: 'Валюта',
    failed: 'Поиск не удался. Проверьте сумму и валюту и попробуйте снова.',
    find: 'Найти',
    from: 'С',
    heading: 'Найти операцию',
    here: 'Здесь',
    kinds: { dispute: 'Спор', payment: 'Платёж', refund: 'Возврат' },
    lead: 'Платежи, возвраты и споры: рядом с нашими данными то, что говорит платёжный сервис.',
    more: 'Показать ещё',
    none: 'Ничего не найдено.',
    order: 'Заказ',
    refund: 'Вернуть…',
    searching: 'Ищем…',
    states: {
      expired: 'Истёк',
      failed: 'Не прошёл',
      inquiry: 'Банк запрашивает',
      lost: 'Проигран',
      needsResponse: 'Ждёт вашего ответа',
      open: 'Не оплачено',
      paid: 'Оплачено',
      pending: 'В пути',
      succeeded: 'Выполнен',
      underReview: 'Рассматривает банк',
      won: 'Выигран',
    },
    text: 'Адрес, заказ или номер',
    textHint: 'Покупателя, заказа или любой номер платёжного сервиса.',
    there: 'У сервиса',
    to: 'По',
    unknown: 'Сервис такого не знает',
    unreachable: 'Сервис не отвечает. Попробуйте ещё раз.',
    what: 'Что',
    when: 'Когда',
    who: 'Покупатель',
  },
}
