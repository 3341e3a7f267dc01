import type { Locale } from '@/domain/tenancy/locales'
import type { Day } from '@/operations/analytics/days'

import { formatMoney } from '@/components/ui/formatMoney'
import { halvesOf } from '@/domain/analytics/change'
import { soldIn } from '@/domain/analytics/sold'

import { SoldIn } from '../figures/SoldIn'
import { Panel } from './Panel'
import { START_WORDS } from './words'

/** Days are dates of the school's own clock, and so are written without any zone. */
const dateIn = (language: Locale) => {
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })

  return (day: string): string => format.format(new Date(`${day}T00:00:00Z`))
}

/** The sales of the last thirty days in the school's currency as bars, what each currency sold, and the same as a table. Time runs in the direction of reading. */
export const SalesChart = ({
  currency,
  days,
  language,
}: {
  currency: string
  days: readonly Day[]
  language: Locale
}) => {
  const words = START_WORDS[language]
  const recent = days.slice(days.length / 2)
  const { now } = halvesOf(days.map(({ sales }) => sales))
  const sold = soldIn(recent)
  const isMixed = sold.some((one) => one.currency !== currency)
  const most = Math.max(0, ...recent.map(({ sales }) => sales))
  const date = dateIn(language)
  const money = (amount: number) => formatMoney({ amount, currency, locale: language, whole: true })

  return (
    <Panel empty={sold.length === 0 ? words.noSales : null} title={words.salesTitle}>
      <figure className="lectern-start__chart">
        <div
          aria-label={words.chart(money(now), money(most))}
          className="lectern-start__bars"
          role="img"
        >
          <span className="lectern-start__scale">{money(most)}</span>
          {recent.map(({ day, sales }) => (
            <span key={day} title={`${date(day)}: ${money(sales)}`}>
              <i style={{ blockSize: `${most === 0 ? 0 : (sales / most) * 100}%` }} />
            </span>
          ))}
        </div>
        <figcaption>
          <span>{date(recent[0]?.day ?? '')}</span>
          <span>{date(recent.at(-1)?.day ?? '')}</span>
        </figcaption>
      </figure>
      {isMixed && <SoldIn all={sold} base={currency} language={language} />}
      <details className="lectern-start__table">
        <summary>{words.asTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.orders}</th>
              <th scope="col">{words.amount}</th>
            </tr>
          </thead>
          <tbody>
            {recent.map(({ day, orders, sales }) => (
              <tr key={day}>
                <th scope="row">{date(day)}</th>
                <td>{orders}</td>
                <td>{money(sales)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Panel>
  )
}
