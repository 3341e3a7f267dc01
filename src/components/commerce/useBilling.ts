'use client'

import { useCallback, useRef, useState } from 'react'

import type { Billing } from '@/domain/commerce/invoices'

import { rememberedGuest } from './guestMemory'

/** Takes what was typed; once it is `isFinal` the sum is asked for anew, where tax depends on it. */
export type BillingChange = (billing: Billing, given: { isFinal: boolean }) => void

/** What of the particulars tax depends on. */
export const taxedBy = ({ country, postalCode, region, vatId }: Billing): Billing => ({
  country: country || null,
  postalCode: postalCode?.trim() || null,
  region: region || null,
  vatId: vatId?.trim() || null,
})

const wordsOf = (billing: Billing): string => Object.values(taxedBy(billing)).join('|')

/** What the buyer says of themselves, and whether the sum that is shown knows it. */
export const useBilling = () => {
  const [billing, setBilling] = useState(() => rememberedGuest().billing)
  const told = useRef(wordsOf({}))
  /** To be called with what a sum is asked for. */
  const markTold = useCallback((said: Billing) => {
    told.current = wordsOf(said)
  }, [])
  const needsTelling = useCallback((said: Billing) => wordsOf(said) !== told.current, [])

  return { billing, markTold, needsTelling, setBilling }
}
