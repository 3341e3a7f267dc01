import type { Locale } from '@/domain/tenancy/locales'
import type { Worth } from '@/domain/commerce/worth'

import { formatMoney } from '@/components/ui/formatMoney'

import { RatesNow } from './RatesNow'
import { FIGURE_WORDS } from './words'
import { WORTH_WORDS } from './worthWords'

/** What subscriptions of all currencies bring in a month, in the school's, and by which rates. */
export const MonthlyInAll = ({ language, worth }: { language: Locale; worth: Worth }) => {
  const [amount = 0] = worth.amounts
  const { currency } = worth

  return (
    <figure>
      <figcaption>
        <strong>
          <bdi>≈ {formatMoney({ amount, currency, locale: language })}</bdi>
        </strong>
        <small>
          {FIGURE_WORDS[language].mrr}. {WORTH_WORDS[language].inAll(currency)}
        </small>
      </figcaption>
      <RatesNow language={language} worth={worth} />
    </figure>
  )
}
