'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { Card } from '@/components/ui/Card'
import { cn } from '@/components/ui/classes'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { Text } from '@/components/ui/Text'

import { CourseCover } from '../catalog/CourseCover'
import { LaterCharges } from './LaterCharges'
import { LineContents } from './LineContents'

/** What is bought, the coupon where the school takes any, and every line of the sum. Amounts in minor units. */
export const OrderSummary = ({
  coupon,
  quote: { base, currency, discount, lines, tax, total },
}: {
  coupon: ReactNode
  quote: PurchaseQuote
}) => {
  const t = useTranslations('checkout')
  const terms = lines[0]?.terms ?? null

  return (
    <Card asChild>
      <section aria-labelledby="summary" className="flex flex-col gap-4">
        <Heading id="summary" level={2} size="small">
          {t('summary')}
        </Heading>
        <ul className="flex flex-col gap-4">
          {lines.map((line) => {
            const name = line.courses[0]?.title ?? line.title

            return (
              <li className="flex items-start gap-4" key={line.offer}>
                <div className="w-24 shrink-0 overflow-hidden rounded-control bg-sunken">
                  <CourseCover className="text-2xl" cover={line.cover} sizes="96px" title={name} />
                </div>
                <div className="min-w-0 flex-1">
                  <Text strong>
                    <bdi>{name}</bdi>
                  </Text>
                  {name !== line.title && (
                    <Text size="small" tone="muted">
                      <bdi>{line.title}</bdi>
                    </Text>
                  )}
                  <LineContents line={line} />
                </div>
                <Money amount={line.base} currency={currency} />
              </li>
            )
          })}
        </ul>
        {coupon && total + discount > 0 && (
          <div className="border-t border-line pt-4">{coupon}</div>
        )}
        <dl className="flex flex-col gap-2 border-t border-line pt-4">
          <Line amount={base} currency={currency} label={t('subtotal')} />
          {discount > 0 && <Line amount={-discount} currency={currency} label={t('discount')} />}
          {tax > 0 && <Line amount={tax} currency={currency} label={t('tax')} />}
          <Line amount={total} currency={currency} isTotal label={t(terms ? 'today' : 'total')} />
        </dl>
        {terms && <LaterCharges terms={terms} />}
      </section>
    </Card>
  )
}

const Line = ({
  amount,
  currency,
  isTotal = false,
  label,
}: {
  amount: number
  currency: string
  isTotal?: boolean
  label: string
}) => (
  <div
    className={cn(
      'flex items-baseline justify-between gap-4',
      isTotal ? 'border-t border-line pt-3 text-xl font-semibold' : 'text-muted',
    )}
  >
    <dt>{label}</dt>
    <dd>
      <Money amount={amount} currency={currency} />
    </dd>
  </div>
)
