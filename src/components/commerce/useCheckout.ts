'use client'

import { useEffect, useMemo, useState } from 'react'

import type { Billing } from '@/domain/commerce/invoices'
import type { ProviderName } from '@/domain/commerce/providers'
import type { Wishes } from '@/domain/commerce/wishes'
import type { CheckoutStart } from '@/operations/commerce/checkoutStart'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { checkoutPath } from '@/domain/commerce/paths'

import type { BillingChange } from './useBilling'

import { fetchSession, type SessionUser } from '../shell/session'
import { useQuery } from '../shell/useQuery'
import { chosenIn, providerIn } from './checkoutCalls'
import { wishesAsked, wishesIn } from './checkoutWishes'
import { rememberedGuest } from './guestMemory'
import type { useGift } from './gifts/useGift'
import { usePaying, type GuestDetails } from './usePaying'
import { useQuote, type Faults } from './useQuote'

/** The checkout as its page shows it. `user` is undefined until it is known. */
export type CheckoutState = Faults & {
  apply: (code: string) => Promise<void>
  billing: Billing
  /** Takes what the buyer says of themselves; the sum follows. */
  changeBilling: BillingChange
  /** Chooses one of the cohorts of a course. */
  choose: (course: string, cohort: string) => Promise<void>
  /** Whether it is for somebody else, and what is said of that. */
  gift: Omit<ReturnType<typeof useGift>, 'asked'>
  /** This page with the coupon that holds, for coming back to. */
  here: string
  isEmpty: boolean
  isPaying: boolean
  /** The sum is being asked for anew. */
  isQuoting: boolean
  /** Whether the buyer agreed to be reminded. */
  mayRemind: boolean
  /** Names prices or a tip; what was named before holds where they cannot be. */
  name: (change: Partial<Wishes>) => Promise<void>
  pay: () => Promise<void>
  /** Goes to pay without an account; answers the code of what was refused about the guest, or null. */
  payAsGuest: (guest: GuestDetails) => Promise<null | string>
  /** Whom is paid through; null where there is nothing to choose. */
  provider: null | ProviderName
  quote: null | PurchaseQuote
  remove: () => Promise<void>
  setMayRemind: (agreed: boolean) => void
  setProvider: (provider: ProviderName) => void
  /** Takes what is offered beside the purchase, or leaves it again; the sum follows. */
  take: (offer: string, isTaken: boolean) => Promise<void>
  user: null | SessionUser | undefined
  wasDeclined: boolean
}

/** Whether the payment page sent the buyer back; never on the server. */
const comesDeclined = (): boolean =>
  typeof location !== 'undefined' &&
  new URLSearchParams(location.search).get('payment') === 'declined'

/** Quotes what the page's address asks for, unless the page came with it; applies coupons, and opens the payment. */
export const useCheckout = (start: CheckoutStart | null): CheckoutState => {
  const query = useQuery()
  const asked = start ? start.offers.join() : query?.getAll('offer').join()
  const [taken, setTaken] = useState<null | readonly string[]>(null)
  const offers = useMemo(() => taken ?? asked?.split(',').filter(Boolean) ?? [], [asked, taken])
  const quoted = useQuote(start, offers)
  const { billing, faults, isQuoting, load, needsTelling, quote, setBilling } = quoted
  const [user, setUser] = useState<null | SessionUser | undefined>(start?.user)
  const [wanted, setProvider] = useState<null | ProviderName>(null)
  const [wasDeclined] = useState(comesDeclined)
  const cohorts = chosenIn(quote)
  const coupon = quote?.coupon ?? null
  const provider = providerIn(quote, wanted)
  const paying = usePaying({ offers, provider, quoted, setUser })

  useEffect(() => {
    if (start || taken || offers.length === 0) {
      return
    }
    const control = new AbortController()
    const begin = async () => {
      const found = await fetchSession(control.signal)
      if (control.signal.aborted) {
        return
      }
      setUser(found)
      const query = new URLSearchParams(location.search)
      await load({
        billing: rememberedGuest().billing,
        cohorts: query.getAll('cohort').join().split(',').filter(Boolean),
        coupon: query.get('coupon'),
        wishes: wishesAsked(query),
      })
    }
    void begin()

    return () => control.abort()
  }, [load, offers, start, taken])

  const changeBilling: BillingChange = (said, { isFinal }) => {
    setBilling(said)
    if (isFinal && quote?.taxation && needsTelling(said)) {
      void load({ billing: said, cohorts, coupon })
    }
  }
  const choose = (course: string, cohort: string) => {
    const others = (quote?.cohorts ?? []).flatMap((one) =>
      one.course === course ? [] : (one.chosen ?? []),
    )

    return load({ billing, cohorts: [...others, cohort], coupon })
  }

  const take = (offer: string, isTaken: boolean) => {
    const others = offers.filter((one) => one !== offer)
    const next = isTaken ? [...others, offer] : others
    setTaken(next)

    return load({ billing, cohorts, coupon, offers: next })
  }

  const name = (change: Partial<Wishes>) => {
    const held = wishesIn(quote)

    return load({
      billing,
      cohorts,
      coupon,
      wishes: {
        ...(change.currency === undefined
          ? {
              amounts: { ...held.amounts, ...change.amounts },
              currency: held.currency,
              tip: change.tip ?? held.tip,
            }
          : { amounts: {}, currency: change.currency, tip: 0 }),
      },
    })
  }

  return {
    ...faults,
    ...paying,
    name,
    apply: (code) => load({ billing, cohorts, coupon: code }),
    billing,
    changeBilling,
    choose,
    here: checkoutPath({
      cohorts,
      coupon,
      isGift: paying.gift.isGift,
      offers,
      wishes: wishesIn(quote),
    }),
    isEmpty: asked !== undefined && offers.length === 0,
    isQuoting,
    provider,
    quote,
    remove: () => load({ billing, cohorts, coupon: null }),
    setProvider,
    take,
    user,
    wasDeclined,
  }
}
