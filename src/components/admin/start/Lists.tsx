import type { Locale } from '@/domain/tenancy/locales'
import type { Draft, RecentOrder, StuckLearner } from '@/operations/analytics/waiting'

import { formatMoney } from '@/components/ui/formatMoney'
import { relativeTime } from '@/components/ui/relativeTime'

import { Panel } from './Panel'
import { START_WORDS } from './words'

/** How long ago, with the exact moment on hover. */
const Ago = ({ at, language, now }: { at: string; language: Locale; now: number }) => {
  const then = new Date(at)
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })

  return (
    <time dateTime={at} title={exact.format(then)}>
      {relativeTime({ locale: language, now, then: then.getTime() }) ??
        new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(then)}
    </time>
  )
}

/** The newest orders. */
export const OrderList = ({
  language,
  now,
  orders,
}: {
  language: Locale
  now: number
  orders: readonly RecentOrder[]
}) => {
  const words = START_WORDS[language]

  return (
    <Panel
      all={{ href: '/admin/collections/orders', label: words.all }}
      empty={orders.length === 0 ? words.noOrders : null}
      title={words.ordersTitle}
    >
      <ul className="lectern-start__rows">
        {orders.map(({ id, at, buyer, currency, number, status, total }) => (
          <li key={id}>
            <div>
              <a href={`/admin/collections/orders/${id}`}>
                <bdi>{buyer}</bdi>
              </a>
              <p>
                <bdi>{number}</bdi> · {words.status[status]}
              </p>
            </div>
            <div>
              <strong>{formatMoney({ amount: total, currency, locale: language })}</strong>
              <p>
                <Ago at={at} language={language} now={now} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What is written and not published. */
export const DraftList = ({
  drafts,
  language,
  now,
}: {
  drafts: readonly Draft[]
  language: Locale
  now: number
}) => {
  const words = START_WORDS[language]
  const total = drafts[0]?.total ?? 0

  return (
    <Panel empty={total === 0 ? words.noDrafts : null} title={words.draftsTitle(total)}>
      <ul className="lectern-start__rows">
        {drafts.map(({ id, at, kind, title }) => (
          <li key={id}>
            <div>
              <a href={`/admin/collections/${kind}/${id}`}>
                <bdi>{title ?? words.untitled}</bdi>
              </a>
              <p>{words.kind[kind]}</p>
            </div>
            <p>
              <Ago at={at} language={language} now={now} />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Who began a course and has not been back. */
export const StuckList = ({
  language,
  learners,
  now,
}: {
  language: Locale
  learners: readonly StuckLearner[]
  now: number
}) => {
  const words = START_WORDS[language]
  const percent = new Intl.NumberFormat(language, { style: 'percent' })

  return (
    <Panel
      all={{ href: '/admin/collections/enrollments', label: words.all }}
      empty={learners.length === 0 ? words.noStuck : null}
      title={words.stuckTitle}
    >
      <ul className="lectern-start__rows">
        {learners.map(({ id, at, course, learner, percent: done }) => (
          <li key={id}>
            <div>
              <a href={`/admin/collections/enrollments/${id}`}>
                <bdi>{learner}</bdi>
              </a>
              <p>
                <bdi>{course}</bdi>
              </p>
            </div>
            <div>
              <strong>{percent.format(done / 100)}</strong>
              <p>
                <Ago at={at} language={language} now={now} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
