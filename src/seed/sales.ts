import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import { builtInPayouts } from '@/adapters/payouts/builtIn'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { reportDispute } from '@/operations/commerce/disputes/report'
import { settleLibraries } from '@/operations/commerce/libraries/settle'
import { askPayouts } from '@/operations/commerce/payouts/ask'
import { settlePayout } from '@/operations/commerce/payouts/settle'
import { askRefund } from '@/operations/commerce/refunds/ask'
import { settleRefund } from '@/operations/commerce/refunds/settle'

import type { Make } from './maker'
import type { Sold } from './selling'
import type { SeedSale, SeedSales } from './types'

import { seedMember } from './member'
import { accountOf } from './people'
import { idOf, offerOf, sell } from './selling'

type Given = { make: Make; req: PayloadRequest; sales: SeedSales; tenant: string }

/**
 * What a school has sold: as its buyers and staff would have made it, and with all that follows in the books. Payments are those of the
 * built-in gateway.
 */
export const seedSales = async (given: Given): Promise<void> => {
  const { make, req, sales, tenant } = given
  for (const tax of sales.taxes) {
    await make('tax-rates', { ...tax, validFrom: '2020-01-01T00:00:00.000Z' })
  }
  for (const { course, person, share } of sales.shares) {
    await make('revenue-shares', {
      course: await idOf(req, sql`select id from courses where slug = ${course}`),
      person: await accountOf(person, req),
      share,
      startsAt: '2020-01-01T00:00:00.000Z',
    })
  }
  for (const { offered, to, ...addition } of sales.additions) {
    await make('offer-additions', {
      ...addition,
      isActive: true,
      offer: await offerOf(req, to),
      offered: await offerOf(req, offered),
    })
  }
  const provider = builtInPayouts().name
  for (const person of sales.payees) {
    const holder = await accountOf(person, req)
    const account = `acct_${holder}`
    await make('payout-accounts', {
      holder,
      isReady: true,
      person: holder,
      provider,
      providerAccount: account,
    })
  }
  for (const sale of sales.sales) {
    const sold = await sell({ country: sales.country, req, sale, tenant })
    await follow({ req, sale, sold, tenant })
  }
  await seedMember({ req, sales, tenant })
}

/** What comes once the member's first month is over: it is shared by what was used, and one who shares is paid out. */
export const seedPayouts = ({
  payload,
  sales,
  tenant,
}: Pick<Given, 'sales' | 'tenant'> & { payload: Payload }): Promise<void> =>
  asTenant(tenant, async () => {
    await settleLibraries({ now: new Date(), payload })
    const req = await createLocalReq({}, payload)
    await inTransaction(req, async () => {
      const holder = await accountOf(sales.paidOut, req)
      for (const { id } of await askPayouts({ holder, req, scheduledAt: null, tenant })) {
        const state = {
          id: `po_${id}`,
          failure: null,
          status: 'paid',
          transfer: `tr_${id}`,
        } as const
        await settlePayout({ payout: id, req, state, tenant })
      }
    })
  })

const follow = async ({
  req,
  sale: { dispute, refund },
  sold: { currency, order, payment, total },
  tenant,
}: {
  req: PayloadRequest
  sale: SeedSale
  sold: Sold
  tenant: string
}): Promise<void> => {
  if (refund) {
    const asked = await askRefund({
      endsAccess: refund.amount === undefined,
      key: `demo_${order}`,
      order,
      reason: refund.reason,
      req,
      tenant,
      wish: { amount: refund.amount ?? total },
    })
    const id = asked?.id ?? ''
    const state = { id: `re_${id}`, failure: null, status: 'succeeded' } as const
    await settleRefund({ refund: id, req, state, tenant })
  }
  if (dispute) {
    await reportDispute({
      amount: total,
      currency,
      dispute: {
        id: `dp_${order}`,
        dueAt: new Date(Date.now() + 12 * 86_400_000).toISOString(),
        fee: dispute.fee,
        isWithdrawn: true,
        reason: dispute.reason,
        state: 'needsResponse',
      },
      occurredAt: new Date().toISOString(),
      payment,
      provider: 'test',
      req,
      tenant,
    })
  }
}
