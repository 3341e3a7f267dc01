'use client'

import { useLocale, useTranslations } from 'next-intl'

import type { OpenMove } from '@/domain/commerce/transfers'

import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { DateTime } from '@/components/ui/DateTime'
import { formatMoney } from '@/components/ui/formatMoney'
import { Heading } from '@/components/ui/Heading'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

/** A move that waits for its payment: what it costs, and the way to pay or to stop it. */
export const OpenMoveNote = ({
  currency,
  isBusy,
  move: { due, expiresAt, payAt, to },
  onRelease,
}: {
  currency: string
  isBusy: boolean
  move: OpenMove
  onRelease: () => void
}) => {
  const t = useTranslations('account.orders.move')
  const locale = useLocale()

  return (
    <Stack gap={4}>
      <Heading level={3} size="small">
        {t('openTitle')}
      </Heading>
      <Text>
        {t.rich('openBody', {
          day: () => <DateTime show="dateTime" value={expiresAt} />,
          sum: formatMoney({ amount: due, currency, locale }),
          to,
        })}
      </Text>
      <div className="flex flex-wrap gap-3">
        {payAt && (
          <ButtonLink href={payAt} prefetch={false}>
            {t('pay')}
          </ButtonLink>
        )}
        <Button loading={isBusy} onClick={onRelease} variant="quiet">
          {t('release')}
        </Button>
      </div>
    </Stack>
  )
}
