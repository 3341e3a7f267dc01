import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { GiftStatus } from '@/domain/commerce/gifts'

import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { announce } from '@hooks/events/announce'

import { giftIn, opensGift } from './gifts/keys'
import { sendGift } from './gifts/send'
import { bringsNothing } from './ownership'
import { requirePrerequisites } from './prerequisites'

type Asked = { key: string; req: PayloadRequest; tenant: string }

/** A gift as its link shows it. */
export type ShownGift = {
  /** Who gives it. */
  buyer: string
  courses: { slug: string; title: string }[]
  message: null | string
  name: string
  status: 'cancelled' | 'open' | 'redeemed'
}

type Held = {
  isRefunded: boolean
  order: string
  redeemedBy: null | string
  status: GiftStatus
  version: number
}

/** The gift that a key opens, held until the transaction ends where `lock` says so; null for none. */
const heldBy = async ({
  key,
  lock = false,
  req,
  tenant,
}: Asked & { lock?: boolean }): Promise<null | (Held & { id: string })> => {
  const id = giftIn(key)
  const held = id
    ? await row<Held>(
        req,
        sql`select g.order_id as "order", g.status::text as status, g.version::int as version, g.redeemed_by_id as "redeemedBy",
              exists (select 1 from refunds r where r.order_id = g.order_id and r.ends_access and r.status <> 'failed') as "isRefunded"
            from gifts g where g.id = ${id} and g.tenant_id = ${tenant} and g.status <> 'ordered' ${lock ? sql`for update` : sql``}`,
      )
    : null

  return id && held && opensGift({ gift: id, key, tenant, version: held.version })
    ? { ...held, id }
    : null
}

/** What the link of a gift shows, to whoever holds it; null for none. */
export const giftBehind = async (asked: Asked): Promise<null | ShownGift> => {
  const held = await heldBy(asked)
  const shown =
    held &&
    (await row<Omit<ShownGift, 'status'>>(
      asked.req,
      sql`select u.name as buyer, g.message, g.recipient_name as name,
            (select json_agg(json_build_object('slug', c.slug, 'title', c.title) order by l.id)
             from order_lines l join courses c on c.id = l.course_id where l.order_id = g.order_id) as courses
          from gifts g join users u on u.id = g.buyer_id where g.id = ${held.id}`,
    ))
  if (!shown) {
    return null
  }
  const { isRefunded, status } = held
  if (status === 'redeemed') {
    return { ...shown, status }
  }

  return { ...shown, status: isRefunded || status === 'cancelled' ? 'cancelled' : 'open' }
}

/**
 * Takes a gift for somebody, once: of two at once one gets it, and who has it already is answered the same. Announces
 * gift.redeemed. Null for no gift. Runs in the caller's transaction. Throws giftRedeemed, giftCancelled, alreadyOwned
 * where all of it is theirs for good, so that it can be passed on, and prerequisitesMissing.
 */
export const redeemGift = async ({
  learner,
  now,
  ...asked
}: Asked & { learner: string; now: Date }): Promise<null | { courses: ShownGift['courses'] }> => {
  const { req, tenant } = asked
  const held = await heldBy({ ...asked, lock: true })
  if (!held) {
    return null
  }
  const { id, isRefunded, order, redeemedBy, status } = held
  const opened = await rows<{ id: string; slug: string; title: string }>(
    req,
    sql`select c.id, c.slug, c.title from order_lines l join courses c on c.id = l.course_id where l.order_id = ${order} order by l.id`,
  )
  const courses = opened.map(({ slug, title }) => ({ slug, title }))
  if (status === 'redeemed' && redeemedBy === learner) {
    return { courses }
  }
  if (status === 'redeemed') {
    throw new RuleError('giftRedeemed')
  }
  if (status === 'cancelled' || isRefunded) {
    throw new RuleError('giftCancelled')
  }
  if (await bringsNothing({ buyer: learner, order, req })) {
    throw new RuleError('alreadyOwned')
  }
  await requirePrerequisites({ courses: opened.map((course) => course.id), learner, req })
  await rows(
    req,
    sql`update gifts set status = 'redeemed', redeemed_by_id = ${learner}, redeemed_at = ${now.toISOString()}, updated_at = now() where id = ${id}`,
  )
  await rows(
    req,
    sql`update orders set holder_id = ${learner}, updated_at = now() where id = ${order}`,
  )
  await announce({ data: { gift: id, order }, fact: 'gift.redeemed', req, tenant })

  return { courses }
}

type Own = { buyer: string; gift: string; now: Date; req: PayloadRequest; tenant: string }

/** Sends the mail of a buyer's own gift once more; false for no gift of theirs. Throws giftClosed unless it was sent and nobody has taken it. */
export const sendAgain = async ({ buyer, gift, ...given }: Own): Promise<boolean> => {
  const own = await row(
    given.req,
    sql`select 1 from gifts where id = ${gift} and buyer_id = ${buyer}`,
  )
  if (own && !(await sendGift({ ...given, from: ['sent'], gift }))) {
    throw new RuleError('giftClosed')
  }

  return Boolean(own)
}

/**
 * Gives a buyer's own gift another address and name; the link that was sent ends, and where it was sent the mail goes to
 * the new one. False for no gift of theirs. Throws giftClosed once it was taken or its money went back.
 */
export const changeRecipient = async ({
  name,
  email,
  ...given
}: Own & { email: string; name: string }): Promise<boolean> => {
  const { buyer, gift, req } = given
  const own = await row<{ status: GiftStatus }>(
    req,
    sql`select status::text as status from gifts where id = ${gift} and buyer_id = ${buyer} for update`,
  )
  if (!own) {
    return false
  }
  if (own.status === 'redeemed' || own.status === 'cancelled') {
    throw new RuleError('giftClosed')
  }
  await rows(
    req,
    sql`update gifts set recipient_email = ${email}, recipient_name = ${name}, version = version + 1, updated_at = now() where id = ${gift}`,
  )
  if (own.status === 'sent') {
    await sendGift({ ...given, from: ['sent'] })
  }

  return true
}
