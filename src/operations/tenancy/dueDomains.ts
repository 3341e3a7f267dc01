import type { Payload } from 'payload'

import { createLocalReq } from 'payload'

import type { Looking } from './checkDomain'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'

import { checkDomain } from './checkDomain'

/** Domains looked at side by side. */
const AT_ONCE = 10

type Due = { id: string; tenant: string }

/**
 * Looks at every domain whose time has come, each in its school. A domain is lent to one worker for
 * five minutes, and so looked at once however many ask; one whose look fails comes up again after that.
 * Answers how many were looked at.
 */
export const checkDueDomains = async ({
  looking,
  payload,
}: {
  looking?: Looking
  payload: Payload
}): Promise<number> => {
  let count = 0
  for (;;) {
    const due = await lend()
    await Promise.all(
      due.map(({ id, tenant }) =>
        asTenant(tenant, async () => {
          try {
            await checkDomain({ id, looking, req: await createLocalReq({}, payload) })
          } catch (error) {
            payload.logger.error({ domain: id, err: error }, 'A domain could not be looked at.')
          }
        }),
      ),
    )
    count += due.length
    if (due.length < AT_ONCE) {
      return count
    }
  }
}

const lend = async (): Promise<Due[]> => {
  const { rows } = await systemPool().query<Due>(
    `update domains set next_check_at = now() + interval '5 minutes'
     where id in (
       select id from domains where next_check_at <= now()
       order by next_check_at limit ${AT_ONCE} for update skip locked
     )
     returning id, tenant_id as tenant`,
  )

  return rows
}
