import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { newViewToken, viewValue } from '@/adapters/auth/views'
import { row, rows } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { VIEW_MINUTES } from '@/domain/identity/views'
import { newId } from '@/newId'

import { tokenOf } from './sessions'
import { cookieOfView } from './viewOn'
import { IS_LEARNER } from './viewing'

type Asked = { account: string; req: PayloadRequest; tenant: string }

/**
 * Begins a view of a learner's pages for the session that asks, in place of one that it had. Answers when it ends by itself, and its
 * cookie; null where the school has no such account. Throws notALearner for whoever has any work in the school, yourself, and
 * notActive for an account that could not sign in now.
 */
export const beginView = async ({
  account,
  req,
  tenant,
}: Asked): Promise<{ cookie: string; until: string } | null> => {
  const session = await row<{ id: string; viewer: string }>(
    req,
    sql`select s.id, s.user_id as viewer from auth_sessions s where s.token = ${tokenOf({ req, tenant })} and s.tenant_id = ${tenant} for update`,
  )
  if (!session) {
    throw new RuleError('browserOnly')
  }
  const person = await row<{ isLearner: boolean; status: string }>(
    req,
    sql`select u.status::text as status, ${sql.raw(IS_LEARNER)} as "isLearner" from users u where u.id = ${account} and u.tenant_id = ${tenant}`,
  )
  if (!person) {
    return null
  }
  if (session.viewer === account) {
    throw new RuleError('yourself')
  }
  if (!person.isLearner) {
    throw new RuleError('notALearner')
  }
  if (person.status !== 'active') {
    throw new RuleError('notActive')
  }
  const token = newViewToken()
  await rows(req, sql`delete from auth_views where session_id = ${session.id}`)
  const made = await row<{ until: string }>(
    req,
    sql`insert into auth_views (id, tenant_id, session_id, viewer_id, user_id, token, ip_address, user_agent, expires_at)
        values (${newId()}, ${tenant}, ${session.id}, ${session.viewer}, ${account}, ${token}, ${req.headers.get('x-forwarded-for')},
          ${req.headers.get('user-agent')}, now() + make_interval(mins => ${VIEW_MINUTES}))
        returning to_json(expires_at) #>> '{}' as until`,
  )
  if (!made) {
    throw new Error('A view was not written.')
  }
  const cookie = cookieOfView(req.headers, viewValue(token, tenant), VIEW_MINUTES * 60)

  return { cookie, until: made.until }
}

/** Takes away views whose hour is over, and those whose session is. Runs as the platform. */
export const dropEndedViews = async (req: PayloadRequest): Promise<void> => {
  await rows(
    req,
    sql`delete from auth_views v where v.expires_at <= now() or not exists (select 1 from auth_sessions s where s.id = v.session_id)`,
  )
}
