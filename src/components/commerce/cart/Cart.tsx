'use client'

import { ShoppingBag } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'
import { Skeleton } from '@/components/ui/Skeleton'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'

import { CurrencyChoice } from '../CurrencyChoice'
import { chooseCurrency } from '../currencyHere'
import { CartRow } from './CartRow'
import { CartSum } from './CartSum'
import { useCart } from './useCart'

/** A cart, in all its states: what is in it, how each thing stands, and the way to pay for it. */
export const Cart = () => {
  const t = useTranslations()
  const errorText = useErrorText()
  const { name, fault, reload, remove, removing, view } = useCart()
  if (fault && !view) {
    return (
      <Alert action={<Button onClick={reload}>{t('common.tryAgain')}</Button>} tone="danger">
        {errorText(fault)}
      </Alert>
    )
  }
  if (!view) {
    return <CartSkeleton />
  }
  const { lines } = view
  if (lines.length === 0) {
    return (
      <EmptyState
        action={<ButtonLink href="/courses">{t('checkout.seeCourses')}</ButtonLink>}
        body={t('checkout.cartEmptyBody')}
        icon={ShoppingBag}
        title={t('checkout.cartEmptyTitle')}
      />
    )
  }

  return (
    <div className={COLUMNS}>
      <div className="flex flex-col gap-6">
        {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {lines.map((line) => (
            <CartRow
              currency={view.currency}
              isRemoving={removing === line.offer}
              key={line.offer}
              line={line}
              onName={(amount) =>
                name({ amount, cohort: line.cohort, currency: view.currency, offer: line.offer })
              }
              onRemove={() => void remove(line.offer)}
            />
          ))}
        </ul>
      </div>
      <div className="flex flex-col gap-6 lg:sticky lg:top-8">
        {view.currencies && (
          <CurrencyChoice
            currencies={view.currencies}
            onChoose={(currency) => {
              chooseCurrency(currency)
              reload()
            }}
            value={view.currency}
          />
        )}
        <CartSum isBusy={removing !== null} view={view} />
      </div>
    </div>
  )
}

/** What is in the cart, and beside it what that costs; on phones one below the other. */
const COLUMNS = 'grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-16'

/** The cart's shape while it is being asked for. */
const CartSkeleton = () => {
  const t = useTranslations('ui')

  return (
    <div aria-busy className={COLUMNS}>
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <div className="flex flex-col gap-4">
        <Skeleton className="h-20" />
        <Skeleton className="h-20" />
      </div>
      <Skeleton className="h-52" />
    </div>
  )
}
