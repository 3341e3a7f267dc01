'use client'

import { lazy, Suspense, type ComponentProps } from 'react'

// Fetched where tax is charged: it knows every country.
const Fields = lazy(async () => ({ default: (await import('./TaxPlaceFields')).TaxPlaceFields }))

/** Where the buyer lives, as far as tax depends on it. */
export const BuyerPlace = (given: ComponentProps<typeof Fields>) => (
  <Suspense>
    <Fields {...given} />
  </Suspense>
)
