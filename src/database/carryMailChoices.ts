import type pg from 'pg'

/** Columns of `users` in which mails were chosen before choices were rows, and what they are called now. */
const BEFORE = {
  mails_course_updates: 'courseUpdates',
  mails_discussions: 'discussions',
  mails_reminders: 'reminders',
  mails_sign_ins: 'signIns',
}

const HELD = 'lectern_mail_choices_held'

const exists = async (client: pg.ClientBase, table: string, column: string): Promise<boolean> => {
  const { rows } = await client.query(
    `select 1 from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name = $2`,
    [table, column],
  )

  return rows.length > 0
}

/** Notes who did without which mails, before the migration that takes their columns away; of an older database each column that it has. */
export const holdMailChoices = async (client: pg.ClientBase): Promise<void> => {
  const found: string[] = []
  for (const [column, event] of Object.entries(BEFORE)) {
    if (await exists(client, 'users', column)) {
      found.push(
        `select tenant_id, id as user_id, '${event}' as event from users where not ${column}`,
      )
    }
  }
  if (found.length > 0) {
    await client.query(
      `drop table if exists ${HELD}; create table ${HELD} as ${found.join(' union all ')}`,
    )
  }
}

/** Makes rows of what was noted, once; it may run again at any time, also where a run before ended between the two. */
export const carryMailChoices = async (client: pg.ClientBase): Promise<void> => {
  if (!(await exists(client, HELD, 'event'))) {
    return
  }
  await client.query(
    `insert into notification_choices (id, tenant_id, user_id, event, channel, is_on)
     select uuidv7(), h.tenant_id, h.user_id, h.event, 'email', false from ${HELD} h join users u on u.id = h.user_id and u.tenant_id = h.tenant_id
     on conflict (tenant_id, user_id, event, channel) do nothing;
     drop table ${HELD}`,
  )
}
