'use client'

import { useTranslation } from '@payloadcms/ui'

import { wordsIn } from './words'

const WORDS = {
  en: [
    'Paddle then sells in your stead: it charges each buyer the tax of their country out of your price, pays it, and issues the invoice. You charge no tax of your own on such orders and issue no invoice; you receive the price less tax and Paddle’s fee.',
    'While it is in use, everything that Paddle can take goes through it alone. Subscriptions and instalments, and currencies that it does not know, go through your other providers, with you as the seller.',
    'At Paddle, under Checkout, have this school’s address approved and set its page /pay/paddle as the default payment link.',
  ],
  he: [
    'Paddle מוכרת במקומכם: היא גובה מכל קונה את המס של ארצו מתוך המחיר שלכם, משלמת אותו ומנפיקה את החשבונית. בהזמנות כאלה אינכם גובים מס משלכם ואינכם מנפיקים חשבונית; אתם מקבלים את המחיר פחות המס ופחות העמלה של Paddle.',
    'כל עוד החשבון בשימוש, כל מה ש־Paddle יכולה לגבות עובר דרכה בלבד. מנויים ותשלומים, ומטבעות שאינה מכירה, עוברים דרך הספקים האחרים שלכם, ואתם המוכרים.',
    'ב־Paddle, תחת Checkout, יש לאשר את הכתובת של בית הספר ולקבוע את הדף ‎/pay/paddle שלו כקישור התשלום הראשי (default payment link).',
  ],
  ru: [
    'Тогда продаёт Paddle вместо вас: удерживает из вашей цены налог страны покупателя, платит его и выставляет счёт. С таких заказов вы не берёте свой налог и не выставляете счетов; вы получаете цену за вычетом налога и комиссии Paddle.',
    'Пока этот способ используется, всё, что Paddle может принять, идёт только через него. Подписки и рассрочки, а также валюты, которых он не знает, идут через другие ваши способы оплаты, и продавец там — вы.',
    'В Paddle в разделе Checkout подтвердите адрес школы и укажите её страницу /pay/paddle как ссылку для оплаты по умолчанию (default payment link).',
  ],
}

/** On the form of an account with a merchant of record: what it means to sell through one, and what to set up there. */
export const MerchantNote = () => {
  const { i18n } = useTranslation()

  return (
    <div className="field-type">
      {wordsIn(i18n.language, WORDS).map((sentence) => (
        <p className="field-description" key={sentence}>
          {sentence}
        </p>
      ))}
    </div>
  )
}
