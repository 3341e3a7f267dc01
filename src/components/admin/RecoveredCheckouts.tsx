import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { formatMoney } from '@/components/ui/formatMoney'
import { recoveredCheckouts } from '@/operations/commerce/recoveredCheckouts'

import { wordsIn } from './words'

const WORDS = {
  en: {
    counts: ({ checkouts, reminders }: { checkouts: number; reminders: number }) =>
      `${checkouts.toLocaleString('en')} left, ${reminders.toLocaleString('en')} ${reminders === 1 ? 'reminder' : 'reminders'} sent, in twelve months`,
    heading: 'Brought back by reminders',
    none: 'Orders that are paid after a reminder will be counted here.',
    orders: (count: number) =>
      `${count.toLocaleString('en')} ${count === 1 ? 'order' : 'orders'} paid after a reminder`,
  },
  he: {
    counts: ({ checkouts, reminders }: { checkouts: number; reminders: number }) =>
      `בשנים־עשר חודשים: קניות שלא הושלמו – ${checkouts.toLocaleString('he')}, תזכורות – ${reminders.toLocaleString('he')}`,
    heading: 'הושלמו אחרי תזכורת',
    none: 'הזמנות שישולמו אחרי תזכורת ייספרו כאן.',
    orders: (count: number) =>
      count === 1
        ? 'הזמנה אחת ששולמה אחרי תזכורת'
        : `${count.toLocaleString('he')} הזמנות ששולמו אחרי תזכורת`,
  },
  ru: {
    counts: ({ checkouts, reminders }: { checkouts: number; reminders: number }) =>
      `За двенадцать месяцев не завершено: ${checkouts.toLocaleString('ru')}, отправлено напоминаний: ${reminders.toLocaleString('ru')}`,
    heading: 'Возвращено напоминаниями',
    none: 'Здесь будут заказы, оплаченные после напоминания.',
    orders: (count: number) =>
      `заказов, оплаченных после напоминания: ${count.toLocaleString('ru')}`,
  },
}

/** Above the list of unfinished checkouts: how many were reminded of, and what was paid after it in twelve months. */
export const RecoveredCheckouts = async ({ i18n, payload, user }: BeforeListTableServerProps) => {
  const tenant = (user as null | { tenant?: string | { id: string } })?.tenant
  if (!tenant) {
    return null
  }
  const words = wordsIn(i18n.language, WORDS)
  const found = await recoveredCheckouts({
    now: new Date(),
    req: await createLocalReq({ user }, payload),
    tenant: typeof tenant === 'string' ? tenant : tenant.id,
  })

  return (
    <section aria-label={words.heading} className="lectern-balances lectern-recovered">
      <h2>{words.heading}</h2>
      <p>{found.brought.length === 0 ? words.none : words.counts(found)}</p>
      {found.brought.map(({ currency, orders, total }) => (
        <figure key={currency}>
          <figcaption>
            <strong>
              <bdi>{formatMoney({ amount: total, currency, locale: i18n.language })}</bdi>
            </strong>
            <small>{words.orders(orders)}</small>
          </figcaption>
        </figure>
      ))}
    </section>
  )
}
