import type { Locale } from '@/domain/tenancy/locales'

export type FigureWords = {
  active: (count: string) => string
  byDay: string
  byMonth: string
  coupons: string
  ended: (count: string) => string
  heading: string
  moved: (sums: { gross: string; net: string; refunds: string }) => string
  mrr: string
  none: string
  orders: (paid: string, placed: string) => string
  ordersHead: string
  revenue: string
  started: (count: string) => string
  subscriptions: string
  used: (orders: number, discount: string) => string
}

/** What the figures of sales say. */
export const FIGURE_WORDS: Record<Locale, FigureWords> = {
  en: {
    active: (count) => `${count} running`,
    byDay: 'thirty days',
    byMonth: 'twelve months',
    coupons: 'Coupons',
    ended: (count) => `${count} ended`,
    heading: 'Sales',
    moved: ({ gross, net, refunds }) => `net ${net}, sold ${gross}, given back ${refunds}`,
    mrr: 'a month from subscriptions',
    none: 'What you sell will be drawn here, day by day and month by month.',
    orders: (paid, placed) => `${paid} of ${placed} orders paid`,
    ordersHead: 'Orders',
    revenue: 'Revenue',
    started: (count) => `${count} new`,
    subscriptions: 'Subscriptions',
    used: (orders, discount) =>
      `used ${orders === 1 ? 'once' : `${orders.toLocaleString('en')} times`}, ${discount} taken off`,
  },
  he: {
    active: (count) => `${count} פעילים`,
    byDay: 'שלושים יום',
    byMonth: 'שנים־עשר חודשים',
    coupons: 'קופונים',
    ended: (count) => `${count} הסתיימו`,
    heading: 'מכירות',
    moved: ({ gross, net, refunds }) => `נטו ${net}, נמכר ${gross}, הוחזר ${refunds}`,
    mrr: 'בחודש ממנויים',
    none: 'מה שתמכרו יוצג כאן, יום אחר יום וחודש אחר חודש.',
    orders: (paid, placed) => `${paid} מתוך ${placed} הזמנות שולמו`,
    ordersHead: 'הזמנות',
    revenue: 'הכנסות',
    started: (count) => `${count} חדשים`,
    subscriptions: 'מנויים',
    used: (orders, discount) => `שימושים: ${orders.toLocaleString('he')}, סך ההנחות ${discount}`,
  },
  ru: {
    active: (count) => `действует: ${count}`,
    byDay: 'тридцать дней',
    byMonth: 'двенадцать месяцев',
    coupons: 'Купоны',
    ended: (count) => `закончилось: ${count}`,
    heading: 'Продажи',
    moved: ({ gross, net, refunds }) => `чистыми ${net}, продано ${gross}, возвращено ${refunds}`,
    mrr: 'в месяц от подписок',
    none: 'Здесь будут ваши продажи, день за днём и месяц за месяцем.',
    orders: (paid, placed) => `оплачено заказов: ${paid} из ${placed}`,
    ordersHead: 'Заказы',
    revenue: 'Выручка',
    started: (count) => `новых: ${count}`,
    subscriptions: 'Подписки',
    used: (orders, discount) =>
      `применён раз: ${orders.toLocaleString('ru')}, скидок на ${discount}`,
  },
}
