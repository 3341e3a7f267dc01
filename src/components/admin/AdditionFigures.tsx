import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { formatMoney } from '@/components/ui/formatMoney'
import { additionFigures } from '@/operations/commerce/additionFigures'

import { wordsIn } from './words'

const WORDS = {
  en: {
    heading: 'What came of it',
    none: 'What is taken beside an offer will be counted here.',
    taken: (taken: number, orders: number) =>
      `taken ${taken.toLocaleString('en')} times, of ${orders.toLocaleString('en')} orders`,
  },
  he: {
    heading: 'מה יצא מזה',
    none: 'כאן ייספר מה שנלקח לצד הצעה.',
    taken: (taken: number, orders: number) =>
      `נלקחה ${taken.toLocaleString('he')} פעמים, מתוך ${orders.toLocaleString('he')} הזמנות`,
  },
  ru: {
    heading: 'Что это принесло',
    none: 'Здесь будет то, что взяли вместе с предложением.',
    taken: (taken: number, orders: number) =>
      `взяли ${taken.toLocaleString('ru')} раз, заказов всего: ${orders.toLocaleString('ru')}`,
  },
}

/** Above the list of what is offered beside offers: how often each was taken, and for how much. */
export const AdditionFigures = async ({ i18n, payload, user }: BeforeListTableServerProps) => {
  const tenant = (user as null | { tenant?: string | { id: string } })?.tenant
  if (!tenant) {
    return null
  }
  const words = wordsIn(i18n.language, WORDS)
  const figures = await additionFigures({
    req: await createLocalReq({ user }, payload),
    tenant: typeof tenant === 'string' ? tenant : tenant.id,
  })
  const taken = figures.filter((one) => one.taken > 0)

  return (
    <section aria-label={words.heading} className="lectern-balances lectern-recovered">
      <h2>{words.heading}</h2>
      {taken.length === 0 && <p>{words.none}</p>}
      {taken.map(({ id, currency, orders, taken: count, title, total }) => (
        <figure key={`${id} ${currency}`}>
          <figcaption>
            <strong>
              <bdi>
                {formatMoney({ amount: total, currency: currency ?? 'USD', locale: i18n.language })}
              </bdi>
            </strong>
            <small>
              <bdi>{title}</bdi>: {words.taken(count, orders)}
            </small>
          </figcaption>
        </figure>
      ))}
    </section>
  )
}
