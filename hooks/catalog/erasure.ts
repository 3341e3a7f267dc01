import { sql } from '@payloadcms/db-postgres'

import { row, rows } from '@/database/transaction'
import { reaction } from '@hooks/events/reaction'

/** Takes away the public profile of somebody who taught, along with the account. */
export const dropProfileOnAccountErased = reaction({
  name: 'dropProfileOnAccountErased',
  on: 'account.erased',
  run: async ({ data: { account }, req }) => {
    const found = await row<{ id: string }>(
      req,
      sql`select id from instructors where user_id = ${account}`,
    )
    if (found) {
      // As the system: nobody is signed in where a job runs.
      await req.payload.delete({
        id: found.id,
        collection: 'instructors',
        depth: 0,
        overrideAccess: true,
        req,
      })
    }
  },
})

/** Takes somebody out of all teams, along with the account. */
export const leaveTeamsOnAccountErased = reaction({
  name: 'leaveTeamsOnAccountErased',
  on: 'account.erased',
  run: async ({ data: { account }, req }) => {
    await rows(req, sql`delete from course_team where account_id = ${account}`)
  },
})
