import type { Locale } from '@/domain/tenancy/locales'

import { formatMoney } from '@/components/ui/formatMoney'

import { WORTH_WORDS } from './worthWords'

/** What came in of one currency; `worth` is that in the school's own, `unknown` what of it has none, in minor units. */
export type SoldInCurrency = { amount: number; currency: string; unknown: number; worth: number }

/** Below a sum of several currencies: what of it is of which, by which rates it was added up, and what is not in it. */
export const SoldIn = ({
  all,
  base,
  language,
}: {
  all: readonly SoldInCurrency[]
  base: string
  language: Locale
}) => {
  const words = WORTH_WORDS[language]
  const money = (amount: number, currency: string) =>
    formatMoney({ amount, currency, locale: language })
  const unknown = all.filter((one) => one.unknown !== 0)

  return (
    <div className="lectern-worth">
      <p>{words.atDayRates(base)}</p>
      <ul>
        {all.map(({ amount, currency, worth }) => (
          <li key={currency}>
            <bdi>{money(amount, currency)}</bdi>
            {currency !== base && worth !== 0 && <bdi> ≈ {money(worth, base)}</bdi>}
          </li>
        ))}
      </ul>
      {unknown.length > 0 && (
        <p>{words.none(unknown.map((one) => money(one.unknown, one.currency)).join(', '))}</p>
      )}
    </div>
  )
}
