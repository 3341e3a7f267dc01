import { useTranslations } from 'next-intl'

import type { ProviderName } from '@/domain/commerce/providers'
import type { CardView } from '@/operations/commerce/cardView'

import { Alert } from '@/components/ui/Alert'
import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import { CardForm } from './CardForm'

/** What is due of a subscription or plan, and the way to the page on which its card is given. */
export const CardDesk = ({
  id,
  isDeclined,
  isGiven,
  keyOfLink,
  plan: { amount, currency, isDue, nextStepAt, title },
  providers,
  timeZone,
}: {
  id: string
  /** Whether she came back from a page on which her card was declined. */
  isDeclined: boolean
  /** Whether she came back from giving another card. */
  isGiven: boolean
  keyOfLink: null | string
  plan: CardView
  providers: readonly ProviderName[]
  timeZone: string
}) => {
  const t = useTranslations('account.card')

  return (
    <Stack gap={6}>
      <Stack gap={2}>
        <Heading level={1}>{t('title')}</Heading>
        <Text tone="muted">
          <bdi>{title}</bdi>
        </Text>
      </Stack>
      {isDeclined && <Alert tone="danger">{t('declined')}</Alert>}
      {isGiven && <Alert tone="success">{t('given')}</Alert>}
      {isDue ? (
        <Stack gap={2}>
          <Money amount={amount} className="text-4xl font-semibold" currency={currency} />
          <Text>{t('due')}</Text>
        </Stack>
      ) : (
        <Alert isQuiet tone="info">
          {t('nothingDue')}{' '}
          {nextStepAt && (
            <>
              {t('nextOn')} <DateTime show="date" timeZone={timeZone} value={nextStepAt} />
            </>
          )}
        </Alert>
      )}
      <CardForm
        id={id}
        keyOfLink={keyOfLink}
        label={t(isDue ? 'pay' : 'change')}
        providers={providers}
      />
      <Text size="small" tone="muted">
        {t('note')}
      </Text>
    </Stack>
  )
}
