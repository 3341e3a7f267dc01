'use client'

import { CircleCheck, CircleX, Gift } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'

import type { OrderOutcome } from '@/operations/commerce/orderOutcome'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { Money } from '@/components/ui/Money'
import { Stack } from '@/components/ui/Stack'
import { Spinner } from '@/components/ui/Spinner'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { checkoutPath, invoicePath, merchantInvoicePath } from '@/domain/commerce/paths'
import type { Proposal } from '@/operations/commerce/upsells'

import { UpsellOffer } from './besides/UpsellOffer'
import { forgetBought } from './cart/store'
import { GuestThanks } from './GuestThanks'
import { Outcome } from './Outcome'
import { useWaiting } from './useWaiting'

/**
 * What became of an order: it is being confirmed, the course is open, or nothing was charged; and what is proposed after its
 * payment. `email` is the signed-in buyer's, `keyOfOrder` what opens a guest's.
 */
export const OrderThanks = ({
  email,
  keyOfOrder,
  offered = null,
  order,
}: {
  email: null | string
  keyOfOrder: null | string
  /** What is proposed after the payment, at the moment (ISO 8601) when the page is made. */
  offered?: null | { first: Proposal; now: string; order: string; terms: ReactNode }
  order: OrderOutcome
}) => {
  const t = useTranslations()
  const {
    id,
    courses,
    currency,
    invoice,
    isGift,
    isGuest,
    isOpened,
    merchant,
    number,
    offers,
    status,
    total,
  } = order
  const isClaim = isGuest && total === 0 && status === 'pending'
  const isWaiting = !isClaim && (status === 'pending' || (status === 'paid' && !isOpened))
  const isLong = useWaiting(isWaiting)
  const [isDone, setDone] = useState(false)
  const [course] = courses
  const next = course ? `/learn/${course.slug}` : '/dashboard'
  useEffect(() => {
    if (status === 'paid') {
      forgetBought(offers)
    }
  }, [offers, status])
  const foot = (
    <Text className="flex flex-wrap gap-x-4" size="small" tone="muted">
      <span>{t('checkout.order', { number })}</span>
      <Money amount={total} currency={currency} />
      {merchant && (
        <>
          <span>{t('checkout.merchant.seller', { merchant })}</span>
          <TextLink
            href={merchantInvoicePath(id, isGuest ? keyOfOrder : null)}
            prefetch={false}
            rel="noopener noreferrer"
            target="_blank"
          >
            {t('checkout.merchant.invoice', { merchant })}
          </TextLink>
        </>
      )}
      {invoice && (
        <TextLink href={invoicePath(invoice, isGuest ? keyOfOrder : null)} prefetch={false}>
          {t('checkout.invoice')}
        </TextLink>
      )}
    </Text>
  )
  if (isWaiting) {
    return (
      <Outcome
        body={t(isLong ? 'checkout.longBody' : 'checkout.pendingBody')}
        foot={foot}
        mark={<Spinner className="size-8 text-accent-text" />}
        title={t(status === 'paid' ? 'checkout.openingTitle' : 'checkout.pendingTitle')}
      />
    )
  }
  const proposed = offered && !isDone && (
    <UpsellOffer
      {...offered}
      keyOfOrder={keyOfOrder}
      onDone={() => (isGuest ? setDone(true) : location.assign(next))}
    />
  )
  if (isGuest && (status === 'paid' || isClaim)) {
    return <GuestThanks courses={courses} foot={foot} isClaim={isClaim} proposed={proposed} />
  }
  if (status === 'paid' && isGift) {
    return (
      <Outcome
        action={
          <ButtonLink href="/account/orders" size="large">
            {t('gifts.toOrders')}
          </ButtonLink>
        }
        body={t('gifts.boughtBody', { email: email ?? '' })}
        foot={foot}
        mark={<Gift aria-hidden className="size-8 text-success" strokeWidth={1.5} />}
        title={t('gifts.boughtTitle')}
      />
    )
  }
  if (status === 'paid') {
    return (
      <Outcome
        action={
          <Stack gap={6}>
            {proposed}
            <div>
              <ButtonLink href={next} size="large" variant={proposed ? 'secondary' : undefined}>
                {t('checkout.toCourse')}
              </ButtonLink>
            </div>
          </Stack>
        }
        body={
          <>
            <bdi className="font-semibold">{courses.map(({ title }) => title).join(', ')}</bdi>
            <br />
            {t(total > 0 ? 'checkout.approvedBody' : 'checkout.enrolledBody', {
              email: email ?? '',
            })}
          </>
        }
        foot={foot}
        mark={<CircleCheck aria-hidden className="size-8 text-success" strokeWidth={1.5} />}
        title={t('checkout.approvedTitle')}
      />
    )
  }

  return (
    <Outcome
      action={
        <ButtonLink href={checkoutPath({ offers })} size="large">
          {t('common.tryAgain')}
        </ButtonLink>
      }
      body={t('checkout.cancelledBody')}
      foot={foot}
      mark={<CircleX aria-hidden className="size-8 text-muted" strokeWidth={1.5} />}
      title={t(status === 'expired' ? 'checkout.expiredTitle' : 'checkout.cancelledTitle')}
    />
  )
}
