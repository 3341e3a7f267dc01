'use client'

import { ShoppingBag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'
import { CART_PATH } from '@/domain/commerce/paths'

import { countHere, onCartChanged } from './store'

/** The way to the cart, with how many things are in it; nothing while it is empty. */
export const CartLink = () => {
  const t = useTranslations('shell')
  const count = useSyncExternalStore(onCartChanged, countHere, () => 0)

  return count === 0 ? null : (
    <ButtonLink
      className="relative rounded-full"
      href={CART_PATH}
      prefetch={false}
      size="icon"
      variant="quiet"
    >
      <ShoppingBag aria-hidden className="size-5" strokeWidth={1.5} />
      <VisuallyHidden>{t('cart', { count })}</VisuallyHidden>
      <span
        aria-hidden
        className="absolute end-0 top-0 flex min-w-5 items-center justify-center rounded-full bg-accent px-1 text-xs leading-5 font-semibold text-accent-contrast tabular-nums"
      >
        {count}
      </span>
    </ButtonLink>
  )
}
