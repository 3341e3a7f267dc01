import type { Locale } from '@/domain/tenancy/locales'
import type { Day } from '@/operations/analytics/days'
import type { Start } from '@/operations/analytics/start'

import { changeOf, halvesOf } from '@/domain/analytics/change'
import { formatMoney } from '@/components/ui/formatMoney'

import { START_WORDS } from './words'

type Told = 'completions' | 'learners' | 'lessons' | 'sales'

const listOf = (told: Told, since: string): string =>
  ({
    completions: `/admin/collections/enrollments?where[or][0][and][0][completedAt][greater_than_equal]=${since}`,
    learners: `/admin/collections/enrollments?where[or][0][and][0][createdAt][greater_than_equal]=${since}`,
    lessons: `/admin/collections/progress?where[or][0][and][0][completedAt][greater_than_equal]=${since}`,
    sales: `/admin/collections/orders?where[or][0][and][0][status][equals]=paid&where[or][0][and][1][paidAt][greater_than_equal]=${since}`,
  })[told]

/** Four numbers of the last thirty days, each with its days, what changed, and the list behind it. */
export const Numbers = ({ language, start }: { language: Locale; start: Start }) => {
  const words = START_WORDS[language]
  const since = start.days.at(start.days.length / 2)?.day ?? ''
  const told: Told[] = [
    ...(start.orders ? (['sales'] as const) : []),
    'learners',
    'lessons',
    'completions',
  ]
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const isMixed = start.days
    .slice(start.days.length / 2)
    .some(({ sold }) => sold.some(({ currency }) => currency !== start.currency))
  const shown = (of: Told, value: number) =>
    of === 'sales'
      ? `${isMixed ? '≈ ' : ''}${formatMoney({ amount: value, currency: start.currency, locale: language, whole: true })}`
      : number.format(value)

  return (
    <section aria-label={words.numbersTitle} className="lectern-start__numbers">
      {told.map((of) => {
        const { before, now, recent } = halvesOf(start.days.map((day: Day) => day[of]))
        const change = changeOf({ before, now })

        return (
          <a className="lectern-start__number" href={listOf(of, since)} key={of}>
            <span className="lectern-start__label">{words.numbers[of]}</span>
            <strong>{shown(of, now)}</strong>
            <Sparkline values={recent} />
            <span className="lectern-start__change">
              {of === 'completions' && start.averagePercent !== null
                ? words.average(percent.format(Math.round(start.averagePercent) / 100))
                : words.change(change === null ? null : change, number)}
            </span>
          </a>
        )
      })}
    </section>
  )
}

/** The days of a number as small bars, for the eye alone: the number and its change say the same. */
const Sparkline = ({ values }: { values: readonly number[] }) => {
  const most = Math.max(1, ...values)

  return (
    <span aria-hidden className="lectern-start__spark">
      {values.map((value, day) => (
        <i key={day} style={{ blockSize: `${Math.round((value / most) * 100)}%` }} />
      ))}
    </span>
  )
}
