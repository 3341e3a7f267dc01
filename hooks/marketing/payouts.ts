import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { rows } from '@/database/transaction'
import { queueEmails } from '@/operations/mail/queueEmails'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

type Told = {
  amount: number
  currency: string
  email: string
  failure: null | string
  id: string
  isOwn: boolean
  locale: Locale | null
  name: string
}

/** Whoever is paid by a payout; of one to the school itself, its owners. */
const earnersOf = (req: PayloadRequest, payout: string): Promise<Told[]> =>
  rows<Told>(
    req,
    sql`select u.id, u.email, u.locale, u.name, p.amount::float8 as amount, p.currency, p.failure, p.person_id is not null as "isOwn"
        from payouts p join users u on u.status = 'active' and case when p.person_id is not null then u.id = p.person_id
          else exists (select 1 from users_roles r where r.parent_id = u.id and r.value = 'owner') end
        where p.id = ${payout} order by u.id`,
  )

type Given = { payout: string; req: PayloadRequest; tenant: string }

const tell = async (
  { payout, req, tenant }: Given,
  template: 'payoutFailed' | 'payoutPaid',
): Promise<void> => {
  const school = await schoolOf({ req, tenant })
  if (!school) {
    return
  }
  await queueEmails({
    emails: (await earnersOf(req, payout)).map(
      ({ id, name, amount, currency, email, failure, isOwn, locale }) => ({
        data: {
          name,
          amount,
          currency,
          ...(template === 'payoutFailed' && failure && { reason: failure }),
          url: `${school.origin}${isOwn ? '/account/earnings' : '/admin/collections/payouts'}`,
        },
        key: `${template}:${payout}:${id}`,
        locale: locale ?? school.locale,
        template,
        to: email,
      }),
    ),
    req,
  })
}

/** Tells those who earned it that a payout arrived. */
export const mailOnPayoutPaid = reaction({
  name: 'mailOnPayoutPaid',
  on: 'payout.paid',
  run: ({ data: { payout }, req, tenant }) => tell({ payout, req, tenant }, 'payoutPaid'),
})

/** Tells those who earned it that a payout came back, and why. */
export const mailOnPayoutFailed = reaction({
  name: 'mailOnPayoutFailed',
  on: 'payout.failed',
  run: ({ data: { payout }, req, tenant }) => tell({ payout, req, tenant }, 'payoutFailed'),
})
