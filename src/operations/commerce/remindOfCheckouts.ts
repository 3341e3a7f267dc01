import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'

import type { School } from '@/operations/tenancy/school'

import { inTransaction, row, rows } from '@/database/transaction'
import { queueEmails } from '@/operations/mail/queueEmails'
import { schoolOf } from '@/operations/tenancy/school'
import { languageFor } from '@/operations/translation/reading'

import type { DueReminder } from './reminders/due'
import type { Unfinished } from './reminders/unfinished'

import { isBuyable, knownOffers } from './offers'
import { dueReminders } from './reminders/due'
import { resumeLink } from './reminders/link'
import { remindedOnce, unfinishedCart, unfinishedOrder } from './reminders/unfinished'
import { eachDue } from './subscriptions/eachDue'

/**
 * Writes to those who began a checkout and did not finish it, at the times and on the grounds that their school has set:
 * at most twice for each, and of one checkout within a week. Each is written down, be it that nothing was sent, so that
 * several workers at once send one mail. Answers how many mails were ordered.
 */
export const remindOfCheckouts = async ({
  now,
  payload,
}: {
  now: Date
  payload: Payload
}): Promise<number> => {
  const due = await dueReminders(now)

  return eachDue({
    due,
    payload,
    work: async (one) => {
      const req = await createLocalReq({}, payload)

      return inTransaction(req, () => remind({ due: one, now, req }))
    },
  })
}

type Reminding = { due: DueReminder; now: Date; req: PayloadRequest }

const remind = async ({ due, now, req }: Reminding): Promise<boolean> => {
  const { buyer, kind, tenant } = due
  await rows(req, sql`select pg_advisory_xact_lock(hashtextextended(${`remind:${buyer}`}, 0))`)
  const left = await leftOf({ due, now, req })
  const school = left ? await schoolOf({ req, tenant }) : null
  if (!left || !school) {
    return false
  }
  const { isSold, title } = await choiceOf({ due, left, req })
  const checkout = kind === 'again' ? due.which : await writeDown({ due, left, req, title })
  if (!checkout) {
    return false
  }
  const isWanted = isSold && !left.isBought && !left.isLeftAlone
  const sent = isWanted ? await write({ checkout, due, left, now, req, school, title }) : 0
  const status = left.isBought ? 'bought' : sent > 0 ? 'reminded' : 'passed'
  await rows(
    req,
    sql`update abandoned_checkouts set status = ${status}, reminders = reminders + ${sent}, updated_at = now(),
          reminded_at = case when ${sent > 0} then ${now.toISOString()}::timestamptz else reminded_at end where id = ${checkout}`,
  )

  return sent > 0
}

const leftOf = ({
  due: { buyer, kind, which },
  now,
  req,
}: Reminding): Promise<undefined | Unfinished> => {
  if (kind === 'again') {
    return remindedOnce(req, which)
  }

  return kind === 'order'
    ? unfinishedOrder({ now, order: which, req })
    : unfinishedCart({ buyer, now, req })
}

/** What was chosen, in its buyer's words, and whether all of it can still be bought. */
const choiceOf = async ({
  due: { tenant },
  left,
  req,
}: Omit<Reminding, 'now'> & { left: Unfinished }): Promise<{ isSold: boolean; title: string }> => {
  const language = await languageFor({ locale: left.locale, req, tenant })
  const offers = await knownOffers(req, left.offers, language)

  return {
    isSold: offers.length > 0 && offers.every(isBuyable),
    title: left.offers
      .flatMap((id) => offers.find(({ offer }) => offer === id)?.courses[0]?.title ?? [])
      .join(', '),
  }
}

/** Writes a checkout down; answers its id, or null where another worker has. */
const writeDown = async ({
  due: { id, tenant },
  left,
  req,
  title,
}: Omit<Reminding, 'now'> & { left: Unfinished; title: string }): Promise<null | string> => {
  const { cohorts, coupon, offers } = left
  const written = await row<{ id: string }>(
    req,
    sql`insert into abandoned_checkouts (id, tenant_id, buyer_id, title, order_id, occasion, purchase, total, currency, status, reminders, started_at)
        values (uuidv7(), ${tenant}, ${left.buyer}, ${title || '–'}, ${left.order}, ${id}, ${JSON.stringify({ cohorts, coupon, offers })}::jsonb,
          ${left.total}, ${left.currency}, 'passed', 0, ${left.startedAt})
        on conflict (tenant_id, occasion) do nothing returning id`,
  )

  return written?.id ?? null
}

/** Orders the mail; 0 where its reader does without such mails. */
const write = ({
  checkout,
  due: { kind, tenant },
  left,
  now,
  req,
  school,
  title,
}: Reminding & {
  checkout: string
  left: Unfinished
  school: School
  title: string
}): Promise<number> =>
  queueEmails({
    emails: [
      {
        data: {
          name: left.name,
          course: title,
          url: resumeLink({ checkout, now, origin: school.origin, tenant }),
        },
        key: `checkoutReminder:${checkout}:${kind === 'again' ? 2 : 1}`,
        locale: left.locale ?? school.locale,
        template: kind === 'again' ? 'checkoutLastReminder' : 'checkoutReminder',
        to: left.email,
      },
    ],
    req,
    urgency: 'prompt',
  })
