import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { DisputeState } from '@/domain/commerce/disputes'
import type { Locale } from '@/domain/tenancy/locales'

import { row, rows } from '@/database/transaction'
import { DISPUTE_REASONS } from '@/domain/learning/disputeReasons'

import { changeEnrollments } from './enrollmentChanges/change'
import { closeGrants } from './takeBack'

type Given = { dispute: string; req: PayloadRequest; tenant: string }

type Held = {
  isWithdrawn: boolean
  locale: Locale | null
  order: string
  state: DisputeState
  subscription: null | string
  suspended: null | string[]
}

/**
 * Moves access as a dispute says, where the school closes what is contested: while the money is held by it, what its order
 * alone opened is paused; what was paused goes on when it is won, and what the order opened ends when it is lost. What staff
 * changed meanwhile stays, and twice is once. Runs in the caller's transaction.
 */
export const followDispute = async (given: Given): Promise<void> => {
  const { dispute, req } = given
  const held = await row<Held>(
    req,
    sql`select d.state::text as state, coalesce(d.is_withdrawn, false) as "isWithdrawn", d.suspended, o.id as "order",
          o.subscription_id as subscription, coalesce(o.locale, t.settings_locale::text) as locale
        from disputes d join orders o on o.id = d.order_id join tenants t on t.id = d.tenant_id
        where d.id = ${dispute} and coalesce(t.settings_dispute_access::text, 'suspend') = 'suspend' for update of d`,
  )
  if (!held) {
    return
  }
  if (held.state === 'lost') {
    await end(given, held)
  } else if (held.state === 'won') {
    await change(given, held, { action: 'resume', enrollments: held.suspended ?? [] })
  } else if (held.isWithdrawn && held.suspended === null) {
    await pause(given, held)
  }
}

/** What the learner reads in the history of their access. */
const reasonOf = ({ locale }: Held, action: 'pause' | 'remove' | 'resume'): string =>
  DISPUTE_REASONS[locale ?? 'en'][action]

const change = async (
  { req, tenant }: Given,
  held: Held,
  { action, enrollments }: { action: 'pause' | 'resume'; enrollments: readonly string[] },
): Promise<void> => {
  await changeEnrollments({
    action,
    cohort: null,
    enrollments,
    notifies: true,
    reason: reasonOf(held, action),
    req,
    tenant,
    term: 'forever',
  })
}

/** The grants by which an order opened the enrollment `e`: its own, or those of the subscription that it paid for. */
const opens = ({ order, subscription }: Held) =>
  sql`(coalesce(g.order_id = ${order}, false) or g.key = ${`subscription:${subscription ?? ''}`})`

const openedBy = (req: PayloadRequest, held: Held) =>
  rows<{ id: string; isOpenElse: boolean }>(
    req,
    sql`select e.id, exists (select 1 from access_grants g where g.enrollment_id = e.id and not ${opens(held)}
            and (g.ends_at is null or g.ends_at > now())) as "isOpenElse"
        from enrollments e where e.learner_id = (select buyer_id from orders where id = ${held.order})
          and exists (select 1 from access_grants g where g.enrollment_id = e.id and ${opens(held)})
        order by e.id for no key update of e`,
  )

const pause = async (given: Given, held: Held): Promise<void> => {
  const { dispute, req } = given
  const opened = await openedBy(req, held)
  const active = await rows<{ id: string }>(
    req,
    sql`select id from enrollments where status = 'active'
          and id::text in (select jsonb_array_elements_text(${JSON.stringify(
            opened.filter(({ isOpenElse }) => !isOpenElse).map(({ id }) => id),
          )}::jsonb)) order by id`,
  )
  const enrollments = active.map(({ id }) => id)
  await rows(
    req,
    sql`update disputes set suspended = ${JSON.stringify(enrollments)}::jsonb where id = ${dispute}`,
  )
  await change(given, held, { action: 'pause', enrollments })
}

const end = async ({ req, tenant }: Given, held: Held): Promise<void> => {
  const now = new Date()
  const { order, subscription } = held
  const reason = reasonOf(held, 'remove')
  for (const { id } of await openedBy(req, held)) {
    await closeGrants({ enrollment: id, now, order, reason, req, subscription, tenant })
  }
}
