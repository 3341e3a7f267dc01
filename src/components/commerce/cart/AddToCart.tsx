'use client'

import { Check, ShoppingBag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useSyncExternalStore } from 'react'

import { knownSession } from '@/components/shell/session'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { useToast } from '@/components/ui/Toast'
import { CART_PATH } from '@/domain/commerce/paths'

import { itemsHere, onCartChanged, putIntoCart } from './store'

/** Puts an offer into the cart; once it is there, the way to it. */
export const AddToCart = ({
  amount,
  cohort,
  currency,
  offer,
}: {
  /** The price that was named, where it is the buyer's to name. */
  amount: null | number
  cohort: null | string
  /** In which it was named, where that is not the school's own. */
  currency: null | string
  offer: string
}) => {
  const t = useTranslations('course')
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  const [added, setAdded] = useState<readonly string[]>([])
  const isKept = useSyncExternalStore(
    onCartChanged,
    () => itemsHere().some((item) => item.offer === offer),
    () => false,
  )

  const add = async () => {
    setBusy(true)
    const refusal = await putIntoCart(
      { amount, cohort, currency, offer },
      (await knownSession()) !== null,
    )
    setBusy(false)
    if (refusal) {
      toast({ title: t(refusal === 'cartFull' ? 'cartFull' : 'cartFailed'), tone: 'danger' })
    } else {
      setAdded([...added, offer])
    }
  }

  return (
    <div aria-live="polite">
      {isKept || added.includes(offer) ? (
        <ButtonLink href={CART_PATH} prefetch={false} size="large" variant="secondary" wide>
          <Check aria-hidden className="size-5 text-success" strokeWidth={1.5} />
          {t('inCart')}
        </ButtonLink>
      ) : (
        <Button loading={isBusy} onClick={() => void add()} size="large" variant="secondary" wide>
          <ShoppingBag aria-hidden className="size-5" strokeWidth={1.5} />
          {t('addToCart')}
        </Button>
      )}
    </div>
  )
}
