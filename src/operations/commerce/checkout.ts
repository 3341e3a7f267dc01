import type { PayloadRequest } from 'payload'

import type { GiftWish } from '@/domain/commerce/gifts'
import type { Billing } from '@/domain/commerce/invoices'
import type { Wishes } from '@/domain/commerce/wishes'
import type { Locale } from '@/domain/tenancy/locales'
import type { Payments } from '@/adapters/payments/types'

import { TaxUnavailable } from '@/adapters/tax/types'
import { inTransaction } from '@/database/transaction'
import { checkoutPath, completePath } from '@/domain/commerce/paths'
import { RuleError } from '@/domain/errors'

import type { OpenOrder } from './openOrders'
import type { Guest } from './placeGuestOrder'
import type { Placed } from './placeOrder'
import type { Assessed } from './tax/assess'

import { keyOf } from './orderKeys'
import { offersOf, wishesOf } from './orders/wished'
import { closePages, payPage } from './payPage'
import { placeGuestOrder } from './placeGuestOrder'
import { placeOrder } from './placeOrder'
import { pricePurchase } from './pricePurchase'
import { providerFor } from './providers'
import { taxSettings } from './tax/settings'

/** Who buys, signed in; an unconfirmed address cannot. */
export type Buyer = { email: string; emailVerified: boolean; id: string; locale: Locale | null }

type Asked = {
  billing?: Billing | null
  buyer: Buyer | Guest
  code?: null | string
  cohorts?: readonly string[]
  /** Whom it is for, where that is somebody else. */
  gift?: GiftWish | null
  /** Language the checkout is read in. */
  locale?: Locale | null
  /** Whether the buyer agreed to be reminded of it while it is not paid. */
  mayRemind?: boolean
  now: Date
  offers: readonly string[]
  /** Origin of the school's pages, as in `https://learn.example.com`. */
  origin: string
  /** Whom the buyer wants to pay through; the first that can take the money where she has not said. */
  provider?: null | string
  req: PayloadRequest
  tenant: string
  /** What the buyer was shown, in minor units; at another price nothing is placed. */
  total?: null | number
  wishes?: Wishes
}

/** What a buyer is told: her order, and where to go now. `total` in minor units; `key` opens a guest's order. */
export type CheckedOut = {
  currency: string
  key?: string
  order: string
  total: number
  url: string
}

/**
 * Places an order and opens the page on which it is paid; call it outside a transaction, since it
 * waits for the provider. Throws confirmEmailFirst, what `placeOrder` and `providerFor` refuse, what is missing for the tax
 * (countryNeeded, regionNeeded, postalCodeNeeded), TaxUnavailable when nobody calculates it, and PaymentUnavailable
 * when no page could be opened: then the order has failed and its coupon is free again.
 */
export const checkout = async (asked: Asked): Promise<CheckedOut> => {
  const { req } = asked
  const tax = await taxOf(asked)
  const { order, payments, replaced } = await inTransaction(req, async () => {
    const placed = await place({ ...asked, tax })

    return { ...placed, payments: await payee(asked, placed.order) }
  })
  await closePages(req, replaced)
  const url = payments
    ? await payPage({
        ...asked,
        cancelUrl: cancelPage(asked, order),
        customerEmail: asked.buyer.email,
        locale: asked.locale ?? asked.buyer.locale ?? '',
        order,
        payments,
        successUrl: completePage(asked, order),
      })
    : completePage(asked, order)
  const key = order.isGuest ? { key: keyOf(order, asked.tenant) } : {}

  return { currency: order.currency, order: order.order, total: order.total, url, ...key }
}

/** Who takes the money for an order; null where there is nothing to pay, now or later. */
const payee = async (
  { provider, req }: Asked,
  { currency, isRecurring, lines, provider: opened, total }: OpenOrder,
): Promise<null | Payments> =>
  total === 0 && !isRecurring
    ? null
    : providerFor({
        isNamed: lines.some(({ isNamed }) => isNamed),
        money: { amount: total, currency },
        recurs: isRecurring,
        req,
        wanted: provider ?? opened,
      })

/** How the purchase is taxed; null where the school charges no tax. */
const taxOf = async (asked: Asked): Promise<Assessed | null> => {
  const { buyer } = asked
  if (!(await taxSettings(asked))) {
    return null
  }
  const { tax } = await pricePurchase({ ...asked, buyer: 'id' in buyer ? buyer.id : null })
  const needs = tax?.shown.needs ?? null
  if (needs === 'service') {
    throw new TaxUnavailable('The tax of a purchase could not be calculated.')
  }
  if (needs) {
    throw new RuleError(`${needs}Needed`)
  }

  return tax
}

const place = (asked: Asked & { tax: Assessed | null }): Promise<Placed> => {
  const { buyer } = asked
  if (!('id' in buyer)) {
    return placeGuestOrder({ ...asked, guest: buyer })
  }
  if (!buyer.emailVerified) {
    throw new RuleError('confirmEmailFirst')
  }

  return placeOrder({ ...asked, buyer: buyer.id, locale: buyer.locale ?? asked.locale })
}

const pageOf = ({ origin }: Asked, path: string): string => new URL(path, origin).toString()

/** Where the buyer comes to from paying; a guest by the order's key. */
const completePage = (asked: Asked, order: OpenOrder): string =>
  pageOf(asked, completePath(order.order, order.isGuest ? keyOf(order, asked.tenant) : null))

const cancelPage = (asked: Asked, order: OpenOrder): string =>
  pageOf(
    asked,
    checkoutPath({
      cohorts: order.lines.flatMap(({ cohort }) => cohort ?? []),
      coupon: order.code,
      offers: offersOf(order.lines),
      wishes: wishesOf(order),
    }),
  )
