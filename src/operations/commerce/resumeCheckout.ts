import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { checkoutPath } from '@/domain/commerce/paths'

import type { LeftPurchase } from './reminders/unfinished'

import { resumes } from './reminders/link'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Where the link of a reminder leads: to the checkout with what had been chosen; once the link has ended, to the course;
 * null for no checkout of this school.
 */
export const resumeCheckout = async ({
  checkout,
  key,
  now,
  req,
  tenant,
}: {
  checkout: string
  key: null | string
  now: Date
  req: PayloadRequest
  tenant: string
}): Promise<null | string> => {
  if (!UUID.test(checkout)) {
    return null
  }
  const found = await row<{ purchase: LeftPurchase; slug: null | string }>(
    req,
    sql`select a.purchase, (select c.slug from offers f join courses c on c.id = f.course_id
            where f.id::text = a.purchase -> 'offers' ->> 0) as slug
        from abandoned_checkouts a where a.id = ${checkout} and a.tenant_id = ${tenant}`,
  )
  if (!found) {
    return null
  }
  if (!resumes({ checkout, key, now, tenant })) {
    return found.slug ? `/courses/${found.slug}` : '/courses'
  }

  return checkoutPath(found.purchase)
}
