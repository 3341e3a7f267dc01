import type { PayloadRequest } from 'payload'

import type { GiftWish } from '@/domain/commerce/gifts'
import type { Billing } from '@/domain/commerce/invoices'
import type { Wishes } from '@/domain/commerce/wishes'
import type { Locale } from '@/domain/tenancy/locales'
import type { GuestAccount } from '@/operations/identity/guests'

import { hourOf, INVITATION_MS } from '@/domain/commerce/guests'
import { checkoutPath } from '@/domain/commerce/paths'
import { withNext } from '@/domain/identity/nextPath'
import { accountOfGuest } from '@/operations/identity/guests'
import { inviteToSetPassword } from '@/operations/identity/invitations'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { languageFor } from '@/operations/translation/reading'

import type { OpenOrder } from './openOrders'
import type { Placed } from './placeOrder'
import type { Assessed } from './tax/assess'

import { offersOnSale } from './offers'
import { opensOrder } from './orderKeys'
import { offersOf, wishesOf } from './orders/wished'
import { ownershipOf } from './ownership'
import { placeOrder } from './placeOrder'

/**
 * Somebody who buys without signing in. `previous` is the order this browser placed before, with its
 * key: it is given up for the new one.
 */
export type Guest = {
  email: string
  /** What the checkout was read in, for an account that is new. */
  locale: Locale | null
  name: string
  previous: null | { key: string; order: string }
}

type Asked = {
  billing?: Billing | null
  code?: null | string
  cohorts?: readonly string[]
  gift?: GiftWish | null
  guest: Guest
  mayRemind?: boolean
  now: Date
  offers: readonly string[]
  provider?: null | string
  req: PayloadRequest
  tax?: Assessed | null
  tenant: string
  total?: null | number
  wishes?: Wishes
}

/**
 * Places a guest's order for the account of the address, new or known, in the caller's transaction.
 * What is answered and refused is the same for every address; what there is to say about the account
 * is said to its inbox: a free order waits until the address is proved by a link, and who has an account
 * is asked to sign in where nothing should be paid.
 */
export const placeGuestOrder = async ({ guest, ...asked }: Asked): Promise<Placed> => {
  const { now, req, tenant } = asked
  const { name, email, locale, previous } = guest
  const account = await accountOfGuest({ name, email, locale, req, tenant })
  const isOurs = previous && opensOrder({ key: previous.key, now, order: previous.order, tenant })
  const placed = await placeOrder({
    ...asked,
    buyer: account.id,
    guest: { name, previous: isOurs ? previous.order : null },
    locale,
  })
  await writeTo({ account, asked, order: placed.order })

  return placed
}

const writeTo = async ({
  account,
  asked: { now, offers, req, tenant },
  order,
}: {
  account: GuestAccount
  asked: Pick<Asked, 'now' | 'offers' | 'req' | 'tenant'>
  order: OpenOrder
}): Promise<void> => {
  const isFree = order.total === 0
  const language = await languageFor({ locale: account.locale, req, tenant })
  const bought = await offersOnSale(req, offers, language)
  const { isWhole: isOwned } = await ownershipOf({ buyer: account.id, offers: bought, req })
  const school = await schoolOf({ req, tenant })
  if (!school || (!isFree && !isOwned)) {
    return
  }
  const course = bought.flatMap(({ courses }) => courses.map(({ title }) => title)).join(', ')
  const occasion = `${account.id}:${hourOf(now)}`
  if (!account.isProved && isFree) {
    await inviteToSetPassword({
      account: account.id,
      course,
      key: `setPassword:${occasion}`,
      lifetimeMs: INVITATION_MS,
      locale: school.locale,
      origin: school.origin,
      req,
      tenant,
    })
  } else if (account.status === 'active') {
    await queueEmail({
      data: { name: account.name, course, url: `${school.origin}${backBySigningIn(order)}` },
      key: `signInInstead:${occasion}`,
      locale: account.locale ?? school.locale,
      req,
      template: 'signInInstead',
      to: account.email,
    })
  }
}

const backBySigningIn = (order: OpenOrder): string =>
  withNext(
    '/sign-in',
    checkoutPath({
      cohorts: order.lines.flatMap(({ cohort }) => cohort ?? []),
      coupon: order.code,
      offers: offersOf(order.lines),
      wishes: wishesOf(order),
    }),
  )
