import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { managersToTell } from '@/operations/identity/managersToTell'
import { queueEmails } from '@/operations/mail/queueEmails'
import { schoolOf } from '@/operations/tenancy/school'
import { reaction } from '@hooks/events/reaction'

type Found = { count: number; day: string; provider: string }

/** Tells owners and admins that the books differ from a provider's, once for each provider and day. */
export const tellOnReconciliationDiffered = reaction({
  name: 'tellOnReconciliationDiffered',
  on: 'reconciliation.differed',
  run: async ({ data: { reconciliation }, req, tenant }) => {
    const school = await schoolOf({ req, tenant })
    const found = await row<Found>(
      req,
      sql`select unexplained::int as count, day, provider from reconciliations where id = ${reconciliation} and unexplained > 0`,
    )
    if (!school || !found) {
      return
    }
    const url = `${school.origin}/admin/collections/reconciliations/${reconciliation}`
    await queueEmails({
      emails: (await managersToTell(req)).map(({ id, name, email, locale }) => ({
        data: { ...found, name, url },
        key: `booksDiffer:${reconciliation}:${id}`,
        locale: locale ?? school.locale,
        template: 'booksDiffer' as const,
        to: email,
      })),
      req,
      urgency: 'prompt',
    })
  },
})
