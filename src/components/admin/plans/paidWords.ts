import type { Locale } from '@/domain/tenancy/locales'
import type { LimitName } from '@/domain/tenancy/limits'

export type PaidWords = {
  back: string
  cancel: string
  choose: string
  confirm: string
  confirmCancel: (until: string) => string
  confirmFree: string
  confirmMove: string
  declined: string
  ending: (until: string) => string
  errors: Record<string, string> & { other: string }
  free: string
  lost: string
  onlyOwners: string
  over: Record<LimitName, (used: string, most: string) => string>
  overNote: string
  pastDue: string
  pay: (price: string) => string
  portal: string
  renews: (on: string) => string
  resume: string
  title: string
  waiting: string
}

/** What the panel of plans says of money. */
export const PAID_WORDS: Record<Locale, PaidWords> = {
  en: {
    back: 'Back',
    cancel: 'End the subscription',
    choose: 'Choose this plan',
    confirm: 'Yes, change the plan',
    confirmCancel: (until) =>
      `You keep your plan until ${until}, and nothing is charged after that. Courses, learners and files stay.`,
    confirmFree: 'You keep what is paid until the end of the month, and then go to this plan.',
    confirmMove:
      'The plan changes at once. What is paid for this month counts towards it; the rest is charged, or kept as credit.',
    declined: 'The payment did not go through, and nothing changed.',
    ending: (until) => `Ends on ${until}. Until then nothing changes.`,
    errors: {
      other: 'That did not work, and nothing changed. Please try again.',
      paymentDeclined: 'The card was declined, and nothing changed. Use another card first.',
      paymentUnavailable: 'The payment provider does not answer. Please try again in a minute.',
      planChanged:
        'Somebody else is changing the plan at this moment. Look again, and choose anew.',
      planNotReady: 'This plan cannot be paid for yet. Please try again in a few minutes.',
      planUnknown: 'This plan is not offered any more.',
    },
    free: 'Free',
    lost: 'Switched off on this plan:',
    onlyOwners: 'Only owners of the school can change its plan.',
    over: {
      accounts: (used, most) => `Accounts: ${used} of ${most}`,
      courses: (used, most) => `Courses: ${used} of ${most}`,
      mails: (used, most) => `Mails this month: ${used} of ${most}`,
      staff: (used, most) => `Accounts of staff: ${used} of ${most}`,
      storage: (used, most) => `Files: ${used} of ${most} MB`,
    },
    overNote: 'You have more than this plan gives. All of it stays; you just cannot add to it:',
    pastDue:
      'The last payment failed. It is tried again in the coming days, and your plan stays meanwhile. Please check the card.',
    pay: (price) => `Pay ${price} a month`,
    portal: 'Cards and invoices',
    renews: (on) => `Renews on ${on}.`,
    resume: 'Keep the subscription',
    title: 'Your subscription',
    waiting: 'The payment is being confirmed…',
  },
  he: {
    back: 'חזרה',
    cancel: 'סיום המינוי',
    choose: 'לבחור במסלול הזה',
    confirm: 'כן, להחליף מסלול',
    confirmCancel: (until) =>
      `המסלול נשאר עד ${until}, ואחר כך אין חיובים. הקורסים, הלומדים והקבצים נשארים.`,
    confirmFree: 'מה ששולם נשאר עד סוף החודש, ואחר כך עוברים למסלול הזה.',
    confirmMove: 'המסלול מתחלף מיד. מה ששולם על החודש נחשב; ההפרש יחויב או יישמר כזיכוי.',
    declined: 'התשלום לא עבר, ודבר לא השתנה.',
    ending: (until) => `מסתיים ב־${until}. עד אז דבר אינו משתנה.`,
    errors: {
      other: 'זה לא הצליח, ודבר לא השתנה. אפשר לנסות שוב.',
      paymentDeclined: 'הכרטיס נדחה, ודבר לא השתנה. כדאי להחליף כרטיס תחילה.',
      paymentUnavailable: 'ספק התשלומים אינו עונה. אפשר לנסות שוב בעוד דקה.',
      planChanged: 'מישהו משנה את המסלול ברגע זה. כדאי לרענן ולבחור שוב.',
      planNotReady: 'עוד אי אפשר לשלם על המסלול הזה. אפשר לנסות שוב בעוד כמה דקות.',
      planUnknown: 'המסלול הזה אינו מוצע עוד.',
    },
    free: 'חינם',
    lost: 'כבוי במסלול הזה:',
    onlyOwners: 'רק בעלי בית הספר יכולים להחליף מסלול.',
    over: {
      accounts: (used, most) => `חשבונות: ${used} מתוך ${most}`,
      courses: (used, most) => `קורסים: ${used} מתוך ${most}`,
      mails: (used, most) => `הודעות החודש: ${used} מתוך ${most}`,
      staff: (used, most) => `חשבונות של צוות: ${used} מתוך ${most}`,
      storage: (used, most) => `קבצים: ${used} מתוך ${most} מ״ב`,
    },
    overNote: 'יש לך יותר ממה שהמסלול נותן. הכול נשאר; רק אי אפשר להוסיף:',
    pastDue:
      'התשלום האחרון נכשל. ננסה שוב בימים הקרובים, והמסלול נשאר בינתיים. כדאי לבדוק את הכרטיס.',
    pay: (price) => `לתשלום ${price} לחודש`,
    portal: 'כרטיסים וחשבוניות',
    renews: (on) => `מתחדש ב־${on}.`,
    resume: 'להמשיך את המינוי',
    title: 'המינוי שלך',
    waiting: 'התשלום בבדיקה…',
  },
  ru: {
    back: 'Назад',
    cancel: 'Завершить подписку',
    choose: 'Выбрать этот тариф',
    confirm: 'Да, сменить тариф',
    confirmCancel: (until) =>
      `Тариф остаётся до ${until}, после этого списаний не будет. Курсы, студенты и файлы останутся.`,
    confirmFree: 'Оплаченное действует до конца месяца, затем школа перейдёт на этот тариф.',
    confirmMove:
      'Тариф сменится сразу. Оплаченное за месяц зачтётся; разница будет списана или останется на счёте.',
    declined: 'Платёж не прошёл, ничего не изменилось.',
    ending: (until) => `Завершится ${until}. До тех пор ничего не меняется.`,
    errors: {
      other: 'Не получилось, ничего не изменилось. Попробуйте ещё раз.',
      paymentDeclined: 'Карта отклонена, ничего не изменилось. Сначала укажите другую карту.',
      paymentUnavailable: 'Платёжная система не отвечает. Попробуйте через минуту.',
      planChanged: 'Кто-то меняет тариф прямо сейчас. Обновите страницу и выберите снова.',
      planNotReady: 'Этот тариф пока нельзя оплатить. Попробуйте через несколько минут.',
      planUnknown: 'Этот тариф больше не предлагается.',
    },
    free: 'Бесплатно',
    lost: 'На этом тарифе выключено:',
    onlyOwners: 'Сменить тариф могут только владельцы школы.',
    over: {
      accounts: (used, most) => `Учётные записи: ${used} из ${most}`,
      courses: (used, most) => `Курсы: ${used} из ${most}`,
      mails: (used, most) => `Письма за месяц: ${used} из ${most}`,
      staff: (used, most) => `Учётные записи сотрудников: ${used} из ${most}`,
      storage: (used, most) => `Файлы: ${used} из ${most} МБ`,
    },
    overNote: 'У вас больше, чем даёт этот тариф. Всё остаётся на месте, нельзя только добавлять:',
    pastDue:
      'Последний платёж не прошёл. В ближайшие дни попытка повторится, тариф пока сохраняется. Проверьте карту.',
    pay: (price) => `Оплатить ${price} в месяц`,
    portal: 'Карты и счета',
    renews: (on) => `Продлится ${on}.`,
    resume: 'Сохранить подписку',
    title: 'Ваша подписка',
    waiting: 'Платёж подтверждается…',
  },
}
