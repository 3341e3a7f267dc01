import type { ComponentProps } from 'react'

import { Island } from '@/components/ui/Island'

import { Checkout } from './Checkout'

/** The checkout as the part of one reader: rendered for her by the server, and alive in the browser. */
export const CheckoutPart = (given: ComponentProps<typeof Checkout>) => (
  <Island name="Checkout" given={given} of={Checkout} />
)
