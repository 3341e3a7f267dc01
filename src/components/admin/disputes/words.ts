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
    states: {
      inquiry: 'Банк запрашивает',
      lost: 'Проигран',
      needsResponse: 'Ждёт вашего ответа',
      underReview: 'Рассматривает банк',
      won: 'Выигран',
    },
  },
}
