'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { CheckoutStart } from '@/operations/commerce/checkoutStart'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { checkoutPath } from '@/domain/commerce/paths'
import { NO_WISHES, type Wishes } from '@/domain/commerce/wishes'

import { askQuote, chosenIn, isAboutCoupon, type Wanted } from './checkoutCalls'
import { isAboutAmounts, wishesIn } from './checkoutWishes'
import { rememberedGuest } from './guestMemory'
import { useBilling } from './useBilling'

/** Why something is refused; codes are keys of `errors`. */
export type Faults = {
  /** What was wrong with the price or the tip that was named last. */
  amountFault: null | string
  couponFault: null | string
  /** Why nothing can be bought here; null while something can. */
  fault: null | string
  payFault: null | string
}

export const NO_FAULTS: Faults = {
  amountFault: null,
  couponFault: null,
  fault: null,
  payFault: null,
}

/** The quote of what the page's address asks for: the one that came with the page, and each that is asked for after it. */
export const useQuote = (start: CheckoutStart | null, offers: readonly string[]) => {
  const [quote, setQuote] = useState<null | PurchaseQuote>(start?.quote ?? null)
  const [faults, setFaults] = useState<Faults>({ ...NO_FAULTS, ...start })
  const [isQuoting, setQuoting] = useState(false)
  const { billing, markTold, needsTelling, setBilling } = useBilling()
  const turn = useRef(0)
  const wishes = useRef(start ? wishesIn(start.quote) : NO_WISHES)

  /** Asks for the sum anew; what is answered to an earlier question is dropped. */
  const load = useCallback(
    async ({
      offers: asked = offers,
      wishes: stated,
      ...wanted
    }: Wanted & { offers?: readonly string[]; wishes?: Wishes }) => {
      turn.current += 1
      const mine = turn.current
      setQuoting(true)
      markTold(wanted.billing)
      const all = { ...wanted, offers: asked, wishes: stated ?? wishes.current }
      const first = await askQuote(all)
      const answer =
        !first.ok && first.code === 'cohortClosed' ? await askQuote({ ...all, cohorts: [] }) : first
      if (mine !== turn.current) {
        return
      }
      setQuoting(false)
      if (answer.ok) {
        wishes.current = wishesIn(answer.data)
        setQuote(answer.data)
        setFaults(NO_FAULTS)
        const isGift = new URLSearchParams(location.search).get('gift') === '1'
        history.replaceState(
          null,
          '',
          checkoutPath({
            cohorts: chosenIn(answer.data),
            coupon: answer.data.coupon,
            isGift,
            offers: asked,
            wishes: wishes.current,
          }),
        )

        return
      }
      if (isAboutAmounts(answer.code)) {
        if (wishes.current === NO_WISHES) {
          const suggested = await askQuote({ ...all, wishes: NO_WISHES })
          setQuote((held) => (suggested.ok ? suggested.data : held))
        }
        setFaults({ ...NO_FAULTS, amountFault: answer.code })

        return
      }
      if (!wanted.coupon || !isAboutCoupon(answer.code)) {
        setFaults({ ...NO_FAULTS, fault: answer.code })

        return
      }
      const plain = await askQuote({ ...all, coupon: null })
      setQuote((held) => (plain.ok ? plain.data : held))
      setFaults({ ...NO_FAULTS, [plain.ok ? 'couponFault' : 'fault']: answer.code })
    },
    [markTold, offers],
  )

  // What a guest typed before is known to this tab alone: the quote that came with the page lacks it.
  useEffect(() => {
    const said = rememberedGuest().billing
    const given = start?.quote
    if (!given?.taxation || !needsTelling(said)) {
      return
    }
    const soon = setTimeout(
      () => void load({ billing: said, cohorts: chosenIn(given), coupon: given.coupon }),
    )

    return () => clearTimeout(soon)
  }, [load, needsTelling, start])

  return { billing, faults, isQuoting, load, needsTelling, quote, setBilling, setFaults, setQuote }
}
