import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { row } from '@/database/transaction'
import { INVITATION_MS } from '@/domain/commerce/guests'
import { inviteToSetPassword } from '@/operations/identity/invitations'
import { queueEmail } from '@/operations/mail/queueEmail'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

type Person = { email: string; locale: Locale | null; name: string }

type Moved = {
  course: string
  currency: string
  due: number
  expiresAt: string
  from: string
  holder: Person
  id: string
  isGiven: boolean
  isProved: boolean
  reason: string
  receiver: Person & { id: string }
  slug: string
  to: string
}

type Given = { req: Parameters<typeof row>[0]; transfer: string }

const PERSON = (alias: 'h' | 'r') => {
  const [id, name, email, locale] = ['id', 'name', 'email', 'locale'].map((one) =>
    sql.raw(`${alias}.${one}`),
  )

  return sql`json_build_object('id', ${id}, 'name', ${name}, 'email', ${email}, 'locale', ${locale})`
}

/** What is told of a move; titles stand in the orders as they were bought. */
const movedBy = ({ req, transfer }: Given): Promise<Moved | undefined> =>
  row<Moved>(
    req,
    sql`select m.id, f.title as "from", l.title as "to", c.title as course, c.slug, coalesce(m.reason, '') as reason, o.total::float8 as due, o.currency,
          to_json(o.expires_at) #>> '{}' as "expiresAt", m.holder_id <> m.receiver_id as "isGiven", r.email_verified is true as "isProved",
          ${PERSON('h')} as holder, ${PERSON('r')} as receiver
        from place_transfers m join order_lines f on f.id = m.line_id join orders o on o.id = m.order_id
        join order_lines l on l.order_id = o.id join courses c on c.id = l.course_id
        join users h on h.id = m.holder_id join users r on r.id = m.receiver_id
        where m.id = ${transfer}`,
  )

/** Tells whoever has a place where it is now; where it was given away, both of them, and somebody new how to come in. */
export const mailOnPlaceMoved = reaction({
  name: 'mailOnPlaceMoved',
  on: 'place.moved',
  run: async ({ data: { transfer }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await movedBy({ req, transfer })
    if (!found || !school) {
      return
    }
    const { slug, course, from, holder, isGiven, isProved, reason, receiver, to } = found
    const url = `${school.origin}/learn/${slug}`
    if (!isGiven) {
      await queueEmail({
        data: { name: holder.name, from, reason, to, url },
        key: `placeMoved:${transfer}`,
        locale: holder.locale ?? school.locale,
        req,
        template: 'placeMoved',
        to: holder.email,
      })

      return
    }
    await queueEmail({
      data: {
        name: holder.name,
        course,
        person: receiver.name,
        reason,
        url: `${school.origin}/account/orders`,
      },
      key: `placeGiven:${transfer}`,
      locale: holder.locale ?? school.locale,
      req,
      template: 'placeGiven',
      to: holder.email,
    })
    await queueEmail({
      data: { name: receiver.name, course, person: holder.name, url },
      key: `placeReceived:${transfer}`,
      locale: receiver.locale ?? school.locale,
      req,
      template: 'placeReceived',
      to: receiver.email,
    })
    if (!isProved) {
      await inviteToSetPassword({
        account: receiver.id,
        course,
        key: `setPassword:${transfer}`,
        lifetimeMs: INVITATION_MS,
        locale: school.locale,
        origin: school.origin,
        req,
        tenant,
      })
    }
  },
})

/** Tells a learner whom staff move what is to be paid for it, and until when. */
export const mailOnPlaceToPay = reaction({
  name: 'mailOnPlaceToPay',
  on: 'place.toPay',
  run: async ({ data: { transfer }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await movedBy({ req, transfer })
    if (!found || !school) {
      return
    }
    const { currency, due, expiresAt, from, holder, reason, to } = found
    await queueEmail({
      data: {
        name: holder.name,
        amount: due,
        currency,
        from,
        reason,
        to,
        until: expiresAt,
        url: `${school.origin}/account/orders`,
      },
      key: `placeToPay:${transfer}`,
      locale: holder.locale ?? school.locale,
      req,
      template: 'placeToPay',
      to: holder.email,
    })
  },
})
