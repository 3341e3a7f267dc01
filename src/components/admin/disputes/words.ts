import type { DisputeState } from '@/domain/commerce/disputes'
import type { Locale } from '@/domain/tenancy/locales'

export type DisputeWords = {
  acts: Record<'lose' | 'open' | 'review' | 'win', string>
  answerBy: (day: string) => string
  cost: (sum: string) => string
  failed: string
  heading: string
  play: string
  playHint: string
  /** By the code that providers report; others are shown as they are. */
  reasons: Readonly<Record<string, string>>
  states: Record<DisputeState, string>
}

/** What the disputes of an order say on its form. */
export const DISPUTE_WORDS: Record<Locale, DisputeWords> = {
  en: {
    acts: { lose: 'Buyer wins', open: 'Contest it', review: 'Bank reviews it', win: 'School wins' },
    answerBy: (day) => `Answer at your payment provider by ${day}.`,
    cost: (sum) => `Fee ${sum}`,
    failed: 'That did not work. Try again.',
    heading: 'Disputes',
    play: 'Try a dispute out',
    playHint: 'This order was paid in the test gateway: play the bank of its buyer.',
    reasons: {
      credit_not_processed: 'The buyer says a refund did not arrive.',
      duplicate: 'The buyer says they were charged twice.',
      fraudulent: 'The buyer says they did not make this payment.',
      general: 'The buyer gave no particular reason.',
      product_not_received: 'The buyer says they did not get what they paid for.',
      product_unacceptable: 'The buyer says it is not what was promised.',
      subscription_canceled: 'The buyer says they had cancelled the subscription.',
      unrecognized: 'The buyer does not recognise the payment.',
    },
    states: {
      inquiry: 'The bank asks',
      lost: 'Lost',
      needsResponse: 'Waits for your answer',
      underReview: 'Before the bank',
      won: 'Won',
    },
  },
  he: {
    acts: { lose: 'הקונה זוכה', open: 'לערער', review: 'הבנק בודק', win: 'בית הספר זוכה' },
    answerBy: (day) => `יש לענות אצל ספק התשלומים עד ${day}.`,
    cost: (sum) => `עמלה ${sum}`,
    failed: 'זה לא הצליח. אפשר לנסות שוב.',
    heading: 'ערעורים',
    play: 'לנסות ערעור',
    playHint: 'ההזמנה שולמה בשער הבדיקות: אפשר לשחק את הבנק של הקונה.',
    reasons: {
      credit_not_processed: 'הקונה טוענים שהחזר לא הגיע.',
      duplicate: 'הקונה טוענים שחויבו פעמיים.',
      fraudulent: 'הקונה טוענים שלא ביצעו את התשלום.',
      general: 'לא נמסרה סיבה מסוימת.',
      product_not_received: 'הקונה טוענים שלא קיבלו את מה ששולם עליו.',
      product_unacceptable: 'הקונה טוענים שזה לא מה שהובטח.',
      subscription_canceled: 'הקונה טוענים שהמנוי בוטל קודם לכן.',
      unrecognized: 'הקונה לא מזהים את החיוב.',
    },
    states: {
      inquiry: 'הבנק מברר',
      lost: 'הוכרע לטובת הקונה',
      needsResponse: 'ממתין לתשובתכם',
      underReview: 'בבדיקת הבנק',
      won: 'הוכרע לטובתכם',
    },
  },
  ru: {
    acts: {
      lose: 'Выиграл покупатель',
      open: 'Оспорить',
      review: 'Банк рассматривает',
      win: 'Выиграла школа',
    },
    answerBy: (day) => `Ответьте в платёжном сервисе до ${day}.`,
    cost: (sum) => `Комиссия ${sum}`,
    failed: 'Не получилось. Попробуйте ещё раз.',
    heading: 'Споры',
    play: 'Попробовать спор',
    playHint: 'Этот заказ оплачен в тестовом шлюзе: сыграйте за банк покупателя.',
    reasons: {
      credit_not_processed: 'Покупатель говорит, что возврат не пришёл.',
      duplicate: 'Покупатель говорит, что с него взяли дважды.',
      fraudulent: 'Покупатель говорит, что не совершал этого платежа.',
      general: 'Определённой причины не названо.',
      product_not_received: 'Покупатель говорит, что не получил оплаченного.',
      product_unacceptable: 'Покупатель говорит, что это не то, что обещали.',
      subscription_canceled: 'Покупатель говорит, что отменил подписку раньше.',
      unrecognized: 'Покупатель не узнаёт этот платёж.',
    },
    states: {
      inquiry: 'Банк запрашивает',
      lost: 'Проигран',
      needsResponse: 'Ждёт вашего ответа',
      underReview: 'Рассматривает банк',
      won: 'Выигран',
    },
  },
}
