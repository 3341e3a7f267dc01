import { useLocale, useTranslations } from 'next-intl'

import type { EarningsInBase } from '@/domain/commerce/payouts'

import { DateTime } from '@/components/ui/DateTime'
import { Money } from '@/components/ui/Money'

const PARTS = ['paid', 'onWay', 'payable', 'held'] as const

/** What one is owed in all currencies together, in the school's, with the rates by which it was added up. */
export const EarningsInAll = ({ inBase }: { inBase: EarningsInBase }) => {
  const t = useTranslations('account.earnings')
  const locale = useLocale()
  const { currency, owed, rates, unknown } = inBase
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })

  return (
    <section className="flex flex-col gap-4">
      <dl className="flex flex-col gap-1">
        <dt className="text-muted">{t('inAll', { currency })}</dt>
        <dd className="text-4xl font-semibold">
          <bdi>
            ≈ <Money amount={owed} currency={currency} />
          </bdi>
        </dd>
      </dl>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {PARTS.map((part) => (
          <div key={part}>
            <dt className="text-sm text-muted">{t(part)}</dt>
            <dd className="font-medium">
              <bdi>
                ≈ <Money amount={inBase[part]} currency={currency} />
              </bdi>
            </dd>
          </div>
        ))}
      </dl>
      <ul className="flex flex-col gap-1 text-sm text-muted">
        {rates.map(({ currency: of, day, value }) => (
          <li key={of}>
            <bdi>{`1 ${currency} = ${number.format(Number(value))} ${of}`}</bdi>,{' '}
            {day === null
              ? t('ownRate')
              : t.rich('rateOf', {
                  day: () => <DateTime show="date" timeZone="UTC" value={`${day}T00:00:00.000Z`} />,
                })}
          </li>
        ))}
        {unknown.length > 0 && <li>{t('notAdded', { currencies: unknown.join(', ') })}</li>}
      </ul>
    </section>
  )
}
