/**
 * Where a gift stands: its order waits for payment, it is paid and waits for its day, its mail was sent, somebody took it,
 * or its money went back before anybody had.
 */
export type GiftStatus = 'cancelled' | 'ordered' | 'redeemed' | 'scheduled' | 'sent'

/** What a buyer says of a gift; `deliverAt` is null where it is sent as soon as it is paid. */
export type GiftWish = {
  deliverAt: Date | null
  email: string
  message: null | string
  name: string
}

export const LONGEST_GIFT_MESSAGE = 1000

/** Days ahead to which a gift can be sent. */
export const MOST_GIFT_DAYS = 366

/** How often a gift's mail is sent again. */
export const MOST_GIFT_MAILS = 10

/** Whether a gift is what was asked for before. */
export const isSameGift = (one: GiftWish, other: GiftWish): boolean =>
  one.email === other.email &&
  one.name === other.name &&
  (one.message ?? '') === (other.message ?? '') &&
  one.deliverAt?.getTime() === other.deliverAt?.getTime()

type Sold = {
  amount: number
  isForCohort: boolean
  isOnRequest: boolean
  terms: null | object
}

/** Whether an offer can be given to somebody else: what is paid once, and asks nothing of whoever gets it. */
export const isGiftable = ({ amount, isForCohort, isOnRequest, terms }: Sold): boolean =>
  amount > 0 && !isForCohort && !isOnRequest && terms === null
