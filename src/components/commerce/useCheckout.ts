'use client'

import { useLocale } from 'next-intl'
import { useCallback, useEffect, useMemo, useState } from 'react'

import type { Billing } from '@/domain/commerce/invoices'
import type { CheckoutStart } from '@/operations/commerce/checkoutStart'
import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { checkoutPath } from '@/domain/commerce/paths'

import { callApi, type Answer } from '../shell/api'
import { fetchSession, type SessionUser } from '../shell/session'
import { useQuery } from '../shell/useQuery'
import { rememberedGuest, rememberGuest } from './guestMemory'

/** What a guest is asked. */
export type GuestDetails = { email: string; name: string }

/** The checkout as its page shows it. Codes are keys of `errors`; `user` is undefined until it is known. */
export type CheckoutState = {
  apply: (code: string) => Promise<void>
  billing: Billing
  /** Chooses one of the cohorts of a course. */
  choose: (course: string, cohort: string) => Promise<void>
  couponFault: null | string
  /** Why nothing can be bought here; null while something can. */
  fault: null | string
  /** This page with the coupon that holds, for coming back to. */
  here: string
  isEmpty: boolean
  isPaying: boolean
  /** The sum is being asked for anew. */
  isQuoting: boolean
  pay: () => Promise<void>
  /** Goes to pay without an account; answers the code of what was refused about the guest, or null. */
  payAsGuest: (guest: GuestDetails) => Promise<null | string>
  payFault: null | string
  quote: null | PurchaseQuote
  remove: () => Promise<void>
  setBilling: (billing: Billing) => void
  user: null | SessionUser | undefined
  wasDeclined: boolean
}

type Faults = Pick<CheckoutState, 'couponFault' | 'fault' | 'payFault'>

const NONE: Faults = { couponFault: null, fault: null, payFault: null }

type Placed = { key?: string; order: string; url: string }

const isAboutCoupon = (code: string): boolean => code.startsWith('coupon')

type Asked = { cohorts: readonly string[]; coupon: null | string; offers: readonly string[] }

const ask = ({ cohorts, coupon, offers }: Asked): Promise<Answer<PurchaseQuote>> =>
  callApi('/api/checkout/quote', {
    body: { cohorts, coupon, items: offers.map((offer) => ({ offer })) },
  })

const chosenIn = (quote: null | PurchaseQuote): string[] =>
  quote?.cohorts?.flatMap(({ chosen }) => chosen ?? []) ?? []

/** Whether the payment page sent the buyer back; never on the server. */
const comesDeclined = (): boolean =>
  typeof location !== 'undefined' &&
  new URLSearchParams(location.search).get('payment') === 'declined'

/** Quotes what the page's address asks for, unless the page came with it; applies coupons, and opens the payment. */
export const useCheckout = (start: CheckoutStart | null): CheckoutState => {
  const query = useQuery()
  const asked = start ? start.offers.join() : query?.getAll('offer').join()
  const offers = useMemo(() => asked?.split(',').filter(Boolean) ?? [], [asked])
  const locale = useLocale()
  const [quote, setQuote] = useState(start?.quote ?? null)
  const [faults, setFaults] = useState<Faults>({ ...NONE, ...start })
  const [billing, setBilling] = useState(() => rememberedGuest().billing)
  const [user, setUser] = useState<null | SessionUser | undefined>(start?.user)
  const [isPaying, setPaying] = useState(false)
  const [isQuoting, setQuoting] = useState(false)
  const [wasDeclined] = useState(comesDeclined)
  const cohorts = chosenIn(quote)
  const here = checkoutPath({ cohorts, coupon: quote?.coupon, offers })

  const load = useCallback(
    async (coupon: null | string, cohorts: readonly string[]) => {
      setQuoting(true)
      const first = await ask({ cohorts, coupon, offers })
      const answer =
        !first.ok && first.code === 'cohortClosed'
          ? await ask({ cohorts: [], coupon, offers })
          : first
      setQuoting(false)
      if (answer.ok) {
        setQuote(answer.data)
        setFaults(NONE)
        history.replaceState(
          null,
          '',
          checkoutPath({ cohorts: chosenIn(answer.data), coupon: answer.data.coupon, offers }),
        )

        return
      }
      if (!coupon || !isAboutCoupon(answer.code)) {
        setFaults({ ...NONE, fault: answer.code })

        return
      }
      const plain = await ask({ cohorts, coupon: null, offers })
      setQuote((held) => (plain.ok ? plain.data : held))
      setFaults({ ...NONE, [plain.ok ? 'couponFault' : 'fault']: answer.code })
    },
    [offers],
  )

  useEffect(() => {
    if (start || offers.length === 0) {
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
      await load(query.get('coupon'), query.getAll('cohort').join().split(',').filter(Boolean))
    }
    void begin()

    return () => control.abort()
  }, [load, offers, start])

  const order = (body: object) =>
    callApi<Placed>('/api/checkout', {
      body: {
        ...body,
        billing,
        cohorts,
        coupon: quote?.coupon ?? null,
        items: offers.map((offer) => ({ offer })),
        locale,
      },
    })

  const pay = async () => {
    setPaying(true)
    const answer = await order({})
    if (answer.ok) {
      location.assign(answer.data.url)

      return
    }
    setPaying(false)
    if (answer.code === 'signInRequired') {
      setUser(null)
    } else if (answer.code === 'alreadyOwned') {
      setQuote((held) => held && { ...held, isOwned: true })
    } else if (isAboutCoupon(answer.code)) {
      await refuseCoupon(answer.code)
    } else if (answer.code.startsWith('cohort')) {
      await load(quote?.coupon ?? null, cohorts)
      setFaults({ ...NONE, payFault: answer.code })
    } else {
      setFaults({ ...NONE, payFault: answer.code })
    }
  }

  const refuseCoupon = async (code: string) => {
    await load(quote?.coupon ?? null, cohorts)
    setFaults({ ...NONE, couponFault: code })
  }

  const payAsGuest = async (guest: GuestDetails) => {
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
    }

    return answer.code
  }

  return {
    ...faults,
    apply: (code) => load(code, cohorts),
    billing,
    choose: (course, cohort) =>
      load(quote?.coupon ?? null, [
        ...(quote?.cohorts ?? []).flatMap((one) =>
          one.course === course ? [] : (one.chosen ?? []),
        ),
        cohort,
      ]),
    here,
    isEmpty: asked !== undefined && offers.length === 0,
    isPaying,
    isQuoting,
    pay,
    payAsGuest,
    quote,
    remove: () => load(null, cohorts),
    setBilling,
    user,
    wasDeclined,
  }
}
