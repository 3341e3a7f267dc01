import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { isLocale } from '@/domain/tenancy/locales'
import { keepConsents, saidOfTexts } from '@/operations/identity/consents'

type Accepted = {
  accepted: null | { slug: string; title: string; version: null | string }[]
  account: string
  locale: null | string
  mayRemind: boolean | null
}

/** Writes down what the buyer of an order agreed to: the texts kept on it, and to be reminded of it. May be told twice. */
export const keepOrderConsents = async ({
  order,
  req,
  tenant,
}: {
  order: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const found = await row<Accepted>(
    req,
    sql`select o.accepted, o.buyer_id as account, o.locale::text as locale, o.may_remind as "mayRemind"
        from orders o join users u on u.id = o.buyer_id where o.id = ${order} and u.status <> 'erased'`,
  )
  if (found) {
    const act = `order:${order}`
    await keepConsents({
      account: found.account,
      locale: isLocale(found.locale) ? found.locale : null,
      means: 'checkout',
      req,
      said: [
        ...saidOfTexts(found.accepted ?? [], act),
        ...(found.mayRemind
          ? [{ isGiven: true, key: `${act}:reminders`, purpose: 'reminders' as const }]
          : []),
      ],
      tenant,
    })
  }
}
