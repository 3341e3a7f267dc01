import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { cn } from '@/components/ui/classes'

import { usePriceText } from './usePriceText'

/** What an offer costs, in one line. */
export const OfferPrice = ({ className, offer }: { className?: string; offer: CourseOffer }) => {
  const { price } = usePriceText()

  return (
    <span className={cn('tabular-nums', offer.open ? 'text-end' : 'whitespace-nowrap', className)}>
      {price(offer)}
    </span>
  )
}
