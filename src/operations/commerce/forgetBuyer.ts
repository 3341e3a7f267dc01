import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { rows } from '@/database/transaction'
import { afterWithdrawal, isCancelable, RUNNING } from '@/domain/commerce/subscriptions'

import { cancelSubscription } from './subscriptions/cancel'
import { holdSubscription, saveState } from './subscriptions/store'

type Given = { buyer: string; req: PayloadRequest; tenant: string }

const runningOf = ({ buyer, req }: Given) =>
  rows<{ id: string }>(
    req,
    sql`select id from subscriptions where buyer_id = ${buyer} and status::text in (${sql.join(
      RUNNING.map((status) => sql`${status}`),
      sql`, `,
    )}) order by id`,
  )

/** Lets the buyer's subscriptions run out, so that nothing is charged of somebody who is leaving. */
export const cancelAll = async (given: Given): Promise<void> => {
  const { buyer, req, tenant } = given
  for (const { id } of await runningOf(given)) {
    const held = await holdSubscription({ id, buyer, req })
    if (held && isCancelable(held.state, held.terms)) {
      await cancelSubscription({ id, buyer, now: new Date(), req, tenant })
    }
  }
}

/**
 * Ends whatever the buyer still pays for, and takes what was typed about the buyer out of the orders
 * and the cart, and what was left unfinished: their sums stay, and so do the invoices, which say what the law asks for.
 */
export const forgetBuyer = async (given: Given): Promise<void> => {
  const { buyer, req, tenant } = given
  for (const { id } of await runningOf(given)) {
    const held = await holdSubscription({ id, buyer, req })
    if (held && RUNNING.includes(held.state.status)) {
      await saveState({ id, req, state: afterWithdrawal(held.state), tenant })
    }
  }
  await rows(req, sql`delete from cart_items where buyer_id = ${buyer}`)
  await rows(
    req,
    sql`update gifts set message = null, updated_at = now(),
          recipient_name = case when status in ('cancelled', 'redeemed') then '–' else recipient_name end,
          recipient_email = case when status in ('cancelled', 'redeemed') then 'nobody@invalid' else recipient_email end
        where buyer_id = ${buyer} or redeemed_by_id = ${buyer}`,
  )
  await rows(
    req,
    sql`update place_transfers set reason = '–', updated_at = now() where ${buyer} in (holder_id, receiver_id) and reason is not null`,
  )
  await rows(
    req,
    sql`update refunds set reason = '–', updated_at = now() where reason is not null and order_id in (select id from orders where buyer_id = ${buyer})`,
  )
  await rows(req, sql`delete from abandoned_checkouts where buyer_id = ${buyer}`)
  await rows(
    req,
    sql`update subscriptions set cancel_note = null, updated_at = now() where buyer_id = ${buyer} and cancel_note is not null`,
  )
  await rows(
    req,
    sql`update subscriptions set card = null, card_keys = null, card_page = null, updated_at = now()
        where buyer_id = ${buyer} and coalesce(card, card_keys, card_page) is not null`,
  )
  await rows(
    req,
    sql`update orders set guest_name = null, billing = null, updated_at = now()
        where buyer_id = ${buyer} and (guest_name is not null or billing is not null)`,
  )
  await rows(
    req,
    sql`update orders set expires_at = now(), updated_at = now()
        where buyer_id = ${buyer} and status = 'pending' and expires_at > now()`,
  )
}

/** Ends what an erased account would earn from now on, and forgets where it was paid; what it earned stays in the books. */
export const forgetEarner = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<void> => {
  await rows(
    req,
    sql`update revenue_shares set ends_at = greatest(starts_at, now()), updated_at = now()
        where person_id = ${account} and (ends_at is null or ends_at > now())`,
  )
  await rows(req, sql`delete from payout_accounts where person_id = ${account}`)
}
