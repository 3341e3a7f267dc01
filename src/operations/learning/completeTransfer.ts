import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { AccessRule } from '@/domain/commerce/access'
import type { Locale } from '@/domain/tenancy/locales'

import { row, rows } from '@/database/transaction'
import { MOVE_REASONS } from '@/domain/commerce/moveReasons'
import { askRefund } from '@/operations/commerce/refunds/ask'
import { moveEarnings } from '@/operations/commerce/transfers/earnings'
import { announce } from '@hooks/events/announce'

import { enroll } from './enroll'
import { recordChange, recordUntil } from './enrollmentChanges/record'
import { closeGrants } from './takeBack'

type Given = { order: string; req: PayloadRequest; tenant: string }

/** A move whose order is paid: from the line of an order to the course of another. */
type Move = {
  access: AccessRule
  cohort: null | string
  course: string
  from: { course: string; enrollment: null | string; order: string }
  id: string
  isDone: boolean
  key: string
  line: string
  /** In which the buyer reads. */
  locale: Locale | null
  paidAt: string
  reason: string
  receiver: string
  total: number
}

/**
 * Moves the place that a paid order says is to be moved, and answers whether it is such an order: what it opened closes, with
 * its progress kept, what it goes to opens, and those earn of it who share in its new course. Where the place is not there any more, what was
 * paid for the move goes back. Twice is once. Runs in the caller's transaction.
 */
export const completeTransfer = async (given: Given): Promise<boolean> => {
  const { req, tenant } = given
  const found = await moveOf(given)
  if (!found || found.isDone) {
    return found !== undefined
  }
  await rows(req, sql`select 1 from orders where id = ${found.from.order} for no key update`)
  const held = await heldEnrollment(found, req)
  if (!held) {
    await returnMoney(found, given)

    return true
  }
  await rows(
    req,
    sql`update place_transfers set completed_at = now(), updated_at = now() where id = ${found.id}`,
  )
  await (held.learner === found.receiver && found.course === found.from.course
    ? moveWithin(held.enrollment, found, given)
    : moveOver(held.enrollment, found, given))
  if (found.course !== found.from.course) {
    await moveAllEarnings(found, given)
  }
  await announce({ data: { transfer: found.id }, fact: 'place.moved', req, tenant })

  return true
}

const moveOf = ({ order, req }: Given): Promise<Move | undefined> =>
  row<Move>(
    req,
    sql`select m.id, m.key, m.line_id as line, m.completed_at is not null as "isDone", m.receiver_id as receiver, coalesce(m.reason, '') as reason,
          json_build_object('course', f.course_id, 'order', f.order_id) as "from", l.course_id as course, l.cohort_id as cohort,
          json_build_object('unit', l.access_unit, 'count', l.access_count::int, 'until', l.access_until) as access,
          to_json(coalesce(o.paid_at, o.updated_at)) #>> '{}' as "paidAt", o.total::float8 as total,
          coalesce(o.locale, u.locale::text, t.settings_locale::text) as locale
        from place_transfers m join tenants t on t.id = m.tenant_id join orders o on o.id = m.order_id join users u on u.id = o.buyer_id join order_lines l on l.order_id = o.id
        join order_lines f on f.id = m.line_id
        where m.order_id = ${order} and o.status = 'paid' for update of m`,
  )

/** The enrollment that the place is in, where it is there still: open by the order it was bought with, and moved by nobody. */
const heldEnrollment = ({ line }: Move, req: PayloadRequest) =>
  row<{ enrollment: string; learner: string }>(
    req,
    sql`select e.id as enrollment, e.learner_id as learner from order_lines l join orders o on o.id = l.order_id
        join enrollments e on e.learner_id = o.buyer_id and e.course_id = l.course_id
        join access_grants g on g.enrollment_id = e.id and g.order_id = o.id and (g.ends_at is null or g.ends_at > now())
        where l.id = ${line} and not exists (select 1 from place_transfers d where d.line_id = l.id and d.completed_at is not null)
        for no key update of e`,
  )

/** Gives back what was paid for a move of a place that is gone. */
const returnMoney = async (
  { key, locale, total, ...move }: Move,
  { order, req, tenant }: Given,
) => {
  if (total > 0) {
    const reason = move.reason || MOVE_REASONS[locale ?? 'en'].gone
    const wish = { amount: total }
    await askRefund({ endsAccess: true, key: `${key}:gone`, order, reason, req, tenant, wish })
  }
}

/** Opens what the move's own order bought, as any paid order does. */
const enrollMoved = (
  { access, cohort, course, paidAt, receiver }: Move,
  { order, req, tenant }: Given,
) =>
  enroll({
    access,
    at: new Date(paidAt),
    cohort,
    course,
    learner: receiver,
    order,
    req,
    source: 'order',
    tenant,
  })

/** Within its course a place keeps its enrollment, and all that hangs on it. */
const moveWithin = async (enrollment: string, move: Move, given: Given): Promise<void> => {
  const { cohort, from, reason } = move
  const { order, req, tenant } = given
  await rows(
    req,
    sql`update access_grants set ends_at = least(ends_at, now()), updated_at = now()
        where enrollment_id = ${enrollment} and order_id = ${from.order}`,
  )
  await rows(
    req,
    sql`update enrollments set cohort_id = ${cohort}::uuid, counted_at = null, order_id = ${order}, updated_at = now() where id = ${enrollment}`,
  )
  const change = await recordChange(enrollment, {
    action: 'move',
    cohort,
    notifies: false,
    reason,
    req,
    tenant,
    term: 'forever',
  })
  await enrollMoved(move, given)
  await recordUntil(change, enrollment, req)
}

const moveOver = async (enrollment: string, move: Move, given: Given): Promise<void> => {
  const { from, reason } = move
  const { req, tenant } = given
  await closeGrants({ enrollment, now: new Date(), order: from.order, reason, req, tenant })
  await enrollMoved(move, given)
}

/** The earnings of every line that was paid for the place, but of the move's own, which is of the new course already. */
const moveAllEarnings = async (
  { id, course, line }: Move,
  { req, tenant }: Given,
): Promise<void> => {
  const paid = await rows<{ currency: string; line: string; order: string }>(
    req,
    sql`with recursive chain as (
          select ${line}::uuid as line
          union all
          select m.line_id from chain c join order_lines l on l.id = c.line
          join place_transfers m on m.order_id = l.order_id and m.completed_at is not null)
        select l.id as line, o.id as "order", o.currency from chain c join order_lines l on l.id = c.line join orders o on o.id = l.order_id
        where l.total > 0 order by l.id`,
  )
  for (const one of paid) {
    await moveEarnings({ ...one, course, req, tenant, transfer: id })
  }
}
