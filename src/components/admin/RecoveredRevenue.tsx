import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { formatMoney } from '@/components/ui/formatMoney'
import { recoveredRevenue, type Recovered } from '@/operations/commerce/recovered'

import { wordsIn } from './words'

const WORDS = {
  en: {
    heading: 'Recovered revenue',
    none: 'Payments that are declined at first and paid afterwards will be counted here.',
    payments: (count: number) =>
      `${count.toLocaleString('en')} ${count === 1 ? 'payment' : 'payments'} declined at first, paid in the end, in twelve months`,
  },
  he: {
    heading: 'הכנסות שהוצלו',
    none: 'תשלומים שסורבו תחילה ושולמו אחר כך ייספרו כאן.',
    payments: (count: number) =>
      count === 1
        ? 'תשלום אחד שסורב תחילה ושולם לבסוף, בשנים־עשר חודשים'
        : `${count.toLocaleString('he')} תשלומים שסורבו תחילה ושולמו לבסוף, בשנים־עשר חודשים`,
  },
  ru: {
    heading: 'Возвращённая выручка',
    none: 'Здесь будут платежи, которые сначала не прошли, а потом были оплачены.',
    payments: (count: number) =>
      `платежей, не прошедших сначала и оплаченных потом, за двенадцать месяцев: ${count.toLocaleString('ru')}`,
  },
}

/** Above the list of subscriptions: what was paid after all in twelve months, as a number and month by month. */
export const RecoveredRevenue = async ({ i18n, payload, user }: BeforeListTableServerProps) => {
  const tenant = (user as null | { tenant?: string | { id: string } })?.tenant
  if (!tenant) {
    return null
  }
  const words = wordsIn(i18n.language, WORDS)
  const req = await createLocalReq({ user }, payload)
  const recovered = await recoveredRevenue({
    now: new Date(),
    req,
    tenant: typeof tenant === 'string' ? tenant : tenant.id,
  })

  return (
    <section aria-label={words.heading} className="lectern-balances lectern-recovered">
      <h2>{words.heading}</h2>
      {recovered.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        recovered.map((one) => (
          <figure key={one.currency}>
            <figcaption>
              <strong>
                <bdi>
                  {formatMoney({
                    amount: one.total,
                    currency: one.currency,
                    locale: i18n.language,
                  })}
                </bdi>
              </strong>
              {one.inBase && one.inBase.currency !== one.currency && (
                <small>
                  <bdi>{`≈ ${formatMoney({ ...one.inBase, locale: i18n.language })}`}</bdi>
                </small>
              )}
              <small>{words.payments(one.payments)}</small>
            </figcaption>
            <Months language={i18n.language} recovered={one} />
          </figure>
        ))
      )}
    </section>
  )
}

/** A bar for each month, as high as its share of the best of them; each says what it stands for. */
const Months = ({
  language,
  recovered: { currency, months },
}: {
  language: string
  recovered: Recovered
}) => {
  const most = Math.max(...months.map(({ amount }) => amount), 1)
  const nameOf = (month: string, style: 'long' | 'narrow') =>
    new Intl.DateTimeFormat(language, {
      month: style,
      timeZone: 'UTC',
      ...(style === 'long' && { year: 'numeric' as const }),
    }).format(new Date(`${month}-15T00:00:00Z`))

  return (
    <ol>
      {months.map(({ amount, month }) => {
        const said = `${nameOf(month, 'long')}: ${formatMoney({ amount, currency, locale: language })}`

        return (
          <li key={month} title={said}>
            <span className="lectern-recovered-bar">
              <span style={{ blockSize: `${Math.round((amount / most) * 100)}%` }} />
            </span>
            <span aria-hidden>{nameOf(month, 'narrow')}</span>
            <span className="lectern-recovered-said">{said}</span>
          </li>
        )
      })}
    </ol>
  )
}
