import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { announce } from '@hooks/events/announce'
import { reaction } from '@hooks/events/reaction'

/** Takes away the public profile of somebody who taught, along with the account. */
export const dropProfileOnAccountErased = reaction({
  name: 'dropProfileOnAccountErased',
  on: 'account.erased',
  run: async ({ data: { account }, req, tenant }) => {
    const gone = await row<{ id: string }>(
      req,
      sql`delete from instructors where user_id = ${account} returning id`,
    )
    if (gone) {
      const data = { id: gone.id, collection: 'instructors' }
      await announce({ data, fact: 'content.changed', req, tenant })
    }
  },
})
