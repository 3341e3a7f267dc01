import { FlaskConical } from 'lucide-react'
import { useTranslations } from 'next-intl'

import type { GatewayPage } from '@/operations/commerce/gatewayPage'

import { Alert } from '@/components/ui/Alert'
import { Badge } from '@/components/ui/Badge'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Card } from '@/components/ui/Card'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import { GatewayCardSwitch } from './GatewayCardSwitch'
import { GatewayDecision } from './GatewayDecision'

/** The built-in test gateway's own page: plainly a test, with what is paid to whom. */
export const GatewayCard = ({
  at,
  cardAt = `${at}/card`,
  page,
}: {
  /** API of the session. */
  at: string
  /** API that is told whether the card works. */
  cardAt?: string
  page: Omit<GatewayPage, 'order'>
}) => {
  const t = useTranslations('gateway')
  const { amount, cancelUrl, cardWorks, currency, lines, school, status, successUrl } = page

  return (
    <Stack gap={6}>
      <Stack gap={2}>
        <Badge className="self-start" tone="warning">
          <FlaskConical aria-hidden className="size-3.5" strokeWidth={1.5} />
          {t('badge')}
        </Badge>
        <Heading level={1}>{t('title')}</Heading>
        <Text tone="muted">{t('description')}</Text>
      </Stack>
      {lines.length === 0 ? (
        <Text>{t('takesCard', { school })}</Text>
      ) : (
        <Card className="flex flex-col gap-4">
          <Text size="small" tone="muted">
            {t('to', { school })}
          </Text>
          <Money amount={amount} className="text-4xl font-semibold" currency={currency} />
          <ul className="flex flex-col gap-2 border-t border-line pt-4">
            {lines.map((line) => (
              <li className="flex justify-between gap-4" key={line.title}>
                <bdi>{line.title}</bdi>
                <Money amount={line.amount} currency={currency} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {cardWorks !== null && <GatewayCardSwitch at={cardAt} works={cardWorks} />}
      {status === 'open' ? (
        <GatewayDecision at={at} />
      ) : (
        <Alert
          action={
            <ButtonLink href={status === 'paid' ? successUrl : cancelUrl} prefetch={false}>
              {t('return')}
            </ButtonLink>
          }
          title={t(status === 'expired' ? 'expiredTitle' : 'closedTitle')}
        >
          {t('closedBody')}
        </Alert>
      )}
    </Stack>
  )
}
