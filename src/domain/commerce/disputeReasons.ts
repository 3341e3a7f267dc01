import type { Locale } from '../tenancy/locales'

type Reason =
  | 'credit_not_processed'
  | 'duplicate'
  | 'fraudulent'
  | 'general'
  | 'incorrect_amount'
  | 'paid_otherwise'
  | 'product_not_received'
  | 'product_unacceptable'
  | 'subscription_canceled'
  | 'unrecognized'

const WORDS: Readonly<Record<Locale, Readonly<Record<Reason, string>>>> = {
  en: {
    credit_not_processed: 'The buyer says a refund did not arrive.',
    duplicate: 'The buyer says they were charged twice.',
    fraudulent: 'The buyer says they did not make this payment.',
    general: 'The buyer gave no particular reason.',
    incorrect_amount: 'The buyer says the sum is not the agreed one.',
    paid_otherwise: 'The buyer says they paid in another way.',
    product_not_received: 'The buyer says they did not get what they paid for.',
    product_unacceptable: 'The buyer says it is not what was promised.',
    subscription_canceled: 'The buyer says they had cancelled the subscription.',
    unrecognized: 'The buyer does not recognise the payment.',
  },
  he: {
    credit_not_processed: 'הקונה טוענים שהחזר לא הגיע.',
    duplicate: 'הקונה טוענים שחויבו פעמיים.',
    fraudulent: 'הקונה טוענים שלא ביצעו את התשלום.',
    general: 'לא נמסרה סיבה מסוימת.',
    incorrect_amount: 'הקונה טוענים שהסכום אינו מה שסוכם.',
    paid_otherwise: 'הקונה טוענים ששילמו בדרך אחרת.',
    product_not_received: 'הקונה טוענים שלא קיבלו את מה ששולם עליו.',
    product_unacceptable: 'הקונה טוענים שזה לא מה שהובטח.',
    subscription_canceled: 'הקונה טוענים שהמנוי בוטל קודם לכן.',
    unrecognized: 'הקונה לא מזהים את החיוב.',
  },
  ru: {
    credit_not_processed: 'Покупатель говорит, что возврат не пришёл.',
    duplicate: 'Покупатель говорит, что с него взяли дважды.',
    fraudulent: 'Покупатель говорит, что не совершал этого платежа.',
    general: 'Определённой причины не названо.',
    incorrect_amount: 'Покупатель говорит, что сумма не та, о которой договорились.',
    paid_otherwise: 'Покупатель говорит, что заплатил другим способом.',
    product_not_received: 'Покупатель говорит, что не получил оплаченного.',
    product_unacceptable: 'Покупатель говорит, что это не то, что обещали.',
    subscription_canceled: 'Покупатель говорит, что отменил подписку раньше.',
    unrecognized: 'Покупатель не узнаёт этот платёж.',
  },
}

/** Codes of other providers than Stripe, whose own stand above, for the same. */
const SAME: Readonly<Record<string, Reason>> = {
  canceled_recurring_billing: 'subscription_canceled',
  cancelled_recurring_billing: 'subscription_canceled',
  customer_initiated: 'general',
  duplicate_transaction: 'duplicate',
  goods_or_services_not_provided: 'product_not_received',
  goods_or_services_not_received: 'product_not_received',
  merchandise_or_service_not_as_described: 'product_unacceptable',
  merchandise_or_service_not_received: 'product_not_received',
  other: 'general',
  payment_by_other_means: 'paid_otherwise',
  unauthorised: 'fraudulent',
  unauthorized: 'fraudulent',
}

/** Why a payment is contested, by the code that its provider reports; a code that is not known is shown in its own words. */
export const disputeReason = (code: string, locale: Locale): string => {
  const known = code.toLowerCase()
  const reason = SAME[known] ?? known

  return WORDS[locale][reason as Reason] ?? code.replaceAll('_', ' ')
}
