'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'

import type { Proposal } from '@/operations/commerce/upsells'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { formatMoney } from '@/components/ui/formatMoney'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import { useErrorText } from '../../shell/useErrorText'
import { useMinutesLeft } from './useMinutesLeft'
import { useProposal } from './useProposal'

/**
 * What is proposed after a payment: one click buys it, another declines it and may bring something else. `onDone` is called once
 * nothing is proposed any more because it was declined.
 */
export const UpsellOffer = ({
  first,
  keyOfOrder,
  now,
  onDone,
  order,
  terms,
}: {
  first: Proposal
  keyOfOrder: null | string
  /** When the page was made; ISO 8601. */
  now: string
  onDone: () => void
  order: string
  terms: ReactNode
}) => {
  const t = useTranslations('upsell')
  const locale = useLocale()
  const errorText = useErrorText()
  const { accept, decline, doing, fault, isOver, proposal } = useProposal({
    first,
    keyOfOrder,
    onDone,
    order,
  })
  const left = useMinutesLeft(proposal.endsAt, now)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (proposal !== first) {
      heading.current?.focus()
    }
  }, [first, proposal])
  if (isOver || left === 0) {
    return <Alert tone="info">{errorText('proposalOver')}</Alert>
  }
  const { amount, charges, courses, currency, isTaken, isTaxAdded, offer, tax, total, was } =
    proposal
  const sum = formatMoney({ amount: total, currency, locale })
  const taxed = tax > 0 && formatMoney({ amount: tax, currency, locale })

  return (
    <section
      aria-labelledby="proposal"
      className="rounded-card border border-accent-line bg-surface p-5 md:p-6"
    >
      <Stack gap={6}>
        <Stack gap={2}>
          <Heading
            className="focus:outline-none"
            id="proposal"
            level={2}
            ref={heading}
            tabIndex={-1}
          >
            <bdi>{proposal.title}</bdi>
          </Heading>
          {proposal.text && (
            <Text className="whitespace-pre-line">
              <bdi>{proposal.text}</bdi>
            </Text>
          )}
          <Text size="small" tone="muted">
            <bdi>{courses.join(', ')}</bdi>
            {!isTaken && !courses.includes(offer) && (
              <>
                {' · '}
                <bdi>{offer}</bdi>
              </>
            )}
          </Text>
        </Stack>
        <div className="flex flex-wrap items-baseline gap-x-3">
          <Money amount={amount} className="text-3xl font-semibold" currency={currency} />
          {was > amount && (
            <s className="text-muted">
              <span className="sr-only">{t('was')} </span>
              <Money amount={was} currency={currency} />
            </s>
          )}
          {taxed && (
            <Text size="small" tone="muted">
              {t(isTaxAdded ? 'taxAdded' : 'taxIncluded', { tax: taxed })}
            </Text>
          )}
        </div>
        {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
        <Stack gap={3}>
          <Button
            disabled={doing !== null}
            loading={doing === 'accept'}
            onClick={() => void accept()}
            size="large"
            wide
          >
            {t(isTaken ? 'pay' : 'add', { amount: sum })}
          </Button>
          <Text size="small" tone="muted">
            {t(isTaken ? 'unpaid' : charges ? 'charges' : 'page')}{' '}
            {!isTaken &&
              t(left > 120 ? 'hoursLeft' : 'minutesLeft', {
                count: left > 120 ? Math.floor(left / 60) : left,
              })}
          </Text>
          {!isTaken && (
            <Button
              disabled={doing !== null}
              loading={doing === 'decline'}
              onClick={() => void decline()}
              variant="quiet"
              wide
            >
              {t('decline')}
            </Button>
          )}
        </Stack>
        {terms}
      </Stack>
    </section>
  )
}
