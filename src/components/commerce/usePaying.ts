'use client'

import { useLocale } from 'next-intl'
import { useState } from 'react'

import type { ProviderName } from '@/domain/commerce/providers'

import type { SessionUser } from '../shell/session'

import { useGift } from './gifts/useGift'
import { chosenIn, isAboutCoupon, placeOrder } from './checkoutCalls'
import { rememberedGuest, rememberGuest } from './guestMemory'
import { missingPlace } from './taxPlace'
import { NO_FAULTS, type useQuote } from './useQuote'

/** What a guest is asked. */
export type GuestDetails = { email: string; name: string }

/** Goes from a quote to the page on which it is paid, and shows what was refused on the way. */
export const usePaying = ({
  offers,
  provider,
  quoted: { billing, load, quote, setFaults, setQuote },
  setUser,
}: {
  offers: readonly string[]
  provider: null | ProviderName
  quoted: ReturnType<typeof useQuote>
  setUser: (user: null | SessionUser) => void
}) => {
  const locale = useLocale()
  const [isPaying, setPaying] = useState(false)
  const { asked: giftAsked, ...gift } = useGift()
  const [mayRemind, setMayRemind] = useState(false)
  const again = () => load({ billing, cohorts: chosenIn(quote), coupon: quote?.coupon ?? null })
  const order = (said: object) =>
    placeOrder({ billing, locale, offers, provider, quote, said: { ...said, mayRemind } })
  const refuseCoupon = async (code: string) => {
    await again()
    setFaults({ ...NO_FAULTS, couponFault: code })
  }

  const pay = async () => {
    const given = giftAsked()
    if (given === undefined) {
      return
    }
    const missing = missingPlace(quote?.taxation, billing)
    setFaults({ ...NO_FAULTS, payFault: missing })
    if (missing) {
      return
    }
    setPaying(true)
    const answer = await order({ gift: given })
    if (answer.ok) {
      location.assign(answer.data.url)

      return
    }
    setPaying(false)
    const { code } = answer
    if (code === 'signInRequired') {
      setUser(null)
    } else if (code === 'alreadyOwned') {
      setQuote((held) => held && { ...held, isOwned: true })
    } else if (isAboutCoupon(code)) {
      await refuseCoupon(code)
    } else {
      if (code.startsWith('cohort') || ['priceChanged', 'providerUnavailable'].includes(code)) {
        await again()
      }
      setFaults({ ...NO_FAULTS, payFault: code })
    }
  }

  const payAsGuest = async (guest: GuestDetails): Promise<null | string> => {
    const { previous } = rememberedGuest()
    const answer = await order({ buyer: { ...guest, previous } })
    if (answer.ok) {
      const { key, order: placed, url } = answer.data
      rememberGuest({ ...guest, billing, previous: key ? { key, order: placed } : null })
      location.assign(url)

      return null
    }
    if (isAboutCoupon(answer.code)) {
      await refuseCoupon(answer.code)
    } else if (answer.code === 'priceChanged') {
      await again()
    }

    return answer.code
  }

  return { gift, isPaying, mayRemind, pay, payAsGuest, setMayRemind }
}
