import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import type {
  CouponUse,
  Moved,
  OrderCount,
  Revenue,
  RevenueInBase,
  SubscriptionFigures,
} from '@/operations/commerce/salesFigures'

import { formatMoney } from '@/components/ui/formatMoney'
import { idOf } from '@/domain/ids'
import { isLocale, type Locale } from '@/domain/tenancy/locales'
import {
  couponUses,
  mrrInBase,
  ordersByMonth,
  revenueInBase,
  revenueOf,
  subscriptionFigures,
} from '@/operations/commerce/salesFigures'

import { Bars } from './figures/Bars'
import { FIGURE_WORDS, type FigureWords } from './figures/words'
import { MonthlyInAll } from './figures/MonthlyInAll'
import { SoldIn } from './figures/SoldIn'
import { WORTH_WORDS } from './figures/worthWords'

type Said = { language: Locale; words: FigureWords }

/** Above the list of orders: what was sold and given back, orders, subscriptions and coupons, as numbers and as bars. */
export const SalesFigures = async ({ i18n, payload, user }: BeforeListTableServerProps) => {
  const tenant = (user as null | { tenant?: string | { id: string } })?.tenant
  if (!tenant) {
    return null
  }
  const language = isLocale(i18n.language) ? i18n.language : 'en'
  const words = FIGURE_WORDS[language]
  const given = {
    now: new Date(),
    req: await createLocalReq({ user }, payload),
    tenant: idOf(tenant),
  }
  const [revenue, inBase, orders, subscriptions, coupons] = await Promise.all([
    revenueOf(given),
    revenueInBase(given),
    ordersByMonth(given),
    subscriptionFigures(given),
    couponUses(given),
  ])
  const monthly = await mrrInBase({ ...given, figures: subscriptions })

  return (
    <section
      aria-label={words.heading}
      className="lectern-balances lectern-recovered lectern-figures"
    >
      <h2>{words.heading}</h2>
      {revenue.length === 0 && <p>{words.none}</p>}
      {inBase && <InBase language={language} revenue={inBase} words={words} />}
      <div className="lectern-figures__all">
        {revenue.map((one) => (
          <RevenueFigures key={one.currency} language={language} revenue={one} words={words} />
        ))}
        {revenue.length > 0 && <Orders language={language} orders={orders} words={words} />}
        {monthly && <MonthlyInAll language={language} worth={monthly} />}
        {subscriptions.map((one) => (
          <Subscriptions figures={one} key={one.currency} language={language} words={words} />
        ))}
        {coupons.length > 0 && <Coupons coupons={coupons} language={language} words={words} />}
      </div>
    </section>
  )
}

/** `2026-01` or `2026-01-31` in words: whole, and as short as stands below a bar. */
const namesOf = (period: string, language: string): { name: string; short: string } => {
  const isDay = period.length > 7
  const at = new Date(isDay ? `${period}T12:00:00Z` : `${period}-15T12:00:00Z`)
  const format = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(at)

  return isDay
    ? {
        name: format({ dateStyle: 'medium' }),
        short: /-(?:01|11|21)$/.test(period) ? format({ day: 'numeric' }) : '',
      }
    : { name: format({ month: 'long', year: 'numeric' }), short: format({ month: 'narrow' }) }
}

const sumsOf = (moved: readonly Moved[]): Omit<Moved, 'period'> => ({
  gross: moved.reduce((sum, { gross }) => sum + gross, 0),
  net: moved.reduce((sum, { net }) => sum + net, 0),
  refunds: moved.reduce((sum, { refunds }) => sum + refunds, 0),
})

const RevenueFigures = ({
  isWorth = false,
  language,
  revenue: { currency, days, months },
  words,
}: Said & {
  /** Whether sums of other currencies are in it, by rates. */
  isWorth?: boolean
  revenue: Revenue
}) => {
  const money = (amount: number) =>
    `${isWorth ? '≈ ' : ''}${formatMoney({ amount, currency, locale: language })}`
  const said = (moved: Omit<Moved, 'period'>) =>
    words.moved({
      gross: money(moved.gross),
      net: money(moved.net),
      refunds: money(moved.refunds),
    })

  return [
    { label: words.byDay, moved: days },
    { label: words.byMonth, moved: months },
  ].map(({ label, moved }) => (
    <figure key={label}>
      <figcaption>
        <strong>
          <bdi>{money(sumsOf(moved).net)}</bdi>
        </strong>
        <small>
          {words.revenue}, {label}: {said(sumsOf(moved))}
        </small>
      </figcaption>
      <Bars
        bars={moved.map((one) => {
          const { name, short } = namesOf(one.period, language)

          return { name, said: `${name}: ${said(one)}`, short, value: one.net }
        })}
        label={`${words.revenue}, ${label}`}
      />
    </figure>
  ))
}

/** All currencies together in the school's own, and what each brought to it in twelve months. */
const InBase = ({ language, revenue, words }: Said & { revenue: RevenueInBase }) => (
  <section aria-label={WORTH_WORDS[language].inAll(revenue.currency)}>
    <h3>{WORTH_WORDS[language].inAll(revenue.currency)}</h3>
    <div className="lectern-figures__all">
      <RevenueFigures isWorth language={language} revenue={revenue} words={words} />
      <SoldIn
        all={revenue.from.map(({ net, ...one }) => ({ ...one, amount: net }))}
        base={revenue.currency}
        language={language}
      />
    </div>
  </section>
)

const Orders = ({ language, orders, words }: Said & { orders: OrderCount[] }) => {
  const count = (value: number) => value.toLocaleString(language)
  const [paid, placed] = [
    orders.reduce((sum, one) => sum + one.paid, 0),
    orders.reduce((sum, one) => sum + one.placed, 0),
  ]

  return (
    <figure>
      <figcaption>
        <strong>{count(paid)}</strong>
        <small>
          {words.ordersHead}, {words.byMonth}: {words.orders(count(paid), count(placed))}
        </small>
      </figcaption>
      <Bars
        bars={orders.map((one) => {
          const { name, short } = namesOf(one.month, language)

          return {
            name,
            said: `${name}: ${words.orders(count(one.paid), count(one.placed))}`,
            short,
            value: one.paid,
          }
        })}
        label={words.ordersHead}
      />
    </figure>
  )
}

const Subscriptions = ({
  figures: { active, currency, months, mrr },
  language,
  words,
}: Said & { figures: SubscriptionFigures }) => {
  const count = (value: number) => value.toLocaleString(language)

  return (
    <figure>
      <figcaption>
        <strong>
          <bdi>{formatMoney({ amount: mrr, currency, locale: language })}</bdi>
        </strong>
        <small>
          {words.mrr}, {words.active(count(active))}
        </small>
      </figcaption>
      <Bars
        bars={months.map(({ ended, month, started }) => {
          const { name, short } = namesOf(month, language)

          return {
            name,
            said: `${name}: ${words.started(count(started))}, ${words.ended(count(ended))}`,
            short,
            value: started,
          }
        })}
        label={words.subscriptions}
      />
    </figure>
  )
}

const Coupons = ({ coupons, language, words }: Said & { coupons: CouponUse[] }) => (
  <div>
    <h3>{words.coupons}</h3>
    <ul className="lectern-figures__coupons">
      {coupons.map(({ code, currency, discount, orders }) => (
        <li key={`${code} ${currency}`}>
          <strong>
            <bdi>{code}</bdi>
          </strong>{' '}
          {words.used(orders, formatMoney({ amount: discount, currency, locale: language }))}
        </li>
      ))}
    </ul>
  </div>
)
