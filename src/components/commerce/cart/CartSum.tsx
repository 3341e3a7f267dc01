'use client'

import { useTranslations } from 'next-intl'

import type { CartView } from '@/operations/commerce/cartView'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Card } from '@/components/ui/Card'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { checkoutPath } from '@/domain/commerce/paths'

import { SumLine } from '../SumLine'

/** What is paid together, and the way to the checkout. */
export const CartSum = ({
  isBusy,
  view: { currencies, currency, lines, quote, refusal },
}: {
  isBusy: boolean
  view: CartView
}) => {
  const t = useTranslations('checkout')
  const errorText = useErrorText()
  const ready = lines.filter(({ state }) => state === 'ready')

  return (
    <Card asChild>
      <section aria-busy={isBusy} aria-labelledby="cart-sum" className="flex flex-col gap-4">
        <Heading id="cart-sum" level={2} size="small">
          {t('summary')}
        </Heading>
        {refusal && <Alert tone="warning">{errorText(refusal)}</Alert>}
        {quote ? (
          <>
            <dl>
              <SumLine amount={quote.base} currency={currency} isTotal label={t('subtotal')} />
            </dl>
            {quote.isTaxAdded && (
              <Text size="small" tone="muted">
                {t('cartTax')}
              </Text>
            )}
            <ButtonLink
              href={checkoutPath({
                cohorts: ready.flatMap(({ cohort }) => cohort ?? []),
                offers: ready.map(({ offer }) => offer),
                wishes: {
                  amounts: Object.fromEntries(
                    ready.flatMap(({ amount, offer, open }) =>
                      open && amount !== null ? [[offer, amount]] : [],
                    ),
                  ),
                  currency: currencies && currency !== currencies[0] ? currency : null,
                  tip: 0,
                },
              })}
              prefetch={false}
              size="large"
              wide
            >
              {t('cartPay')}
            </ButtonLink>
          </>
        ) : (
          !refusal && <Text tone="muted">{t('cartNothingToPay')}</Text>
        )}
      </section>
    </Card>
  )
}
