import { useLocale, useTranslations } from 'next-intl'

import type { EarningsBalance } from '@/domain/commerce/payouts'

import { formatMoney } from '@/components/ui/formatMoney'
import { Money } from '@/components/ui/Money'
import { PartBar } from '@/components/ui/PartBar'

const PARTS = ['paid', 'onWay', 'payable', 'held'] as const

/** What one is owed in each currency, and how all that was earned is shared out. */
export const EarningsBalances = ({ balances }: { balances: readonly EarningsBalance[] }) => {
  const t = useTranslations('account.earnings')
  const locale = useLocale()

  return (
    <div className="flex flex-col gap-8">
      {balances.map((balance) => {
        const { currency, held, onWay, owed, paid, payable } = balance
        const parts = PARTS.map((part) => ({
          label: `${t(part)}: ${formatMoney({ amount: balance[part], currency, locale })}`,
          value: Math.max(balance[part], 0),
        }))

        return (
          <section className="flex flex-col gap-4" key={currency}>
            <dl className="flex flex-col gap-1">
              <dt className="text-muted">
                {balances.length > 1 ? t('owedIn', { currency }) : t('owed')}
              </dt>
              <dd
                className={
                  balances.length > 1 ? 'text-2xl font-semibold' : 'text-4xl font-semibold'
                }
              >
                <Money amount={owed} currency={currency} />
              </dd>
            </dl>
            <div className="text-accent-line">
              <PartBar
                most={paid + onWay + Math.max(payable, 0) + Math.max(held, 0)}
                parts={parts}
              />
            </div>
            <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
              {PARTS.map((part) => (
                <div key={part}>
                  <dt className="text-sm text-muted">{t(part)}</dt>
                  <dd className="font-medium">
                    <Money amount={balance[part]} currency={currency} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </div>
  )
}
