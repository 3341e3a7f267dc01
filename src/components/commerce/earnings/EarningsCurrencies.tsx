import { useTranslations } from 'next-intl'

import { TextLink } from '@/components/ui/TextLink'

/** The currencies in which one earned, to choose of which the lines are shown. */
export const EarningsCurrencies = ({
  chosen,
  currencies,
}: {
  chosen: null | string
  currencies: readonly string[]
}) => {
  const t = useTranslations('account.earnings')

  return (
    <nav aria-label={t('currencies')}>
      <ul className="flex flex-wrap gap-x-4">
        {currencies.map((currency) => (
          <li key={currency}>
            <TextLink
              aria-current={currency === chosen ? 'page' : undefined}
              className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-text aria-[current]:no-underline"
              href={`/account/earnings?currency=${currency}`}
              prefetch={false}
            >
              {currency}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
