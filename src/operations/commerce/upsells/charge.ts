import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Payments } from '@/adapters/payments/types'
import type { Money } from '@/domain/commerce/money'

import { paymentsOf } from '@/adapters/payments/index'
import { rows } from '@/database/transaction'

import type { OpenOrder } from '../openOrders'
import type { FirstOrder } from './first'

import { directOf } from '../direct'
import { chargesAgain } from '../providers'
import { receiveEvent } from '../receiveEvent'

/** Seconds after which a charge that nobody has heard of is made again, under the same key. */
const LEASE_SECONDS = 60

type Charges = Payments & { charge: NonNullable<Payments['charge']> }

/** Who charges the card that was kept with the first payment; null where none was, or not this much of this currency. */
export const chargeable = async ({
  first: { keepsCard, provider, session },
  money,
  req,
}: {
  first: FirstOrder
  money: Money
  req: PayloadRequest
}): Promise<Charges | null> => {
  const payments = keepsCard && session ? await paymentsOf(provider, req) : null
  const { charge } = payments ?? {}

  return payments &&
    charge &&
    payments.chargesAtOnce &&
    payments.takes(money) &&
    chargesAgain(payments, money)
    ? { ...payments, charge }
    : null
}

type Charging = {
  first: FirstOrder
  order: OpenOrder
  payments: Charges
  proposal: string
  req: PayloadRequest
  tenant: string
}

/**
 * Charges the kept card for an order, once however often and by however many it is asked: under the order's key, and while one asks the others
 * are answered `waiting`. What the provider says takes the one way in for events. `refused` where its holder has to pay on a page, for a
 * proof to her bank or by another card. Call it outside a transaction; throws PaymentUnavailable where it is not known what became of
 * it, and then asking again tells.
 */
export const chargeKept = async (
  charging: Charging,
): Promise<'charged' | 'refused' | 'waiting'> => {
  const { first, order, payments, req, tenant } = charging
  if (!(await claim(charging))) {
    return 'waiting'
  }
  const { currency, order: id, total: amount } = order
  const { name: provider } = payments
  try {
    const direct = await directOf({ order: id, provider, req, tenant })
    const delivery = await payments.charge({
      amount,
      currency,
      direct,
      idempotencyKey: id,
      isAsked: true,
      order: id,
      session: first.session ?? '',
      tenant,
    })
    if ((await payments.verifyEvent(delivery)).type === 'payment.failed') {
      await release(charging)

      return 'refused'
    }
    await receiveEvent({ ...delivery, payload: req.payload, provider, school: tenant })

    return 'charged'
  } catch (error) {
    await release(charging)
    throw error
  }
}

const claim = async ({ proposal, req }: Charging): Promise<boolean> => {
  const claimed = await rows(
    req,
    sql`update upsell_proposals set charging_at = now(), updated_at = now()
        where id = ${proposal} and (charging_at is null or charging_at < now() - make_interval(secs => ${LEASE_SECONDS})) returning id`,
  )

  return claimed.length > 0
}

const release = async ({ proposal, req }: Charging): Promise<void> => {
  await rows(req, sql`update upsell_proposals set charging_at = null where id = ${proposal}`)
}
