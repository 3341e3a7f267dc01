import type { Payload } from 'payload'

import type { DataClass } from '@/domain/tenancy/retention'

import { systemPool } from '@/database/hosts'
import { DATA_CLASSES, daysFor } from '@/domain/tenancy/retention'

/** Rows cleared by one statement, and statements for a class of one school in one night: the rest waits for the next. */
const AT_ONCE = 1_000
const MOST_BATCHES = 50

/** Whether the account that an expression names is held: nothing of it may go. */
const held = (account: string): string =>
  `exists (select 1 from users h where h.id = ${account} and h.legal_hold)`

const removed = (table: string, old: string): string =>
  `delete from ${table} where id in (select x.id from ${table} x where x.tenant_id = $1 and ${old} limit ${AT_ONCE})`

const emptied = (table: string, what: string, old: string): string =>
  `update ${table} set ${what} where id in (select x.id from ${table} x where x.tenant_id = $1 and ${old} limit ${AT_ONCE})`

const BEFORE = `now() - make_interval(days => $2)`

/** How each class is cleared, of the school `$1`, behind `$2` days; each statement leaves alone what it has cleared. */
const CLEARING: Readonly<Record<DataClass, string>> = {
  checkouts: removed(
    'abandoned_checkouts',
    `x.started_at < ${BEFORE} and not ${held('x.buyer_id')}`,
  ),
  consents: `with gone as (${removed('consents', `x.account_id is null and x.created_at < ${BEFORE}`)} returning 1),
    emptied as (${emptied('consents', 'origin = null', `x.account_id is not null and x.origin is not null and x.created_at < ${BEFORE} and not ${held('x.account_id')}`)} returning 1)
    select 1 from gone union all select 1 from emptied`,
  films: removed('video_plays', `x.seen_at < ${BEFORE} and not ${held('x.account_id')}`),
  lines: removed(
    'people_lines',
    `exists (select 1 from people_jobs j where j.id = x.job_id and j.updated_at < ${BEFORE} and j.state not in ('checking', 'running'))
      and not ${held(`nullif(x.account, '')::uuid`)}`,
  ),
  mails: removed(
    'emails',
    `x.created_at < ${BEFORE} and x.status in ('sent', 'failed')
      and not exists (select 1 from users h where h.tenant_id = x.tenant_id and h.email = x."to" and h.legal_hold)`,
  ),
  notifications: removed('notifications', `x.created_at < ${BEFORE} and not ${held('x.user_id')}`),
  origins: emptied(
    'audit_entries',
    'origin = null, origin_salt = null',
    `x.at < ${BEFORE} and x.origin is not null and not ${held('x.actor_id')}`,
  ),
  reports: emptied(
    'payment_events',
    `payload = '{}'`,
    `x.received_at < ${BEFORE} and x.processed_at is not null and x.payload <> '{}'
      and not exists (select 1 from users h where h.tenant_id = x.tenant_id and h.legal_hold and strpos(x.payload::text, h.email) > 0)`,
  ),
  sessions: removed('auth_sessions', `x.expires_at < ${BEFORE} and not ${held('x.user_id')}`),
}

type School = { chosen: Partial<Record<DataClass, number>>; id: string }

/** Clears one class of a school; answers how many rows. */
const clear = async (school: School, of: DataClass): Promise<number> => {
  let count = 0
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const { rowCount } = await systemPool().query(CLEARING[of], [
      school.id,
      daysFor(of, school.chosen[of]),
    ])
    count += rowCount ?? 0
    if ((rowCount ?? 0) < AT_ONCE) {
      break
    }
  }

  return count
}

/**
 * Clears away, in every school, what is older than its class is kept for, in bounded batches, and notes how much went. Nothing
 * of an account that is held goes. May run any number of times, and at the same time: a second run finds nothing. A class
 * that fails is logged and waits for the next night. Answers how many rows went.
 */
export const clearOldData = async ({ payload }: { payload: Payload }): Promise<number> => {
  const columns = DATA_CLASSES.map((of) => `'${of}', t.settings_retention_${of}::int`).join(', ')
  const { rows: schools } = await systemPool().query<School>(
    `select t.id, json_strip_nulls(json_build_object(${columns})) as chosen from tenants t order by t.id`,
  )
  let all = 0
  for (const school of schools) {
    for (const of of DATA_CLASSES) {
      try {
        const count = await clear(school, of)
        all += count
        if (count > 0) {
          await systemPool().query(
            `insert into retention_runs (id, tenant_id, data_class, days, count) values (uuidv7(), $1, $2, $3, $4)`,
            [school.id, of, daysFor(of, school.chosen[of]), count],
          )
        }
      } catch (error) {
        payload.logger.error(
          { class: of, err: error, school: school.id },
          'Old data waits to be cleared.',
        )
      }
    }
  }

  return all
}
