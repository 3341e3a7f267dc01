import type { Locale } from '@/domain/tenancy/locales'

export type WorthWords = {
  atDayRates: (currency: string) => string
  inAll: (currency: string) => string
  none: (sums: string) => string
  nowRates: string
  onDay: (day: string) => string
  ownRate: string
}

/** How sums of several currencies are said in the school's own. */
export const WORTH_WORDS: Record<Locale, WorthWords> = {
  en: {
    atDayRates: (currency) =>
      `All currencies in ${currency}, each order by the rate of the day it was placed:`,
    inAll: (currency) => `All currencies in ${currency}`,
    none: (sums) => `Not added: ${sums}. No rate was known.`,
    nowRates: 'By the rates of now:',
    onDay: (day) => `rate of ${day}`,
    ownRate: 'the school’s own rate',
  },
  he: {
    atDayRates: (currency) => `כל המטבעות ב־${currency}, כל הזמנה לפי השער של היום שבו בוצעה:`,
    inAll: (currency) => `כל המטבעות ב־${currency}`,
    none: (sums) => `לא נכלל: ${sums}. השער לא היה ידוע.`,
    nowRates: 'לפי השערים של עכשיו:',
    onDay: (day) => `שער מ־${day}`,
    ownRate: 'שער של בית הספר',
  },
  ru: {
    atDayRates: (currency) => `Все валюты в ${currency}, каждый заказ по курсу дня заказа:`,
    inAll: (currency) => `Все валюты в ${currency}`,
    none: (sums) => `Не учтено: ${sums}. Курс был неизвестен.`,
    nowRates: 'По нынешним курсам:',
    onDay: (day) => `курс на ${day}`,
    ownRate: 'курс школы',
  },
}
