'use client'

import { useTranslations } from 'next-intl'

import type { PaddlePage } from '@/operations/commerce/paddlePage'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Card } from '@/components/ui/Card'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { Spinner } from '@/components/ui/Spinner'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import { usePaddle } from './usePaddle'

/** What is paid, to whom, and who sells it, behind Paddle's checkout and while that is not open. */
export const PaddleCheckout = ({ locale, page }: { locale: string; page: PaddlePage }) => {
  const t = useTranslations('checkout.merchant')
  const { again, state } = usePaddle({ locale, page })
  const { back, currency, isOpen, lines, merchant, next, school, total } = page
  const isBusy = state === 'opening' || state === 'open' || state === 'paid'

  return (
    <Stack gap={6}>
      <Stack gap={2}>
        <Heading level={1}>{t('title')}</Heading>
        <Text tone="muted">{t('soldBy', { merchant })}</Text>
      </Stack>
      <Card className="flex flex-col gap-4">
        <Text size="small" tone="muted">
          {t('for', { school })}
        </Text>
        <Money amount={total} className="text-4xl font-semibold" currency={currency} />
        <ul className="flex flex-col gap-2 border-t border-line pt-4">
          {lines.map((line) => (
            <li className="flex justify-between gap-4" key={line.title}>
              <bdi>{line.title}</bdi>
              <Money amount={line.amount} currency={currency} />
            </li>
          ))}
        </ul>
      </Card>
      {!isOpen ? (
        <Alert
          action={
            <ButtonLink href={next} prefetch={false}>
              {t('toOrder')}
            </ButtonLink>
          }
          title={t('doneTitle')}
        >
          {t('doneBody')}
        </Alert>
      ) : (
        <Stack gap={4}>
          <div aria-live="polite">
            {state === 'failed' && (
              <Alert title={t('failedTitle')} tone="danger">
                {t('failedBody', { merchant })}
              </Alert>
            )}
            {state === 'closed' && <Alert title={t('closedTitle')}>{t('closedBody')}</Alert>}
            {isBusy && (
              <Text className="flex items-center gap-3" tone="muted">
                <Spinner className="size-5 text-accent-text" />
                {t(state === 'paid' ? 'paid' : 'opening', { merchant })}
              </Text>
            )}
          </div>
          {!isBusy && (
            <Button onClick={again} size="large" wide>
              {t('again')}
            </Button>
          )}
          {state !== 'paid' && (
            <ButtonLink href={back} prefetch={false} variant="secondary" wide>
              {t('back')}
            </ButtonLink>
          )}
        </Stack>
      )}
    </Stack>
  )
}
