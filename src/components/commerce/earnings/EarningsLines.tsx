import { useLocale, useTranslations } from 'next-intl'

import type { EarningsLine } from '@/domain/commerce/payouts'

import { DateTime } from '@/components/ui/DateTime'
import { Duration } from '@/components/ui/Duration'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { Table } from '@/components/ui/Table'

/** Every line of what one earned, with what explains it: the course and share, its order, or the payout. */
export const EarningsLines = ({
  entries,
  timeZone,
}: {
  entries: readonly EarningsLine[]
  timeZone: string
}) => {
  const t = useTranslations('account.earnings')
  const locale = useLocale()
  const percent = (share: number) =>
    (share / 10_000).toLocaleString(locale, { maximumFractionDigits: 2, style: 'percent' })

  return (
    <>
      <Heading id="lines" level={2}>
        {t('lines')}
      </Heading>
      <Table
        caption={t('lines')}
        columns={[
          {
            cell: ({ kind, order, postedAt, share, title, use }) => (
              <span className="flex flex-col">
                <span>
                  <bdi>{title ?? t(`kind.${kind}`)}</bdi>
                </span>
                <span className="text-sm font-normal text-muted">
                  {title && `${t(`kind.${kind}`)} · `}
                  {share !== null && `${percent(share)} · `}
                  {order && <bdi>{order}</bdi>}
                </span>
                {use && (
                  <span className="text-sm font-normal text-muted">
                    {t.rich('use', {
                      from: () => <DateTime show="date" timeZone={timeZone} value={use.from} />,
                      of: () => <Duration seconds={use.of} />,
                      seconds: () => <Duration seconds={use.seconds} />,
                      to: () => <DateTime show="date" timeZone={timeZone} value={use.to} />,
                    })}
                  </span>
                )}
                <span className="text-sm font-normal text-muted sm:hidden">
                  <DateTime show="date" timeZone={timeZone} value={postedAt} />
                </span>
              </span>
            ),
            header: t('what'),
            key: 'what',
          },
          {
            cell: ({ postedAt }) => (
              <span className="whitespace-nowrap">
                <DateTime show="date" timeZone={timeZone} value={postedAt} />
              </span>
            ),
            header: t('when'),
            key: 'when',
            wideOnly: true,
          },
          {
            cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
            header: t('amount'),
            key: 'amount',
            numeric: true,
          },
          {
            cell: ({ balance, currency }) => <Money amount={balance} currency={currency} />,
            header: t('balance'),
            key: 'balance',
            numeric: true,
          },
        ]}
        rowKey={({ sequence }) => String(sequence)}
        rows={entries}
      />
    </>
  )
}
