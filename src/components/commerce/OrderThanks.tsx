'use client'

import { CircleCheck, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import type { OrderOutcome } from '@/operations/commerce/orderOutcome'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { Spinner } from '@/components/ui/Spinner'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { checkoutPath } from '@/domain/commerce/paths'

import { useWaiting } from './useWaiting'

/** What became of an order: it is being confirmed, the course is open, or nothing was charged. */
export const OrderThanks = ({ email, order }: { email: string; order: OrderOutcome }) => {
  const t = useTranslations()
  const { courses, currency, isOpened, number, offers, status, total } = order
  const isWaiting = status === 'pending' || (status === 'paid' && !isOpened)
  const isLong = useWaiting(isWaiting)
  const [course] = courses
  const foot = (
    <Text className="flex flex-wrap gap-x-4" size="small" tone="muted">
      <span>{t('checkout.order', { number })}</span>
      <Money amount={total} currency={currency} />
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
  if (status === 'paid') {
    return (
      <Outcome
        action={
          <ButtonLink href={course ? `/learn/${course.slug}` : '/dashboard'} size="large">
            {t('checkout.toCourse')}
          </ButtonLink>
        }
        body={
          <>
            <bdi className="font-semibold">{courses.map(({ title }) => title).join(', ')}</bdi>
            <br />
            {t(total > 0 ? 'checkout.approvedBody' : 'checkout.enrolledBody', { email })}
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

const Outcome = ({
  action,
  body,
  foot,
  mark,
  title,
}: {
  action?: ReactNode
  body: ReactNode
  foot: ReactNode
  mark: ReactNode
  title: string
}) => (
  <Stack aria-live="polite" gap={6}>
    {mark}
    <Stack gap={3}>
      <Heading level={1}>{title}</Heading>
      <Text size="large" tone="muted">
        {body}
      </Text>
    </Stack>
    {action && <div>{action}</div>}
    <div className="border-t border-line pt-4">{foot}</div>
  </Stack>
)
