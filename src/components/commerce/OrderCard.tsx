import { useTranslations } from 'next-intl'

import { CourseLink } from '@/components/catalog/CourseLink'
import { Badge } from '@/components/ui/Badge'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { TextLink } from '@/components/ui/TextLink'
import { creditNotePath, invoicePath, merchantInvoicePath } from '@/domain/commerce/paths'
import { LineAccess } from './LineAccess'
import { MovePlace } from './places/MovePlace'
import type { OrderStatus } from '@/domain/commerce/orders'
import { GivenGift } from './gifts/GivenGift'
import type { ListedOrder } from '@/operations/commerce/orderHistory'

const TONES: Record<OrderStatus, 'danger' | 'neutral' | 'success' | 'warning'> = {
  cancelled: 'neutral',
  expired: 'neutral',
  failed: 'danger',
  paid: 'success',
  pending: 'warning',
}

/** One order: when, its state, and every line of the sum. */
export const OrderCard = ({
  movable,
  order: {
    id,
    coupon,
    currency,
    discount,
    gift,
    invoice,
    lines,
    merchant,
    number,
    orderedAt,
    payAt,
    refunds,
    status,
    tax,
    total,
  },
  timeZone,
}: {
  /** Lines whose places the buyer may move. */
  movable: readonly string[]
  order: ListedOrder
  timeZone: string
}) => {
  const t = useTranslations('account.orders')
  const sold = useTranslations('checkout.merchant')
  const isIncluded = lines.reduce((sum, { amount }) => sum + amount, 0) - discount === total
  const sums = [
    { amount: -discount, label: coupon ? t('discountWith', { coupon }) : t('discount') },
    { amount: isIncluded ? 0 : tax, label: merchant ? sold('tax') : t('tax') },
  ].filter(({ amount }) => amount !== 0)

  return (
    <article className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Heading level={2} size="small">
          {t('order')} <bdi>{number}</bdi>
        </Heading>
        <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
        <span className="text-sm text-muted sm:ms-auto">
          <DateTime show="dateTime" timeZone={timeZone} value={orderedAt} />
        </span>
      </div>
      <dl className="divide-y divide-line border-y border-line">
        {lines.map((line) => (
          <div className="flex items-start justify-between gap-4 py-1" key={line.id}>
            <dt className="flex min-w-0 flex-col items-start">
              <CourseLink className="break-words" course={line}>
                {line.title}
              </CourseLink>
              {line.access && !line.leftFor && (
                <LineAccess access={line.access} timeZone={timeZone} />
              )}
              {line.leftFor && (
                <p className="pb-2 text-sm text-muted">
                  {line.leftFor.person
                    ? t('move.givenTo', { person: line.leftFor.person })
                    : t('move.movedTo', { to: line.leftFor.to })}
                </p>
              )}
              {movable.includes(line.id) && <MovePlace line={line.id} title={line.title} />}
            </dt>
            <dd className="flex min-h-target shrink-0 items-center tabular-nums">
              <Money amount={line.amount} currency={currency} />
            </dd>
          </div>
        ))}
        {sums.map(({ amount, label }) => (
          <div className="flex items-center justify-between gap-4 py-2 text-muted" key={label}>
            <dt>{label}</dt>
            <dd className="shrink-0 tabular-nums">
              <Money amount={amount} currency={currency} />
            </dd>
          </div>
        ))}
        <div className="flex items-center justify-between gap-4 py-3 font-semibold">
          <dt>{t('total')}</dt>
          <dd className="shrink-0 tabular-nums">
            <Money amount={total} currency={currency} />
          </dd>
        </div>
        {isIncluded && tax > 0 && (
          <div className="flex items-center justify-between gap-4 py-2 text-muted">
            <dt>{merchant ? sold('tax') : t('taxIncluded')}</dt>
            <dd className="shrink-0 tabular-nums">
              <Money amount={tax} currency={currency} />
            </dd>
          </div>
        )}
        {refunds.map(({ id, amount, creditNote, refundedAt }) => (
          <div className="flex items-center justify-between gap-4 py-2" key={id}>
            <dt className="min-w-0">
              {refundedAt
                ? t.rich('refunded', {
                    day: () => <DateTime show="date" timeZone={timeZone} value={refundedAt} />,
                  })
                : t('refundUnderWay')}{' '}
              {creditNote && (
                <TextLink href={creditNotePath(creditNote.id)} prefetch={false}>
                  {t('creditNote')} <bdi>{creditNote.number}</bdi>
                </TextLink>
              )}
            </dt>
            <dd className="shrink-0 tabular-nums">
              <Money amount={-amount} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
      {gift && <GivenGift gift={gift} timeZone={timeZone} />}
      {merchant && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <ButtonLink
            href={merchantInvoicePath(id)}
            prefetch={false}
            rel="noopener noreferrer"
            size="small"
            target="_blank"
            variant="secondary"
          >
            {sold('invoice', { merchant })}
          </ButtonLink>
          <span className="text-sm text-muted">{sold('seller', { merchant })}</span>
        </div>
      )}
      {invoice && (
        <ButtonLink
          className="self-start"
          href={invoicePath(invoice.id)}
          prefetch={false}
          size="small"
          variant="secondary"
        >
          {t('invoice')} <bdi>{invoice.number}</bdi>
        </ButtonLink>
      )}
      {payAt && (
        <ButtonLink className="self-start" href={payAt} prefetch={false} variant="secondary">
          {t('payNow')}
        </ButtonLink>
      )}
    </article>
  )
}
