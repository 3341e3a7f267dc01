'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, type ReactNode } from 'react'

import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { Card } from '@/components/ui/Card'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { Text } from '@/components/ui/Text'
import { amountFault } from '@/domain/commerce/wishes'

import { useErrorText } from '../shell/useErrorText'
import { CourseCover } from '../catalog/CourseCover'
import { AmountForm } from './AmountForm'
import { chooseCurrency } from './currencyHere'
import { LaterCharges } from './LaterCharges'
import { LineContents } from './LineContents'
import { SumLine } from './SumLine'
import { TaxNote } from './TaxNote'
import { useBoundsText } from './useBoundsText'
import type { CheckoutState } from './useCheckout'
import { useTaxText } from './useTaxText'

// What few schools ask is fetched where it is asked.
const CurrencyChoice = lazy(async () => ({
  default: (await import('./CurrencyChoice')).CurrencyChoice,
}))
const TipChoice = lazy(async () => ({ default: (await import('./TipChoice')).TipChoice }))

/** What is bought, the coupon where the school takes any, and every line of the sum. Amounts in minor units. */
export const OrderSummary = ({
  amountFault: fault,
  coupon,
  onName,
  quote: { base, currencies, currency, discount, lines, tax, taxation, tip, total },
}: {
  /** What was wrong with the price or the tip that was named last. */
  amountFault: null | string
  coupon: ReactNode
  /** Names prices or a tip. */
  onName: CheckoutState['name']
  quote: PurchaseQuote
}) => {
  const t = useTranslations()
  const boundsText = useBoundsText()
  const errorText = useErrorText()
  const isOfCurrency = fault === 'currencyNotSold' || fault === 'noPriceInCurrency'
  const taxText = useTaxText()
  const terms = lines[0]?.terms ?? null
  const given = tip?.base ?? 0

  return (
    <Card asChild>
      <section aria-labelledby="summary" className="flex flex-col gap-4">
        <Heading id="summary" level={2} size="small">
          {t('checkout.summary')}
        </Heading>
        {currencies && (
          <Suspense>
            <CurrencyChoice
              currencies={currencies}
              error={isOfCurrency && fault ? errorText(fault) : null}
              onChoose={(chosen) => {
                chooseCurrency(chosen)
                void onName({ currency: chosen })
              }}
              value={currency}
            />
          </Suspense>
        )}
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
        {lines.map(
          ({ base: amount, offer, open, title }) =>
            open && (
              <AmountForm
                amount={amount}
                check={(named) => amountFault(open, named)}
                currency={currency}
                fault={isOfCurrency ? null : fault}
                hint={boundsText(open, currency)}
                key={`${offer} ${currency} ${amount}`}
                label={lines.length > 1 ? title : t('course.yourPrice')}
                onName={(named) => onName({ amounts: { [offer]: named } })}
              />
            ),
        )}
        {lines.some(({ takesTips }) => takesTips) && (
          <div className="border-t border-line pt-4">
            <Suspense>
              <TipChoice
                base={base - given}
                currency={currency}
                fault={isOfCurrency ? null : fault}
                key={given}
                onName={(named) => onName({ tip: named })}
                tip={given}
              />
            </Suspense>
          </div>
        )}
        {coupon && total + discount > 0 && (
          <div className="border-t border-line pt-4">{coupon}</div>
        )}
        <dl className="flex flex-col gap-2 border-t border-line pt-4">
          <SumLine amount={base - given} currency={currency} label={t('checkout.subtotal')} />
          {(terms?.setupFee ?? 0) > 0 && (
            <SumLine
              amount={terms?.setupFee ?? 0}
              currency={currency}
              label={t('checkout.setupFee')}
            />
          )}
          {discount > 0 && (
            <SumLine amount={-discount} currency={currency} label={t('checkout.discount')} />
          )}
          {given > 0 && <SumLine amount={given} currency={currency} label={t('checkout.tip')} />}
          {taxation && !taxation.isIncluded
            ? taxation.taxes.map(({ name, amount, percent }) => (
                <SumLine
                  amount={amount}
                  currency={currency}
                  key={`${name} ${percent}`}
                  label={taxText({ name, percent })}
                />
              ))
            : null}
          <SumLine
            amount={total}
            currency={currency}
            isTotal
            label={t(terms ? 'checkout.today' : 'checkout.total')}
          />
        </dl>
        {taxation && <TaxNote currency={currency} hasTax={tax > 0} taxation={taxation} />}
        {terms && (
          <LaterCharges
            isTaxAdded={taxation && !taxation.isIncluded && taxation.vat?.status !== 'valid'}
            terms={terms}
          />
        )}
      </section>
    </Card>
  )
}
