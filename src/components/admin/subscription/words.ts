import type { CancelReason } from '@/domain/commerce/lifecycle'
import type { Locale } from '@/domain/tenancy/locales'

/** What staff can do to a subscription. */
export type SubscriptionStep =
  'cancelEnd' | 'cancelNow' | 'change' | 'pause' | 'resume' | 'retry' | 'unpause'

type Step = { ask: string; done: string; label: string }

export type SubscriptionWords = {
  back: string
  choose: string
  credited: (sum: string) => string
  due: (sum: string) => string
  failed: string
  heading: string
  months: string
  noChanges: string
  note: string
  plan: string
  reason: string
  reasons: Record<CancelReason, string>
  refused: Readonly<Record<string, string>>
  steps: Record<SubscriptionStep, Step>
}

/** What the desk on a subscription's form says. */
export const SUBSCRIPTION_WORDS: Record<Locale, SubscriptionWords> = {
  en: {
    back: 'Back',
    choose: 'Choose…',
    credited: (sum) => `${sum} of the present period is credited.`,
    due: (sum) => `The kept card is charged ${sum} now.`,
    failed: 'That did not work. Try again.',
    heading: 'This subscription',
    months: 'For how many months',
    noChanges: 'There is no other plan for these courses.',
    note: 'Note',
    plan: 'Other plan',
    reason: 'Why',
    reasons: {
      finished: 'Finished',
      notAsExpected: 'Not as expected',
      noTime: 'No time',
      other: 'Other',
      technical: 'Technical trouble',
      tooExpensive: 'Too expensive',
    },
    refused: {
      notCancelable: 'It is over, or an instalment plan that can only be ended at once.',
      notChangeable: 'It cannot be changed now.',
      notPausable: 'It cannot be paused for so long, or not now.',
      notResumable: 'It is over.',
      notRetryable: 'It is not past due, or its buyer may be paying it right now.',
      paymentUnavailable: 'The payment provider did not answer. Try again in a moment.',
      priceChanged: 'The price has changed meanwhile. Look again.',
      taxUnavailable: 'The tax could not be calculated. Try again in a moment.',
    },
    steps: {
      cancelEnd: {
        ask: 'Nothing more is charged. What is paid for stays open until its end.',
        done: 'It ends with what is paid for.',
        label: 'Cancel at the end of the period',
      },
      cancelNow: {
        ask: 'It ends now: nothing more is charged, and its courses close. Money is given back in its orders, if you wish.',
        done: 'It has ended.',
        label: 'End now',
      },
      change: {
        ask: 'The new plan begins when the difference is paid.',
        done: 'The change is under way.',
        label: 'Change plan',
      },
      pause: {
        ask: 'Its courses close now, nothing is charged, and what is paid for waits.',
        done: 'It is paused.',
        label: 'Pause',
      },
      resume: {
        ask: 'It goes on as before, and is charged again at the end of the period.',
        done: 'It goes on.',
        label: 'Take the cancellation back',
      },
      retry: {
        ask: 'The kept card is charged now for what is past due. If it is declined, that counts as one of the tries.',
        done: 'The charge was asked for. It shows here in a moment.',
        label: 'Charge again',
      },
      unpause: {
        ask: 'Its courses open now, and the rest of what is paid for goes on.',
        done: 'It goes on.',
        label: 'Resume',
      },
    },
  },
  he: {
    back: 'חזרה',
    choose: 'בחירה…',
    credited: (sum) => `${sum} מהתקופה הנוכחית נזקפים לזכות.`,
    due: (sum) => `הכרטיס השמור יחויב עכשיו ב־${sum}.`,
    failed: 'זה לא הצליח. אפשר לנסות שוב.',
    heading: 'המנוי הזה',
    months: 'לכמה חודשים',
    noChanges: 'אין מסלול אחר לקורסים האלה.',
    note: 'הערה',
    plan: 'מסלול אחר',
    reason: 'סיבה',
    reasons: {
      finished: 'סיום הלימוד',
      notAsExpected: 'לא כמצופה',
      noTime: 'אין זמן',
      other: 'אחר',
      technical: 'קשיים טכניים',
      tooExpensive: 'יקר מדי',
    },
    refused: {
      notCancelable: 'הוא הסתיים, או שזו תוכנית תשלומים שאפשר רק לסיים מיד.',
      notChangeable: 'אי אפשר לשנות אותו עכשיו.',
      notPausable: 'אי אפשר להשהות לזמן כזה, או לא עכשיו.',
      notResumable: 'הוא הסתיים.',
      notRetryable: 'אין פיגור, או שהקונה משלמים ממש עכשיו.',
      paymentUnavailable: 'ספק התשלומים לא ענה. אפשר לנסות שוב בעוד רגע.',
      priceChanged: 'המחיר השתנה בינתיים. כדאי להסתכל שוב.',
      taxUnavailable: 'לא ניתן היה לחשב את המס. אפשר לנסות שוב בעוד רגע.',
    },
    steps: {
      cancelEnd: {
        ask: 'לא ייגבה עוד דבר. מה ששולם נשאר פתוח עד סופו.',
        done: 'הוא יסתיים עם תום מה ששולם.',
        label: 'ביטול בסוף התקופה',
      },
      cancelNow: {
        ask: 'הוא מסתיים עכשיו: לא ייגבה עוד דבר, והקורסים נסגרים. אם רוצים, מחזירים כסף מתוך ההזמנות.',
        done: 'הוא הסתיים.',
        label: 'סיום מיידי',
      },
      change: {
        ask: 'המסלול החדש יתחיל לאחר תשלום ההפרש.',
        done: 'השינוי בדרך.',
        label: 'שינוי מסלול',
      },
      pause: {
        ask: 'הקורסים נסגרים עכשיו, לא נגבה דבר, ומה ששולם ממתין.',
        done: 'הוא מושהה.',
        label: 'השהיה',
      },
      resume: {
        ask: 'הוא ממשיך כמקודם, ויחויב שוב בסוף התקופה.',
        done: 'הוא ממשיך.',
        label: 'ביטול הביטול',
      },
      retry: {
        ask: 'הכרטיס השמור יחויב עכשיו במה שבפיגור. אם יסורב, זה ייספר כאחד הניסיונות.',
        done: 'החיוב נשלח. התוצאה תופיע כאן בעוד רגע.',
        label: 'חיוב חוזר',
      },
      unpause: {
        ask: 'הקורסים נפתחים עכשיו, ויתרת מה ששולם ממשיכה.',
        done: 'הוא ממשיך.',
        label: 'המשך',
      },
    },
  },
  ru: {
    back: 'Назад',
    choose: 'Выберите…',
    credited: (sum) => `${sum} за текущий период зачитывается.`,
    due: (sum) => `С сохранённой карты сейчас спишется ${sum}.`,
    failed: 'Не получилось. Попробуйте ещё раз.',
    heading: 'Эта подписка',
    months: 'На сколько месяцев',
    noChanges: 'Других тарифов для этих курсов нет.',
    note: 'Примечание',
    plan: 'Другой тариф',
    reason: 'Почему',
    reasons: {
      finished: 'Всё пройдено',
      notAsExpected: 'Не то, чего ждали',
      noTime: 'Нет времени',
      other: 'Другое',
      technical: 'Технические трудности',
      tooExpensive: 'Слишком дорого',
    },
    refused: {
      notCancelable: 'Она завершена, либо это рассрочка, которую можно только закончить сразу.',
      notChangeable: 'Сейчас её изменить нельзя.',
      notPausable: 'На такой срок или сейчас приостановить нельзя.',
      notResumable: 'Она завершена.',
      notRetryable: 'Просрочки нет, либо покупатель платит прямо сейчас.',
      paymentUnavailable: 'Платёжный сервис не ответил. Попробуйте через минуту.',
      priceChanged: 'Цена тем временем изменилась. Посмотрите ещё раз.',
      taxUnavailable: 'Не удалось рассчитать налог. Попробуйте через минуту.',
    },
    steps: {
      cancelEnd: {
        ask: 'Больше ничего не спишется. Оплаченное останется открытым до конца.',
        done: 'Она закончится вместе с оплаченным.',
        label: 'Отменить в конце периода',
      },
      cancelNow: {
        ask: 'Она закончится сейчас: больше ничего не спишется, курсы закроются. Деньги, если нужно, возвращают в её заказах.',
        done: 'Она завершена.',
        label: 'Закончить сейчас',
      },
      change: {
        ask: 'Новый тариф начнётся, когда разница будет оплачена.',
        done: 'Тариф меняется.',
        label: 'Сменить тариф',
      },
      pause: {
        ask: 'Курсы закроются сейчас, ничего не спишется, оплаченное подождёт.',
        done: 'Она приостановлена.',
        label: 'Приостановить',
      },
      resume: {
        ask: 'Она продолжится как раньше и снова спишется в конце периода.',
        done: 'Она продолжается.',
        label: 'Вернуть после отмены',
      },
      retry: {
        ask: 'Просроченное спишется с сохранённой карты сейчас. Отказ будет считаться одной из попыток.',
        done: 'Списание запрошено. Через минуту оно появится здесь.',
        label: 'Списать снова',
      },
      unpause: {
        ask: 'Курсы откроются сейчас, оставшееся оплаченное время продолжится.',
        done: 'Она продолжается.',
        label: 'Возобновить',
      },
    },
  },
}
