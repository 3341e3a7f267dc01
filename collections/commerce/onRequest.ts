import type { Field } from 'payload'

import { DAYS_TO_PAY, MOST_DAYS_TO_PAY } from '@/domain/commerce/onRequest'

type Given = Record<string, unknown>

const isAsked = (data: Given): boolean => data.isOnRequest === true

/** Whether places are given by staff, what they ask, and for how long one is kept until it is paid for. */
export const onRequest: Field[] = [
  {
    name: 'isOnRequest',
    type: 'checkbox',
    admin: {
      description: {
        en: 'Learners ask for a place, and you decide: under “Requests for places” you approve or decline. Nobody can buy this offer before.',
        he: 'הלומדים מבקשים מקום ואתם מחליטים: ב״בקשות למקום״ מאשרים או דוחים. לפני כן אי אפשר לרכוש את ההצעה.',
        ru: 'Студенты просят место, а решаете вы: в «Заявках на место» их одобряют или отклоняют. До этого купить предложение нельзя.',
      },
      position: 'sidebar',
    },
    defaultValue: false,
    label: { en: 'On request', he: 'לפי בקשה', ru: 'По заявке' },
  },
  {
    name: 'requestQuestion',
    type: 'text',
    admin: {
      condition: isAsked,
      description: {
        en: 'Answered by whoever asks for a place. Empty: they may write a few words.',
        he: 'כל מי שמבקש מקום עונה עליה. ריק: אפשר לכתוב כמה מילים.',
        ru: 'На него отвечает каждый, кто просит место. Пусто: можно написать несколько слов.',
      },
      position: 'sidebar',
    },
    label: { en: 'Your question', he: 'השאלה שלכם', ru: 'Ваш вопрос' },
    maxLength: 200,
  },
  {
    name: 'daysToPay',
    type: 'number',
    admin: {
      condition: (data) => isAsked(data) && data.kind !== 'free',
      description: {
        en: 'For so long an approved place is kept.',
        he: 'משך הזמן שבו מקום שאושר נשמר.',
        ru: 'Столько мы держим одобренное место.',
      },
      position: 'sidebar',
      step: 1,
    },
    defaultValue: DAYS_TO_PAY,
    label: { en: 'Days to pay', he: 'ימים לתשלום', ru: 'Дней на оплату' },
    max: MOST_DAYS_TO_PAY,
    min: 1,
  },
]
