import { useTranslations } from 'next-intl'

import type { OwnPayout, PayoutStatus } from '@/domain/commerce/payouts'

import { Badge } from '@/components/ui/Badge'
import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { Table } from '@/components/ui/Table'

const TONES: Record<PayoutStatus, 'danger' | 'neutral' | 'success'> = {
  failed: 'danger',
  paid: 'success',
  pending: 'neutral',
}

/** What was paid out to one, and why it came back where it did. */
export const OwnPayouts = ({
  payouts,
  timeZone,
}: {
  payouts: readonly OwnPayout[]
  timeZone: string
}) => {
  const t = useTranslations('account.earnings')

  return (
    <section className="flex flex-col gap-4">
      <Heading level={2}>{t('payouts')}</Heading>
      <Table
        caption={t('payouts')}
        columns={[
          {
            cell: ({ madeAt }) => <DateTime show="date" timeZone={timeZone} value={madeAt} />,
            header: t('when'),
            key: 'when',
          },
          {
            cell: ({ failure, status }) => (
              <span className="flex flex-col items-start gap-1">
                <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
                {failure && <bdi className="text-sm text-muted">{failure}</bdi>}
              </span>
            ),
            header: t('state'),
            key: 'state',
          },
          {
            cell: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
            header: t('amount'),
            key: 'amount',
            numeric: true,
          },
        ]}
        rowKey={({ id }) => id}
        rows={payouts}
      />
    </section>
  )
}
